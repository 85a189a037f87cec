import { PrintRefusal } from './refused.ts';

/** Work that waits for one of a few places; first come, first served. */
export class Line {
  readonly #places: number;
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  readonly #working = new Set<Promise<unknown>>();
  #closed = false;

  /** @param limit how many may be in the line, those at work included */
  constructor(places: number, limit: number) {
    this.#places = places;
    this.#limit = limit;
  }

  /** How many are in the line, those at work included. */
  get length(): number {
    return this.#waiting.length + this.#working.size;
  }

  /** Throws PrintRefusal print.busy when the line is full, hub.closing when it closed meanwhile. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new PrintRefusal('hub.closing');
    if (this.length >= this.#limit) throw new PrintRefusal('print.busy', { place: this.length });
    if (this.#working.size >= this.#places) await new Promise<void>((turn) => this.#waiting.push(turn));
    if (this.#closed) throw new PrintRefusal('hub.closing');
    const working = work();
    this.#working.add(working);
    try {
      return await working;
    } finally {
      this.#working.delete(working);
      this.#waiting.shift()?.();
    }
  }

  /** Refuses all that wait; resolves when those at work are done, well or badly. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const turn of this.#waiting.splice(0)) turn();
    await Promise.allSettled(this.#working);
  }
}
