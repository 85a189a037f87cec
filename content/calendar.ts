import { lunarDayOf } from './lunar.ts';
import { speaker } from './messages/catalogue.ts';
import { hallEntries } from './messages/hall.ts';
import type { Clock, Day } from './model/base.ts';
import type { Calendar, ExceptionalDay, Market } from './model/calendar.ts';
import type { Hours, Span } from './model/hall.ts';
import type { Language } from './refusals.ts';
import { refuse } from './rule.ts';
import type { Refusal } from './rule.ts';

/** All of China keeps one time, whatever the longitude. */
export const CHINA = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
/** Far enough to see the next opening beyond the longest holidays, and beyond a quarter's works in the house. */
const DAYS_AHEAD = 100;

/** Open round the clock for so many days on end is looked at no further. */
const DAYS_ALIKE = 15;

/** A hall's weekly hours and, where it keeps one, its calendar (H7–H9). */
export interface Timetable extends Hours {
  calendar?: Calendar | undefined;
}

/** Making an Intl format takes about a hundred times as long as using one. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      // Not hourCycle, which came with Chrome 73; this one calls midnight 24.
      hour12: false,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clocks on the wall show at `now`, counted as if it were UTC, in whole seconds. */
function wallOf(now: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(now)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour % 24, minute, second);
}

/**
 * The moment when the wall shows `wall`. An hour that the clocks show twice is meant the first time; one
 * that they skip counts by the clock before the change, so that an opening in it comes right after.
 */
