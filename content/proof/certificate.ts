import { addDays, dayOf, momentAt, planOf } from '../calendar.ts';
import { makeCode } from '../code.ts';
import type { Day } from '../model/base.ts';
import type { Notice } from '../model/notice.ts';
import type { Certificate, CertificateDay, GapWhy, ShownPicture } from '../model/showing.ts';
import { timetableOf } from '../premises/calendar.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { contentsOf } from './day.ts';
import type { DayPart } from './day.ts';
import { cutTo, joined, lengthOf, within } from './stretches.ts';
import type { Span } from './stretches.ts';

export type { Certificate } from '../model/showing.ts';

/** A day counts as shown from so much on: long enough to be read once (PS10). */
export const ENOUGH_MS = 60_000;
/** Shorter holes are a restart or a hiccup of the network (PS11). */
export const GAP_MS = 5 * 60_000;
const MOST_GAPS = 200;
const MOST_DAYS = 400;

/** What the log holds of a day. */
export interface LoggedDay {
  chain: string | null;
  sealed: boolean | null;
  screens: ReadonlyMap<string, readonly DayPart[]>;
}

/** What a certificate is made from besides the records. */
export interface Evidence {
  now: number;
  /** The log of a day; null if there is none. */
  logged(day: Day): LoggedDay | null;
  pictures: readonly ShownPicture[];
  /** SHA-256 in hex. */
  digest(text: string): string;
}

/** Days of a 公示, first and last counted. */
export function daysOf(records: Records, notice: Pick<Notice, 'from' | 'until'>): Day[] {
  const zone = zoneOf(records);
  const days: Day[] = [];
  const last = dayOf(notice.until - 1, zone);
  for (let day = dayOf(notice.from, zone); day <= last && days.length < MOST_DAYS; day = addDays(day, 1))
    days.push(day);
  return days;
}

/** What the log proves of a 公示 (PS10–PS13); null for any other notice. */
export function certificateOf(records: Records, id: string, evidence: Evidence): Certificate | null {
  const notice = records.get('notice', id);
  if (!notice?.publicity) return null;
  const days = daysOf(records, notice);
  const logs = new Map(days.map((day) => [day, evidence.logged(day)]));
  const told = days.map((day) => dayIn(records, id, notice, day, logs.get(day) ?? null, evidence.now));
  const gaps = gapsIn(records, id, notice, logs);
  const missing = told.filter(({ is }) => is === 'missing').map(({ day }) => day);
  const open = told.some(({ is }) => is === 'today' || is === 'ahead');
  const seals = told.map(({ day, chain }) => `${day} ${chain ?? '-'}`).join('\n');
  const words: Omit<Certificate, 'madeAt'> = {
    notice: id,
    title: notice.title,
    ...(notice.number === undefined ? {} : { number: notice.number }),
    ...(notice.signer === undefined ? {} : { signer: notice.signer }),
    revs: revsIn(id, logs),
    ...{ first: days[0]!, last: days.at(-1)!, working: notice.publicity.days, days: told },
    screens: screensIn(records, told),
    gaps: gaps.slice(0, MOST_GAPS),
    moreGaps: Math.max(0, gaps.length - MOST_GAPS),
    pictures: evidence.pictures.filter((one) => one.notice === id).slice(0, 200),
    chain: evidence.digest(seals),
    verdict: told.every(({ ms }) => ms === 0)
      ? { is: 'none' }
      : missing.length > 0
        ? { is: 'missing', days: missing }
        : { is: open ? 'running' : 'whole' },
  };
  // PS15: what says the same has the same code, and nobody finds the next one by counting.
  return { ...words, madeAt: evidence.now, code: makeCode(evidence.digest(JSON.stringify(words))) };
}

/** When a notice stood in the parts of a day. */
function seenIn(parts: readonly DayPart[], notice: string): Span[] {
  return joined(
    parts.filter(
      ({ is, show }) =>
        is === 'shown' &&
        show !== null &&
        contentsOf(show).some(({ kind, id }) => kind === 'notice' && id === notice),
    ),
  );
}

