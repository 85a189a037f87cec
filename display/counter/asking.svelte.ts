import type { Degree, RatingReason } from '../../content/model/rating.ts';
import type { Hub } from '../hub.svelte.ts';

/** Seconds until a bad degree is sent as it is, and for which thanks and refusals stand (E19). */
export const REASONS_S = 20;
export const THANKS_S = 6;

export type Step =
  | { is: 'none' }
  | { is: 'reasons'; ticket: string; degree: Degree; chosen: readonly RatingReason[]; left: number }
  | { is: 'sending' }
  | { is: 'thanks'; bad: boolean; left: number }
  | { is: 'refused'; message: string; left: number };

const NONE: Step = { is: 'none' };

/** What the visitor at a counter screen does with the question (E19). */
export class Asking {
  step = $state.raw<Step>(NONE);
  /** The visit that the visitor answered or does not want to: it is not asked about again. */
  settled = $state<string | null>(null);
  #give: Hub['give'];
  #second: ReturnType<typeof setInterval> | undefined;

  constructor(give: Hub['give']) {
    this.#give = give;
  }

  choose(ticket: string, degree: Degree): void {
    if (this.step.is !== 'none') return;
    if (degree > 2) return void this.#send(ticket, degree, []);
    this.step = { is: 'reasons', ticket, degree, chosen: [], left: REASONS_S };
    this.#count();
  }

  skip(ticket: string): void {
    this.settled = ticket;
  }

  toggle(reason: RatingReason): void {
    if (this.step.is !== 'reasons') return;
    const { chosen } = this.step;
    const next = chosen.includes(reason) ? chosen.filter((one) => one !== reason) : [...chosen, reason];
    // Whoever chooses is still there.
    this.step = { ...this.step, chosen: next, left: REASONS_S };
  }

  /** Back to the five degrees: nothing has been sent yet. */
  back(): void {
    if (this.step.is === 'reasons') this.#rest();
  }

  send(): void {
    const { step } = this;
    if (step.is === 'reasons') void this.#send(step.ticket, step.degree, step.chosen);
  }

  async #send(ticket: string, degree: Degree, reasons: readonly RatingReason[]): Promise<void> {
    this.#rest();
    this.step = { is: 'sending' };
    this.settled = ticket;
    const input = { ticket, degree, ...(reasons.length > 0 ? { reasons: [...reasons] } : {}) };
    const reply = await this.#give('rating:give', input);
    // Rated meanwhile by phone: the visitor is thanked all the same (E7).
    const done = reply.ok || reply.code === 'rating.done';
    this.step = done
      ? { is: 'thanks', bad: degree <= 2, left: THANKS_S }
      : { is: 'refused', message: reply.message, left: THANKS_S };
    this.#count();
  }

  #count(): void {
    clearInterval(this.#second);
    this.#second = setInterval(() => {
      const { step } = this;
      if (!('left' in step)) return;
      if (step.left > 1) this.step = { ...step, left: step.left - 1 };
      else if (step.is === 'reasons') this.send();
      else this.#rest();
    }, 1000);
  }

  #rest(): void {
    this.close();
    this.step = NONE;
  }

  /** Ends what waits. */
  close(): void {
    clearInterval(this.#second);
  }
}
