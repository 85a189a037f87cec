import { follow } from './order.ts';
import type { Keyed } from './order.ts';
import { dwell } from './paging.ts';

/** Something to read. */
export interface Item extends Keyed {
  /** How much there is to read on all pages, as `readingLoad` counts. */
  load: number;
}

/** An item stands for no longer than this each turn, in ms; the next turn goes on where it stopped (S10). */
export const TURN_MOST_MS = 60_000;

/** One page with all of the item. */
const WHOLE: readonly number[] = [1];

/**
 * Turns pages and items, each standing as long as it takes to read. An item on the glass stays when others
 * come or go; a new one is shown at once. One with many pages gives way after a minute, and goes on next time.
 */
export class Player<I extends Item> {
  item = $state.raw<I | null>(null);
  page = $state(0);
  #items: readonly I[] | null = null;
  #extras: readonly I[] = [];
  #shares: readonly number[] = WHOLE;
  #round = 0;
  /** How long the item on the glass has stood in this turn, up to its page, in ms. */
  #stood = 0;
  /** The pages on which items go on that gave way. */
  #goesOn: readonly { key: string; page: number }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes what is to be shown from now on: the items in turn, one of the extras after each round. */
  show(items: readonly I[], extras: readonly I[]): void {
    const before = this.#items;
    this.#items = items;
    this.#extras = extras;
    const { item } = this;
    const has = (its: Keyed) => [...items, ...extras].some(({ key }) => key === its.key);
    const stays = item && has(item);
    this.#goesOn = this.#goesOn.filter(has);
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
    this.#shares = WHOLE;
    this.#begin();
  }

  #next(): void {
    const { item, round } = follow(this.item, this.#items ?? [], this.#extras, this.#round);
    this.#round = round;
    if (item && item.key === this.item?.key) this.#begin();
    else this.#put(item);
  }

  /** Begins a turn of the item on the glass, where the one before has stopped. */
  #begin(): void {
    this.page = this.#goesOn.find(({ key }) => key === this.item?.key)?.page ?? 0;
    this.#stood = 0;
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.item) return;
    const { item } = this;
    const stands = this.#stands(item, this.page);
    this.#timer = setTimeout(() => {
      const next = this.page + 1;
      this.#goesOn = this.#goesOn.filter(({ key }) => key !== item.key);
      if (next >= this.#shares.length) return this.#next();
      this.#stood += stands;
      if (this.#stood + this.#stands(item, next) > TURN_MOST_MS) {
        this.#goesOn = [...this.#goesOn, { key: item.key, page: next }];
        return this.#next();
      }
      this.page = next;
      this.#wait();
    }, stands);
  }

  /** How long a page of the item on the glass stands, in ms. */
  #stands(item: I, page: number): number {
    return dwell(item.load * (this.#shares[page] ?? 1));
  }
}
