import { addDays, dayOf, weekdayOf } from '../content/calendar.ts';
import type { Schedule, ScreenTarget } from '../content/model/playlist.ts';
import { isFor } from '../content/schedule/showing.ts';
import { almanacOf } from '../content/schedule/when.ts';
import type { Session } from './panel.svelte.ts';
import { Save } from './save.svelte.ts';
import { keyOfTarget, targetOfKey, wordTarget } from './schedulewords.ts';
import {
  blocksOf,
  DAY_MINUTES,
  fresh,
  onDays,
  redate,
  retime,
  SNAP,
  snap,
  stretchOf,
  type Block,
  type Stretch,
  type Words,
} from './weekdraft.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** An entry of the schedule as it is kept. */
export interface KeptEntry {
  id: string;
  rev: number;
  body: Schedule;
}
/** What the pointer holds: hours for a new entry, an entry that is moved, one of its ends. */
export type Hold = { day: string; now: Stretch; onto: string } & (
  { is: 'new'; from: number } | { is: 'move' | 'start' | 'end'; block: Block; from: number }
);
/** Day and minute under the pointer. */
export interface WeekSpot {
  day: string;
  minute: number;
}

const wordsOf = ({ by: _, at: __, ...words }: Schedule): Words => words;

/** One week of the schedule while somebody changes it (L3): what is looked at, what the pointer holds, and the way back. */
export class WeekEdit {
  readonly save = new Save();
  /** Whom it is looked at for, as `keyOfTarget` writes it. */
  target = $state('all');
  playlist = $state('');
  chosen = $state<{ entry: string; day: string } | null>(null);
  hold = $state.raw<Hold | null>(null);
  monday = $state('');
  /** How each change is taken back, the newest last. */
  steps = $state.raw<readonly (() => Promise<unknown>)[]>([]);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    this.toThisWeek();
  }

  get #records() {
    return this.#session.hub.records;
  }

  get #to() {
    return targetOfKey(this.target);
  }

  lists = $derived.by(() => [...this.#records.all('playlist')]);
  list = $derived.by(() => this.lists.find(({ id }) => id === this.playlist) ?? this.lists[0]);
  /** Groups that screens are in, or that an entry is for. */
  groups = $derived.by(() => {
    const named = this.#session.hall.screens.flatMap(({ body }) => body.groups ?? []);
    const meant = [...this.#records.all('schedule')].flatMap(({ body: { to } }) =>
      to.is === 'group' ? [to.group] : [],
    );
    return [...named, ...meant].filter((one, at, all) => all.indexOf(one) === at).sort();
  });
  /** Names of the screens in the group that is looked at; null for another choice. */
  members = $derived.by(() => {
    const to = this.#to;
    if (to.is !== 'group') return null;
    return this.#session.hall.screens
      .filter(({ body }) => body.groups?.includes(to.group))
      .map(({ body }) => body.name);
  });
  today = $derived.by(() => dayOf(this.#session.clock.now, this.#session.hall.zone));
  days = $derived.by(() => {
    const shown = [...this.#records.all('schedule')].filter(
      ({ body }) => body.enabled && this.#concerns(body.to),
    );
    return [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
      const day = addDays(this.monday, ahead);
      const all = blocksOf(shown, day, almanacOf(this.#records));
      return { day, blocks: all.filter(({ at }) => at !== null), whole: all.filter(({ at }) => at === null) };
    });
  });
  picked = $derived.by(() => (this.chosen ? this.entryOf(this.chosen.entry) : undefined));

  toThisWeek(): void {
    const day = dayOf(this.#session.clock.now, this.#session.hall.zone);
    this.monday = addDays(day, 1 - weekdayOf(day));
  }

  turn(weeks: -1 | 1): void {
    this.monday = addDays(this.monday, 7 * weeks);
  }

  /** Whether an entry counts for what is looked at: a screen by all that is meant for it. */
  #concerns(one: ScreenTarget): boolean {
    const to = this.#to;
    if (to.is !== 'screen') return to.is === 'all' || keyOfTarget(one) === this.target || one.is === 'all';
    const { screen } = to;
    return isFor(one, { id: screen, groups: this.#records.get('screen', screen)?.groups ?? [] });
  }

  entryOf(id: string): KeptEntry | undefined {
    const body = this.#records.get('schedule', id);
    return body && { id, rev: this.#records.rev('schedule', id), body };
  }

  nameOf(id: string): string {
    const entry = this.#records.get('schedule', id);
    return entry ? (this.#records.get('playlist', entry.playlist)?.name ?? entry.name) : '';
  }

  /** Which screens an entry is for, in words. */
  screensOf(id: string): string {
    const entry = this.#records.get('schedule', id);
    return entry ? wordTarget(entry.to, this.#records) : '';
  }

  /** Whether an entry is for other screens than those looked at: a group's or all of them, seen from one screen. */
  isElse(id: string): boolean {
    const entry = this.#records.get('schedule', id);
    return entry !== undefined && keyOfTarget(entry.to) !== this.target;
  }

  /** Gives an entry to other screens; `key` as `keyOfTarget` writes it. */
  giveTo(kept: KeptEntry, key: string): void {
    if (key !== keyOfTarget(kept.body.to))
      void this.#change(kept, { ...wordsOf(kept.body), to: targetOfKey(key) });
  }

  async #change(kept: KeptEntry, words: Words | null): Promise<void> {
    if (!words) return;
    const { hub } = this.#session;
    const before = wordsOf(kept.body);
    const { id, rev } = kept;
    if (await this.save.run(() => hub.give('schedule:save', { id, rev, ...words })))
      this.#push(() => this.save.run(() => hub.give('schedule:save', { id, ...before })));
  }

  async #create(day: string, stretch: Stretch): Promise<void> {
    const { list } = this;
    if (!list) return;
    const { hub } = this.#session;
    const words = fresh(list.body.name, list.id, this.#to, day, stretch);
    const done = await this.save.run(() => hub.give('schedule:save', words));
    if (!done) return;
    const { id } = done;
    this.chosen = { entry: id, day };
    this.#push(() => this.save.run(() => hub.give('schedule:remove', { id })));
  }

  async remove(kept: KeptEntry): Promise<void> {
    const { hub } = this.#session;
    const words = wordsOf(kept.body);
    if (!(await this.save.run(() => hub.give('schedule:remove', { id: kept.id })))) return;
    this.chosen = null;
    this.#push(() => this.save.run(() => hub.give('schedule:save', words)));
  }

  #push(step: () => Promise<unknown>): void {
    this.steps = [...this.steps, step];
  }

  async undo(): Promise<void> {
    const last = this.steps.at(-1);
    if (!last || this.save.busy) return;
    this.steps = this.steps.slice(0, -1);
    await last();
  }

  /** Begins a new entry; false where there is no playlist to show. */
  draw({ day, minute }: WeekSpot): boolean {
    if (!this.list) return false;
    this.chosen = null;
    this.hold = { is: 'new', day, onto: day, from: minute, now: stretchOf(minute, minute) };
    return true;
  }

  /** Takes hold of an entry or of one of its ends. */
  grip(is: 'move' | 'start' | 'end', block: Block, { minute }: WeekSpot): void {
    this.chosen = { entry: block.entry, day: block.day };
    this.hold = { is, block, day: block.day, onto: block.day, from: minute, now: block };
  }

  drag({ day, minute }: WeekSpot): void {
    const { hold } = this;
    if (!hold) return;
    if (hold.is === 'new') this.hold = { ...hold, now: stretchOf(hold.from, minute) };
    else if (hold.is === 'move') {
      const { from, to: end } = hold.block;
      const way = snap(from + minute - hold.from) - from;
      const least = Math.min(Math.max(way, -from), DAY_MINUTES - end);
      this.hold = { ...hold, onto: day, now: { from: from + least, to: end + least } };
    } else if (hold.is === 'start')
      this.hold = {
        ...hold,
        now: { from: Math.min(snap(minute), hold.block.to - SNAP), to: hold.block.to },
      };
    else
      this.hold = {
        ...hold,
        now: { from: hold.block.from, to: Math.max(snap(minute), hold.block.from + SNAP) },
      };
  }

  /** Lets go: what was drawn is made, what was moved is saved. */
  drop(): void {
    const held = this.hold;
    this.hold = null;
    if (!held) return;
    if (held.is === 'new') return void this.#create(held.day, held.now);
    const kept = this.entryOf(held.block.entry);
    if (!kept) return;
    const { from, to: until } = held.block;
    const timed =
      held.now.from === from && held.now.to === until
        ? wordsOf(kept.body)
        : retime(wordsOf(kept.body), held.block.at, held.now);
    const dated = timed && held.onto !== held.day ? (redate(timed, held.day, held.onto) ?? timed) : timed;
    if (dated && JSON.stringify(dated) !== JSON.stringify(wordsOf(kept.body))) void this.#change(kept, dated);
    if (held.onto !== held.day) this.chosen = { entry: kept.id, day: held.onto };
  }

  /** What a key does to the entry that has the focus: false if it is none of ours. */
  press({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, block: Block): boolean {
    const kept = this.entryOf(block.entry);
    if (!kept) return false;
    const words = wordsOf(kept.body);
    const { from, to: until, at, day } = block;
    const by = key === 'ArrowUp' ? -SNAP : SNAP;
    const ahead = key === 'ArrowLeft' ? -1 : 1;
    if (key === 'ArrowUp' || key === 'ArrowDown')
      void this.#change(kept, retime(words, at, { from: shiftKey ? from : from + by, to: until + by }));
    else if (key === 'ArrowLeft' || key === 'ArrowRight')
      void this.#change(kept, redate(words, day, addDays(day, ahead)));
    else if (key === 'Delete' || key === 'Backspace') void this.remove(kept);
    else return false;
    return true;
  }

  /** Puts an entry on a weekday or takes it off; the last one stays. */
  toggle(kept: KeptEntry, weekday: number): void {
    const now = kept.body.weekdays ?? [...weekdays];
    const next = now.includes(weekday) ? now.filter((one) => one !== weekday) : [...now, weekday];
    if (next.length > 0) void this.#change(kept, onDays(wordsOf(kept.body), next));
  }
}