function momentOf(wall: number, timeZone: string): number {
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => wallOf(at, timeZone) - at);
  const candidates = offsets.map((offset) => wall - offset);
  const shown = candidates.filter((at) => wallOf(at, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : (candidates[0] ?? wall);
}

/** The calendar day of `now` in a time zone. */
export function dayOf(now: number, timeZone: string = CHINA): Day {
  return new Date(wallOf(now, timeZone)).toISOString().slice(0, 10);
}

/** The time of day of `now` in a time zone, `09:41`. */
export function clockOf(now: number, timeZone: string = CHINA): Clock {
  return new Date(wallOf(now, timeZone)).toISOString().slice(11, 16);
}

/** Refuses `hours.wrong`: a span must end after it starts, and spans must not overlap; they may touch. */
export function checkHours({ spans }: Pick<Hours, 'spans'>): Refusal | null {
  const sorted = inOrder(spans);
  const wrong = sorted.some(({ from, to }, i) => to <= from || (sorted[i + 1]?.from ?? to) < to);
  return wrong ? refuse('hours.wrong') : null;
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

/** Spans that touch, as 9:00–12:00 and 12:00–14:00, are one: nothing changes between them. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of inOrder(spans)) {
    const last = whole.at(-1);
    if (last && span.from <= last.to) whole[whole.length - 1] = { ...last, to: later(last.to, span.to) };
    else whole.push(span);
  }
  return whole;
}

const later = (one: Clock, other: Clock): Clock => (one > other ? one : other);

/** What a day is: its opening spans in order, and why it is so. */
export interface DayPlan {
  day: Day;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  spans: Span[];
  exception: ExceptionalDay | null;
  market: boolean;
}

/** What the hall's timetable says of a day (H7, H8): an exceptional day goes before a market day's hours, and these before the week's. */
export function planOf({ weekdays, spans, calendar }: Timetable, day: Day): DayPlan {
  const weekday = weekdayOf(day);
  const exception = calendar?.days.find((one) => one.day === day) ?? null;
  const market = calendar?.market !== undefined && isMarketDay(calendar.market, day);
  const usual = weekdays.includes(weekday) ? spans : [];
  const its = (market ? calendar.market?.spans : undefined) ?? usual;
  return { day, weekday, spans: inOrder(exception ? spansOf(exception, spans) : its), exception, market };
}

function spansOf(exception: ExceptionalDay, usual: readonly Span[]): readonly Span[] {
  switch (exception.is) {
    case 'off':
      return [];
    case 'work':
      return exception.spans ?? usual;
    case 'special':
      return exception.spans;
  }
}

/** Whether a day is a market day (赶场日). */
export function isMarketDay({ on }: Market, day: Day): boolean {
  if (on.by === 'weekday') return on.weekdays.includes(weekdayOf(day));
  const date = on.lunar ? lunarDayOf(day) : Number(day.slice(8));
  return date !== null && on.figures.includes(date % 10);
}

const wallOfDay = (day: Day): number => Date.parse(`${day}T00:00Z`);

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(wallOfDay(day)).getUTCDay() || 7;
}

/** The day `n` days after `day`, before it with a negative `n`. */
export function addDays(day: Day, n: number): Day {
  return new Date(wallOfDay(day) + n * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Whether a day counts where the law counts working days (H10): Monday to Friday, but for days off and 调休. A day of
 * special hours or a market on a weekend opens the hall and is no working day.
 */
export function isWorkingDay(calendar: Calendar | undefined, day: Day): boolean {
  const exception = calendar?.days.find((one) => one.day === day);
  if (exception && exception.is !== 'special') return exception.is === 'work';
  return weekdayOf(day) <= 5;
}

/** The moment of a time of day, `24:00` the midnight after, on a day in a time zone. */
export function momentAt(day: Day, clock: string, timeZone: string = CHINA): number {
  return momentOf(wallOfDay(day) + msOf(clock), timeZone);
}

/** The `n`th working day after `day`, which is not counted itself (H10). `n` from 0: then `day` as it is. */
export function addWorkingDays(calendar: Calendar | undefined, day: Day, n: number): Day {
  let at = day;
  // A calendar holds 400 days at most, so that a year without a working day cannot be written down.
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

/** Opening and closing moments from the day of `now` on, in order; those that touch over midnight are one. */
function* openingsFrom(
  hours: Timetable,
  timeZone: string,
  now: number,
): Generator<{ from: number; to: number }> {
  let last: { from: number; to: number } | null = null;
  const today = dayOf(now, timeZone);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    for (const { from, to } of joined(planOf(hours, day).spans)) {
      const opening = {
        from: momentOf(wallOfDay(day) + msOf(from), timeZone),
        to: momentOf(wallOfDay(day) + msOf(to), timeZone),
      };
      if (opening.to <= opening.from) continue;
      if (last && opening.from <= last.to) {
        last.to = Math.max(last.to, opening.to);
        if (ahead >= DAYS_ALIKE) return yield last;
      } else {
        if (last) yield last;
        last = opening;
      }
    }
  }
  if (last) yield last;
}

function msOf(clock: Clock): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000;
}

export interface Opening {
  open: boolean;
  /** The moment of the next change; when none is in sight, the moment to look again. */
  until: number;
  /** The next moment of opening after `now`, or null if none is in sight. */
  next: number | null;
}

/** Whether a hall is open at `now` (`from` inclusive, `to` exclusive), and until when that holds. */
export function openingAt(hours: Timetable, timeZone: string, now: number): Opening {
  let open: { to: number } | null = null;
  for (const { from, to } of openingsFrom(hours, timeZone, now)) {
    if (from > now) return { open: open !== null, until: open?.to ?? from, next: from };
    if (to > now) open = { to };
  }
  return { open: open !== null, until: open?.to ?? now + DAYS_AHEAD * DAY_MS, next: null };
}

/** Opening hours as they stand on a door: `周一至周五 9:00–12:00 14:00–17:00`. */
export function wordHours(hours: Hours, language: Language = 'zh-CN'): string {
  return [wordWeekdays(hours.weekdays, language), ...wordSpans(hours.spans)].join(' ');
}

/** `9:00–12:00` for each span, in order. Hours before ten have one digit, as on a door. */
export function wordSpans(spans: readonly Span[]): string[] {
  const short = (clock: Clock) => clock.replace(/^0/, '');
  return inOrder(spans).map(({ from, to }) => `${short(from)}–${short(to)}`);
}

/** `周一至周五`, `周一、周三至周五`, `周六、周日`, `每天`: three days and more in a row are worded as a run. */
export function wordWeekdays(weekdays: readonly number[], language: Language = 'zh-CN'): string {
  const say = speaker(hallEntries, language);
  const word = (day: number) => say(`hours.day.${day as 1}`);
  const days = [...new Set(weekdays)].sort((one, other) => one - other);
  if (days.length === 7) return say('hours.every-day');
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) =>
      run.length < 3
        ? run.map(word)
        : [say('hours.run', { first: word(run[0] ?? 1), last: word(run.at(-1) ?? 7) })],
    )
    .join(say('hours.join'));
}
