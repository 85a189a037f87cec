/** A clerk's quickest fingers give three events a second; a screen reports every few seconds. */
const WINDOW_MS = 10_000;
const EVENTS = 60;
/** A socket that goes on like this after having been told is cut off. */
const FLOOD = EVENTS * 5;

/** How many events one socket may send (W11). */
export class Budget {
  readonly #now: () => number;
  #began = 0;
  #spent = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** 0 when the event may pass, else the seconds to wait; `flood` when the socket should be closed. */
  spend(cost: number): number | 'flood' {
    const now = this.#now();
    if (now - this.#began >= WINDOW_MS || now < this.#began) {
      this.#began = now;
      this.#spent = 0;
    }
    this.#spent += cost;
    if (this.#spent > FLOOD) return 'flood';
    return this.#spent <= EVENTS ? 0 : Math.max(1, Math.ceil((this.#began + WINDOW_MS - now) / 1000));
  }
}
