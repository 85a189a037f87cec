import { standsFor, roundOf } from '../../content/schedule/turns.ts';
import type { PlaylistItem } from '../../content/model/playlist.ts';
import { Failures } from './failures.ts';

/** A scene that is being drawn out of sight, or is on the glass. */
export interface Slot {
  readonly key: number;
  readonly item: PlaylistItem;
  /** Lets its files go again, once they are there. */
  end?: () => void;
}

export interface ReelNeeds {
  /** Has the files of an item ready; the answer lets them go again. */
  files(item: PlaylistItem): Promise<() => void>;
  /** Resolves once the slot is drawn whole; rejects if it cannot be. */
  drawn(slot: Slot, gone: AbortSignal): Promise<void>;
  /** Length of an item's video, in seconds. */
  length(item: PlaylistItem): number | undefined;
  /** What does not work, by its place in the list; null once all of it does. */
  trouble(at: { place: number; why: string } | null): void;
}

/** What is not drawn after so long is given up for this time. */
const DRAW_MS = 30_000;
/** An item that is no longer in force stays for this long while the next is made ready. */
const STALE_MS = 5_000;

/** Puts the items of a list on the glass, one after another (L11–L15). Slots are drawn by Rolling.svelte. */
export class Reel {
  /** The one on the glass first, then the one behind it. */
  slots = $state.raw<readonly Slot[]>([]);
  /** Null: the safe loop. */
  glass = $state.raw<Slot | null>(null);
  #needs: ReelNeeds;
  #items: readonly PlaylistItem[] = [];
  #shuffled = false;
  #queue: string[] = [];
  #round = 0;
  #keys = 0;
  #turn = 0;
  #preparing: PlaylistItem | null = null;
  #abort: AbortController | null = null;
  #failures = new Failures();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stale: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: ReelNeeds) {
    this.#needs = needs;
  }

  /** Takes what is in force from now on. An item on the glass that is still in it goes on. */
  play(items: readonly PlaylistItem[], shuffled: boolean): void {
    const before = this.#items;
    this.#items = items;
    this.#shuffled = shuffled;
    this.#queue = this.#queue.filter((id) => find(items, id));
    // What was put right deserves another try at once.
    this.#failures.keep((id) => same(find(before, id), find(items, id)));
    this.#tell();
    const { glass } = this;
    const stays = glass !== null && same(glass.item, find(items, glass.item.id));
    if (stays) clearTimeout(this.#stale);
    else if (glass) this.#expire();
    const waits = this.#preparing && same(this.#preparing, find(items, this.#preparing.id));
    if (stays && this.#preparing === null) return this.#wait();
    if (!waits && (!stays || this.#preparing)) this.#next();
  }

  /** The scene of a slot has shown all it has. */
  done(key: number): void {
    if (this.glass?.key === key && this.glass.item.seconds === undefined) this.#next();
  }

  /** The scene of a slot on the glass cannot go on. */
  failed(key: number, why: string): void {
    const { glass } = this;
    if (glass?.key !== key) return;
    this.#note(glass.item, why);
    this.#next();
  }

  stop(): void {
    this.#turn += 1;
    this.#abort?.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#stale);
    this.#show(null);
  }

  /** Makes the next item ready and puts it on the glass; passes over what fails. */
  #next(): void {
    const turn = (this.#turn += 1);
    this.#abort?.abort();
    this.#preparing = null;
    clearTimeout(this.#timer);
    void this.#advance(turn);
  }

  async #advance(turn: number): Promise<void> {
    for (;;) {
      const item = this.#pick();
      if (!item) return this.#rest();
      const slot = await this.#prepare(item, turn);
      if (turn !== this.#turn) return;
      if (!slot) continue;
      this.#show(slot);
      return this.#wait();
    }
  }

  /** The next item of the round that may be tried now; null if there is none but the one on the glass. */
  #pick(): PlaylistItem | null {
    const able = this.#items.filter(({ id }) => this.#failures.isDue(id));
    const glass = this.glass?.item.id;
    const others = able.filter((item) => !this.#isOn(item));
    if (others.length === 0) return null;
    for (let rounds = 0; rounds < 2; rounds += 1) {
      for (let id = this.#queue.shift(); id !== undefined; id = this.#queue.shift()) {
        const item = find(others, id);
        if (item) return item;
      }
      this.#queue = roundOf(this.#items, this.#shuffled, this.#round++);
      if (this.#queue[0] === glass && this.#queue.length > 1) this.#queue.shift();
    }
    return others[0] ?? null;
  }

  /** Whether this very item is on the glass and well. */
  #isOn(item: PlaylistItem): boolean {
    return this.glass !== null && same(this.glass.item, item) && this.#failures.why(item.id) === null;
  }

  /** Nothing else can be shown now: what is on the glass stays if it may, and the rest is tried again in time. */
  #rest(): void {
    const { glass } = this;
    const stays = glass && this.#items.some((item) => this.#isOn(item));
    if (!stays) this.#show(null);
    const pause = this.#failures.nextIn();
    if (pause !== null) this.#timer = setTimeout(() => this.#next(), pause + 1);
  }

  async #prepare(item: PlaylistItem, turn: number): Promise<Slot | null> {
    const abort = new AbortController();
    this.#abort = abort;
    this.#preparing = item;
    const slot: Slot = { key: (this.#keys += 1), item };
    const timeout = setTimeout(() => abort.abort(), DRAW_MS);
    try {
      const end = await this.#needs.files(item);
      if (turn !== this.#turn) {
        end();
        return null;
      }
      slot.end = end;
      this.slots = [...this.slots, slot];
      await this.#needs.drawn(slot, abort.signal);
      this.#failures.forget(item.id);
      this.#tell();
      return slot;
    } catch (error) {
      this.#drop(slot);
      if (turn === this.#turn) this.#note(item, error instanceof Error ? error.message : String(error));
      return null;
    } finally {
      clearTimeout(timeout);
      if (turn === this.#turn) this.#preparing = null;
      else this.#drop(slot);
    }
  }

  /** Swaps in one go: the new one lies drawn behind the old one, which is taken away. */
  #show(slot: Slot | null): void {
    const gone = this.slots.filter(({ key }) => key !== slot?.key);
    clearTimeout(this.#stale);
    this.glass = slot;
    this.slots = slot ? [slot] : [];
    for (const one of gone) this.#let(one);
  }

  #drop(slot: Slot): void {
    if (this.glass?.key === slot.key) return;
    this.slots = this.slots.filter(({ key }) => key !== slot.key);
    this.#let(slot);
  }

  /** Lets go of a slot's files, after the page has drawn without it. */
  #let({ end }: Slot): void {
    if (end) setTimeout(end);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const { glass } = this;
    if (!glass) return;
    const stands = standsFor(glass.item, this.#needs.length(glass.item));
    const stood = performance.now() - (this.#since(glass) ?? 0);
    this.#timer = setTimeout(() => this.#next(), Math.max(0, stands - stood));
  }

  /** When a slot came on the glass, on the page's steady clock. */
  #since(slot: Slot): number {
    if (this.#shownKey !== slot.key) {
      this.#shownKey = slot.key;
      this.#shownAt = performance.now();
    }
    return this.#shownAt;
  }
  #shownKey = -1;
  #shownAt = 0;

  #expire(): void {
    clearTimeout(this.#stale);
    this.#stale = setTimeout(() => this.#show(null), STALE_MS);
  }

  #note({ id }: PlaylistItem, why: string): void {
    this.#failures.note(id, why);
    this.#tell();
  }

  #tell(): void {
    const place = this.#items.findIndex(({ id }) => this.#failures.why(id) !== null);
    const why = place < 0 ? null : this.#failures.why(this.#items[place]!.id);
    this.#needs.trouble(why === null ? null : { place: place + 1, why });
  }
}

function find(items: readonly PlaylistItem[], id: string): PlaylistItem | undefined {
  return items.find((item) => item.id === id);
}

/** Whether two are one item that shows one thing; its length and its times may differ. */
function same(one: PlaylistItem | undefined, other: PlaylistItem | undefined): boolean {
  return one !== undefined && other !== undefined && one.id === other.id && equal(one.scene, other.scene);
}

function equal(one: object, other: object): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
