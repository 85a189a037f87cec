import { weekdayOf } from '../content/calendar.ts';
import type { Schedule } from '../content/model/playlist.ts';
import type { Span } from '../content/model/hall.ts';
import { stretchesOf } from '../content/schedule/when.ts';
import type { Almanac } from '../content/schedule/when.ts';

/** What of an entry of the schedule is drawn and sent. */
export type Words = Omit<Schedule, 'by' | 'at'>;

export const DAY_MINUTES = 24 * 60;
/** Edges lie on whole half hours. */
export const SNAP = 30;

/** A stretch of a day, in minutes from midnight. */
export interface Stretch {
  from: number;
  to: number;
}

/** One stretch of an entry on one day of the week that is drawn. */
export interface Block extends Stretch {
  entry: string;
  day: string;
  /** Place of the stretch among the entry's hours; null for an entry that runs all day. */
  at: number | null;
  /** Stretches that overlap stand beside each other: which of how many this is. */
  lane: number;
  lanes: number;
}

export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** `09:30`; the end of the day is `24:00`. */
export const clockOfMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const snap = (minutes: number): number =>
  Math.min(DAY_MINUTES, Math.max(0, Math.round(minutes / SNAP) * SNAP));

/** The stretch between two moments of a drag, half an hour at least. */
export function stretchOf(one: number, other: number): Stretch {
  const from = Math.min(Math.floor(Math.min(one, other) / SNAP) * SNAP, DAY_MINUTES - SNAP);
  return { from: Math.max(0, from), to: Math.max(from + SNAP, snap(Math.max(one, other))) };
}

const spanOf = ({ from, to }: Stretch): Span => ({ from: clockOfMinutes(from), to: clockOfMinutes(to) });

/** What of these entries is drawn on a day, beside each other where they overlap. */
export function blocksOf(
  entries: readonly { id: string; body: Words }[],
  day: string,
  almanac: Almanac,
): Block[] {
  const found = entries.flatMap(({ id, body }): Block[] => {
    if ((body.from !== undefined && day < body.from) || (body.until !== undefined && day > body.until))
      return [];
    const { weekdays, only } = body;
    const when = { ...(weekdays ? { weekdays } : {}), ...(only ? { only } : {}) };
    if (stretchesOf(when, day, almanac).length === 0) return [];
    const common = { entry: id, day, lane: 0, lanes: 1 };
    if (!body.hours) return [{ ...common, at: null, from: 0, to: DAY_MINUTES }];
    return body.hours.map(({ from, to }, at) => ({
      ...common,
      at,
      from: minutesOf(from),
      to: minutesOf(to),
    }));
  });
  // What runs all day stands above the hours and takes no room among them.
  return [...found.filter(({ at }) => at === null), ...inLanes(found.filter(({ at }) => at !== null))];
}

function inLanes(blocks: readonly Block[]): Block[] {
  const ends: number[] = [];
  const placed = [...blocks]
    .sort((one, other) => one.from - other.from || other.to - one.to)
    .map((block) => {
      const free = ends.findIndex((end) => end <= block.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = block.to;
      return { ...block, lane };
    });
  return placed.map((block) => {
    const beside = placed.filter((other) => other.from < block.to && block.from < other.to);
    return { ...block, lanes: Math.max(...beside.map(({ lane }) => lane)) + 1 };
  });
}

/** The entry with one of its stretches at another time; null if that lies on another of them or is too short. */
export function retime(words: Words, at: number | null, stretch: Stretch): Words | null {
  if (stretch.from < 0 || stretch.to > DAY_MINUTES || stretch.to - stretch.from < SNAP) return null;
  const hours = words.hours ?? [];
  const others = hours.filter((_, place) => place !== at);
  const free = others.every(({ from, to }) => stretch.to <= minutesOf(from) || minutesOf(to) <= stretch.from);
  if (!free) return null;
  const all = [...others, spanOf(stretch)].sort((one, other) => one.from.localeCompare(other.from));
  return { ...words, hours: all };
}

/** The entry on another day instead of this one; null where every day is meant, or the other one already is. */
export function redate(words: Words, from: string, to: string): Words | null {
  const [one, other] = [weekdayOf(from), weekdayOf(to)];
  if (!words.weekdays?.includes(one) || words.weekdays.includes(other)) return null;
  return onDays(words, [...words.weekdays.filter((day) => day !== one), other]);
}

const daily = ({ weekdays: _, ...rest }: Words): Words => rest;

/** The entry on these weekdays; all seven are every day. */
export function onDays(words: Words, weekdays: readonly number[]): Words {
  const rest = daily(words);
  const days = [...new Set(weekdays)].sort();
  return days.length === 7 || days.length === 0 ? rest : { ...rest, weekdays: days };
}

/** A new entry on one day of the week. */
export function fresh(name: string, playlist: string, to: Words['to'], day: string, stretch: Stretch): Words {
  return {
    ...{ name: name.slice(0, 60), playlist, to, priority: 0, enabled: true },
    ...{ weekdays: [weekdayOf(day)], hours: [spanOf(stretch)] },
  };
}
