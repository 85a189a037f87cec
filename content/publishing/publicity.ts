import { addDays, addWorkingDays, dayOf, isWorkingDay, momentAt } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Notice, NoticeCategory } from '../model/notice.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import type { Wanted } from '../rule.ts';

/** Working days that a list of this category has to stand at least (O8). Source: 社会救助领域基层政务公开标准目录. */
const ASKED: Partial<Record<NoticeCategory, number>> = { assistance: 7 };

/** What is proposed for a category that nothing binds. */
const USUAL = 7;

/** Working days that the rules ask for, or null; and what a new 公示 of the category begins with. */
export function publicityDays(category: NoticeCategory): { asked: number | null; usual: number } {
  const asked = ASKED[category] ?? null;
  return { asked, usual: asked ?? USUAL };
}

/** The last day of a publicity period (O7): the day on which it goes up is not counted, only working days are. */
export function lastDay(calendar: Calendar | undefined, first: Day, days: number): Day {
  return addWorkingDays(calendar, first, days);
}

/** The end of a publicity period that begins at `from`: midnight after its last day (O7), by this calendar or the hall's. */
export function publicityEnd(
  records: Records,
  from: number,
  days: number,
  calendar: Calendar | undefined = records.get('calendar', 'calendar'),
): number {
  const zone = zoneOf(records);
  return momentAt(lastDay(calendar, dayOf(from, zone), days), '24:00', zone);
}

/** Begin and end of a notice as it goes public at `now` (O7, O9); as asked for where it is no 公示. */
export function periodOf(
  records: Records,
  { from, until, publicity }: Pick<Notice, 'from' | 'until' | 'publicity'>,
  before: Notice | undefined,
  now: number,
): { from: number; until: number } {
  if (!publicity) return { from, until };
  // Nothing counts of the days before it was to be seen.
  const earliest = before?.publicity ? Math.min(before.from, Math.max(now, from)) : now;
  const begun = Math.max(from, earliest);
  return { from: begun, until: Math.max(publicityEnd(records, begun, publicity.days), until) };
}

/**
 * Lists that stand, or will, and that end too early by a calendar that comes into force: each with the end that it
 * needs (O19). One that would end earlier by it keeps the end that was promised.
 */
export function prolonged(
  records: Records,
  calendar: Calendar,
  now: number,
): Extract<Wanted, { kind: 'notice' }>[] {
  return [...records.all('notice')].flatMap(({ id, body }) => {
    if (!body.publicity || body.withdrawn || body.until <= now) return [];
    const until = publicityEnd(records, body.from, body.publicity.days, calendar);
    return until > body.until ? [{ kind: 'notice' as const, id, body: { ...body, until } }] : [];
  });
}

export interface PublicityStanding {
  first: Day;
  /** Last day on which it stands. */
  last: Day;
  /** Working days left after today, 0 on the last day. */
  left: number;
  /** Working days asked for. */
  days: number;
}

/** Where a 公示 stands at `now` (O10), or null for any other notice. */
export function publicityStanding(
  { from, until, publicity }: Pick<Notice, 'from' | 'until' | 'publicity'>,
  calendar: Calendar | undefined,
  zone: string,
  now: number,
): PublicityStanding | null {
  if (!publicity) return null;
  const last = dayOf(until - 1, zone);
  let left = 0;
  for (let day = dayOf(Math.max(now, from), zone); day < last;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left += 1;
  }
  return { first: dayOf(from, zone), last, left, days: publicity.days };
}
