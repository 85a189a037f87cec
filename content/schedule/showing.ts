import { addDays, momentAt } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { Playlist, PlaylistItem, Schedule, ScreenTarget } from '../model/playlist.ts';
import type { Scene } from '../model/scene.ts';
import type { Records } from '../records.ts';
import { almanacOf, holds, stretchesOf, todayOf } from './when.ts';
import type { Almanac } from './when.ts';

/** So many days ahead an answer is followed; one that holds longer says so far (L8). */
export const AHEAD_DAYS = 8;

/** An entry that screens know without its maker. */
export type Entry = Omit<Schedule, 'by'>;

/** Why an entry in force is not shown: another has a higher priority, a nearer target, or was made later (L5). */
export type Beaten = 'priority' | 'target' | 'later';

/** What a screen shows at a moment. */
export type Shown =
  /** The screen has a scene of its own and takes no part in the schedule. */
  | { is: 'own'; scene: Scene }
  | {
      is: 'list';
      entry: string;
      playlist: string;
      /** In force now, in the order of the list; never empty. */
      items: PlaylistItem[];
      /** Entries that are in force as well and have to wait. */
      beaten: { entry: string; by: Beaten }[];
      /** Entries in force before it whose lists have nothing to show now (L7). */
      empty: string[];
    }
  /** 安全循环: nothing is due, or every list that is due is empty (L7). */
  | { is: 'safe'; empty: string[] };

/** What a screen shows now, and the first moment at which that is no longer so. */
export type Showing = Shown & { until: number };

/** What a screen is to the schedule. */
interface Seat {
  id: string;
  groups: readonly string[];
}

interface Candidate {
  id: string;
  entry: Entry;
  playlist: Playlist;
}

const nearness: Record<ScreenTarget['is'], number> = { all: 0, group: 1, screen: 2 };

/** Whether an entry is meant for a screen. */
export function isFor(to: ScreenTarget, { id, groups }: Seat): boolean {
  return to.is === 'all' || (to.is === 'group' ? groups.includes(to.group) : to.screen === id);
}

/**
 * What the screen shows at `now` and until when (L4–L8). Every page of a hall, screen or panel, asks this function. A
 * screen that is not there is asked as one that no entry names.
 */
export function showing(records: Records, screen: string, now: number): Showing {
  const almanac = almanacOf(records);
  const own = records.get('screen', screen)?.scene;
  if (own && own.is !== 'program') return { is: 'own', scene: own, until: endOf(now, almanac) };
  const candidates = candidatesFor(records, screen);
  const shown = shownAt(candidates, now, almanac);
  for (const moment of momentsAfter(now, candidates, almanac))
    if (!sameShown(shown, shownAt(candidates, moment, almanac))) return { ...shown, until: moment };
  return { ...shown, until: endOf(now, almanac) };
}

/** What a playlist has to show at `now`, and until when: for a zone that plays it all the time. */
export function playing(records: Records, playlist: string, now: number): Showing {
  const almanac = almanacOf(records);
  const list = records.get('playlist', playlist);
  const entry: Entry = {
    ...{ name: list?.name ?? '', playlist, to: { is: 'all' }, priority: 0, enabled: true, at: 0 },
  };
  const candidates = list ? [{ id: playlist, entry, playlist: list }] : [];
  const shown = shownAt(candidates, now, almanac);
  for (const moment of momentsAfter(now, candidates, almanac))
    if (!sameShown(shown, shownAt(candidates, moment, almanac))) return { ...shown, until: moment };
  return { ...shown, until: endOf(now, almanac) };
}

const endOf = (now: number, almanac: Almanac): number =>
  momentAt(addDays(todayOf(now, almanac), AHEAD_DAYS), '00:00', almanac.zone);

/** Entries that may be shown on a screen, the first that is in force wins (L5). */
function candidatesFor(records: Records, screen: string): Candidate[] {
  const seat: Seat = { id: screen, groups: records.get('screen', screen)?.groups ?? [] };
  const candidates: Candidate[] = [];
  for (const { id, body: entry } of records.all('schedule')) {
    const playlist = records.get('playlist', entry.playlist);
    if (playlist && entry.enabled && isFor(entry.to, seat)) candidates.push({ id, entry, playlist });
  }
  return candidates.sort((one, other) => inTurn(one, other));
}

/** L5. Ids end every tie, so that the order is the same on every page. */
export function inTurn(one: { id: string; entry: Entry }, other: { id: string; entry: Entry }): number {
  return (
    other.entry.priority - one.entry.priority ||
    nearness[other.entry.to.is] - nearness[one.entry.to.is] ||
    other.entry.at - one.entry.at ||
    (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)
  );
}

function shownAt(candidates: readonly Candidate[], now: number, almanac: Almanac): Shown {
  const day = todayOf(now, almanac);
  const due = candidates.filter(({ entry }) => isDue(entry, now, day, almanac));
  const empty: string[] = [];
  for (const [at, { id, entry, playlist }] of due.entries()) {
    const items = playlist.items.filter((item) => isInForce(item, now, day, almanac));
    if (items.length === 0) {
      empty.push(id);
      continue;
    }
    const beaten = due.slice(at + 1).map((other) => ({ entry: other.id, by: beatenBy(entry, other.entry) }));
    return { is: 'list', entry: id, playlist: entry.playlist, items, beaten, empty };
  }
  return { is: 'safe', empty };
}

function isDue(entry: Entry, now: number, day: Day, almanac: Almanac): boolean {
  if (entry.from !== undefined && day < entry.from) return false;
  if (entry.until !== undefined && day > entry.until) return false;
  return holds(entry, now, day, almanac);
}

/** Whether an item is shown at `now` (L6). */
export function isInForce(item: PlaylistItem, now: number, day: Day, almanac: Almanac): boolean {
  if (item.from !== undefined && now < item.from) return false;
  if (item.until !== undefined && now >= item.until) return false;
  return holds(item, now, day, almanac);
}

function beatenBy(winner: Entry, loser: Entry): Beaten {
  if (winner.priority !== loser.priority) return 'priority';
  return winner.to.is === loser.to.is ? 'later' : 'target';
}

/** Moments after `now` at which anything may change, in order. */
function* momentsAfter(now: number, candidates: readonly Candidate[], almanac: Almanac): Generator<number> {
  const today = todayOf(now, almanac);
  for (let ahead = 0; ahead < AHEAD_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    const start = momentAt(day, '00:00', almanac.zone);
    const end = momentAt(addDays(day, 1), '00:00', almanac.zone);
    const moments = new Set<number>([start]);
    const add = (moment: number | undefined): void => {
      if (moment !== undefined && start <= moment && moment < end) moments.add(moment);
    };
    for (const { entry, playlist } of candidates)
      for (const when of [entry, ...playlist.items]) {
        if (when.hours)
          for (const { from, until } of stretchesOf(when, day, almanac)) [from, until].forEach(add);
        if ('scene' in when) [when.from, when.until].forEach(add);
      }
    for (const moment of [...moments].sort((one, other) => one - other)) if (moment > now) yield moment;
  }
}

function sameShown(one: Shown, other: Shown): boolean {
  if (one.is === 'own' || other.is === 'own') return false;
  if (one.is !== other.is || one.empty.join() !== other.empty.join()) return false;
  if (one.is === 'safe' || other.is === 'safe') return true;
  const parts = (list: typeof one): string =>
    [list.entry, ...list.items.map(({ id }) => id), '|', ...list.beaten.map(({ entry }) => entry)].join();
  return parts(one) === parts(other);
}
