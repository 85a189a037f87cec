import { follow } from './order.ts';
import type { Keyed } from './order.ts';
import { dwell } from './paging.ts';

/** Something to read. */
export interface Item extends Keyed {
  /** How much there is to read on all pages, as `readingLoad` counts. */
  load: number;
}

/** One page with all of the item. */
const WHOLE: readonly number[] = [1];

/**
 * Turns pages and items, each standing as long as it takes to read. An item on the glass stays when others
 * come or go; a new one is shown at once.
 */
export class Player<I extends Item> {
  item = $state.raw<I | null>(null);
  page = $state(0);
  #items: readonly I[] | null = null;
  #extras: readonly I[] = [];
  #shares: readonly number[] = WHOLE;
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes what is to be shown from now on: the items in turn, one of the extras after each round. */
  show(items: readonly I[], extras: readonly I[]): void {
    const before = this.#items;
    this.#items = items;
    this.#extras = extras;
    const { item } = this;
    const stays = item && [...items, ...extras].some(({ key }) => key === item.key);
    const added = before && items.find(({ key }) => before.every((old) => old.key !== key));
    if (added) this.#put(added);
    else if (!stays) this.#next();
  }

  /** The glass says how many pages the item on it takes, as the share of the whole that is on each. */
  measured(shares: readonly number[]): void {
    if (shares.join() === this.#shares.join()) return;
    this.#shares = shares;
    this.page = Math.min(this.page, shares.length - 1);
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #put(item: I | null): void {
    this.item = item;
    this.page = 0;
    this.#shares = WHOLE;
    this.#wait();
  }

  #next(): void {
    const { item, round } = follow(this.item, this.#items ?? [], this.#extras, this.#round);
    this.#round = round;
    if (item && item.key === this.item?.key) {
      this.page = 0;
      this.#wait();
    } else this.#put(item);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.item) return;
    this.#timer = setTimeout(
      () => {
        if (this.page + 1 >= this.#shares.length) return this.#next();
        this.page++;
        this.#wait();
      },
      dwell(this.item.load * (this.#shares[this.page] ?? 1)),
    );
  }
}
