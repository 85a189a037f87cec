import { Budget } from './budget.ts';

/** A screen that comes and goes more than ten times in ten seconds is made to wait (W16). */
const LEAVE_COST = 6;

/** How often each screen went away lately (W16). */
export class Departures {
  readonly #now: () => number;
  readonly #of = new Map<string, Budget>();

  constructor(now: () => number) {
    this.#now = now;
  }

  left(screen: string): void {
    const budget = this.#of.get(screen) ?? new Budget(this.#now);
    budget.spend(LEAVE_COST);
    this.#of.set(screen, budget);
  }

  /** Whether it went away so often that its next coming has to wait. */
  mustWait(screen: string): boolean {
    return Boolean(this.#of.get(screen)?.spend(0));
  }

  /** The screen is no more. */
  forget(screen: string): void {
    this.#of.delete(screen);
  }
}
