import { untrack } from 'svelte';
import { dwell, readingLoad } from '../../paging.ts';

/** Something to read, on as many pages as it takes. */
export interface Leaf {
  /** Changes when its text does. */
  readonly key: string;
  /** Stands above its pages, and is read on the first of them. */
  readonly title?: string;
}

/** An empty scene is over after this, in ms. */
const NOTHING_MS = 6_000;

/**
 * Turns leaves and their pages, each standing as long as it takes to read, round and round; tells when all were
 * shown once. A leaf on the glass stays, at its page, when others come or go.
 */
export class Turning<L extends Leaf> {
  leaf = $state.raw<L | null>(null);
  page = $state(0);
  /** Place of the leaf among the others, from 0. */
  place = $state(0);
  #leaves: readonly L[] = [];
  /** What there is to read on each page of the leaf; null until the glass has measured it. */
  #loads: readonly number[] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #pace: () => number;
  readonly #done: () => void;

  /** @param pace characters a second @param done told when the last page of the last leaf has stood its time */
  constructor(pace: () => number, done: () => void) {
    this.#pace = pace;
    this.#done = done;
  }

  /** What is to be read from now on. May be called by an effect: what it reads of itself is nothing that the effect hears of. */
  show(leaves: readonly L[]): void {
    this.#leaves = leaves;
    untrack(() => {
      const at = leaves.findIndex(({ key }) => key === this.leaf?.key);
      if (at >= 0) [this.leaf, this.place] = [leaves[at]!, at];
      else this.#put(Math.min(this.place, Math.max(0, leaves.length - 1)));
    });
  }

  /** The glass says what stands on each page of the leaf on it, as `readingLoad` counts. */
  measured(loads: readonly number[]): void {
    if (loads.length === 0 || loads.join() === this.#loads?.join()) return;
    this.#loads = loads;
    untrack(() => {
      this.page = Math.min(this.page, loads.length - 1);
      this.#wait();
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #put(place: number): void {
    this.place = place;
    this.leaf = this.#leaves[place] ?? null;
    this.page = 0;
    this.#loads = null;
    this.stop();
    // What stands in for nothing is over by itself.
    if (!this.leaf) return;
    // Nothing that is never measured may hold up a playlist.
    this.#timer = setTimeout(() => this.#next(), NOTHING_MS);
  }

  #wait(): void {
    this.stop();
    const title = this.page === 0 ? readingLoad(this.leaf?.title ?? '') : 0;
    const load = title + (this.#loads?.[this.page] ?? 0);
    this.#timer = setTimeout(() => this.#turn(), dwell(load, this.#pace()));
  }

  #turn(): void {
    if (this.page + 1 >= (this.#loads?.length ?? 1)) return this.#next();
    this.page += 1;
    this.#wait();
  }

  #next(): void {
    const last = this.place + 1 >= this.#leaves.length;
    if (last) this.#done();
    if (this.#leaves.length > 1) return this.#put(last ? 0 : this.place + 1);
    this.page = 0;
    this.#wait();
  }
}
