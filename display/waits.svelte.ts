import type { Records } from '../content/records.ts';
import type { Ranges } from './counts.ts';
import { rangesAt } from './ranges.ts';

/** A busy hall changes many times a second; nobody reads a range that does. */
const REST_MS = 3_000;

/** How long somebody would wait who came now, of each service (S6): worked out at most every three seconds. */
export class Waits {
  ranges = $state.raw<Ranges | null>(null);
  #newest: [Records, number] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  learn(records: Records, now: number): void {
    this.#newest = [records, now];
    this.#timer ??= setTimeout(() => this.#work(), 0);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #work(): void {
    this.#timer = undefined;
    if (!this.#newest) return;
    this.ranges = rangesAt(...this.#newest);
    this.#newest = null;
    this.#timer = setTimeout(() => this.#work(), REST_MS);
  }
}