function dayIn(
  records: Records,
  id: string,
  notice: Notice,
  day: Day,
  log: LoggedDay | null,
  now: number,
): CertificateDay {
  const seen = [...(log?.screens ?? [])].flatMap(([screen, parts]) => {
    const spans = seenIn(parts, id);
    return spans.length ? [{ screen, spans }] : [];
  });
  const ms = lengthOf(joined(seen.flatMap(({ spans }) => spans)));
  return {
    day,
    is: standingOf(records, notice, day, ms, now),
    ms,
    screens: seen.map(({ screen, spans }) => ({ screen, ms: lengthOf(spans), turns: spans.length })),
    chain: log?.chain ?? null,
    sealed: log?.sealed ?? null,
  };
}

/** PS10: asked of every day on which the hall is open, but for the one on which it went up. */
function standingOf(
  records: Records,
  { from }: Notice,
  day: Day,
  ms: number,
  now: number,
): CertificateDay['is'] {
  const today = dayOf(now, zoneOf(records));
  if (day > today) return 'ahead';
  if (ms >= ENOUGH_MS) return 'shown';
  if (day === today) return 'today';
  if (openSpans(records, day).length === 0) return 'rest';
  return day === dayOf(from, zoneOf(records)) ? 'rest' : 'missing';
}

/** When the hall is open on a day. */
export function openSpans(records: Records, day: Day): Span[] {
  const timetable = timetableOf(records);
  if (!timetable) return [];
  const zone = zoneOf(records);
  return joined(
    planOf(timetable, day).spans.map(({ from, to }) => ({
      from: momentAt(day, from, zone),
      until: momentAt(day, to, zone),
    })),
  );
}

function revsIn(id: string, logs: ReadonlyMap<Day, LoggedDay | null>): number[] {
  const revs = new Set<number>();
  for (const log of logs.values())
    for (const parts of log?.screens.values() ?? [])
      for (const { is, show } of parts)
        if (is === 'shown' && show)
          for (const one of contentsOf(show))
            if (one.kind === 'notice' && one.id === id && one.rev !== null) revs.add(one.rev);
  return [...revs].sort((one, other) => one - other).slice(0, 50);
}

function screensIn(records: Records, days: readonly CertificateDay[]): Certificate['screens'] {
  const totals = new Map<string, { ms: number; days: number }>();
  for (const day of days)
    for (const { screen, ms } of day.screens) {
      const total = totals.get(screen) ?? { ms: 0, days: 0 };
      totals.set(screen, { ms: total.ms + ms, days: total.days + 1 });
    }
  return [...totals].map(([screen, total]) => {
    const { name, spot } = records.get('screen', screen) ?? { name: screen };
    return { screen, name, ...(spot === undefined ? {} : { spot }), ...total };
  });
}

/** PS11: holes of screens that showed it, in the hours of the hall and within its period. */
function gapsIn(
  records: Records,
  id: string,
  { from, until }: Notice,
  logs: ReadonlyMap<Day, LoggedDay | null>,
): Certificate['gaps'] {
  const showed = new Set<string>();
  for (const log of logs.values())
    for (const [screen, parts] of log?.screens ?? []) if (seenIn(parts, id).length) showed.add(screen);
  const gaps: Certificate['gaps'] = [];
  for (const [day, log] of logs) {
    const open = openSpans(records, day).flatMap((span) => cutTo(span, { from, until }) ?? []);
    for (const screen of showed)
      for (const [why, spans] of holesOf(log?.screens.get(screen) ?? []))
        for (const one of joined(spans.flatMap((span) => within(span, open))))
          if (one.until - one.from >= GAP_MS) gaps.push({ screen, ...one, why });
  }
  return gaps.sort((one, other) => one.from - other.from);
}

function holesOf(parts: readonly DayPart[]): Map<GapWhy, Span[]> {
  const holes = new Map<GapWhy, Span[]>();
  for (const { why, from, until } of parts)
    if (why !== null) holes.set(why, [...(holes.get(why) ?? []), { from, until }]);
  return holes;
}
