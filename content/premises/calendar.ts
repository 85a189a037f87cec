import { checkHours, openingAt, planOf } from '../calendar.ts';
import type { DayPlan, Opening, Timetable } from '../calendar.ts';
import type { Calendar, ExceptionalDay } from '../model/calendar.ts';
import type { CommandInput, CommandResult } from '../model/command.ts';
import { prolonged } from '../publishing/publicity.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf } from '../rule.ts';
import { hallOf, today, zoneOf } from './hall.ts';

/** The id of the only record of its kind. */
export const CALENDAR = 'calendar';

const EMPTY: Calendar = { days: [], lines: [] };

/** The hall's calendar; an empty one where none was saved. */
export function calendarOf(records: Records): Calendar {
  return records.get('calendar', CALENDAR) ?? EMPTY;
}

/** The hall's hours with its calendar; null before the hall is set up. */
export function timetableOf(records: Records): Timetable | null {
  const hall = hallOf(records);
  return hall ? { ...hall.body.hours, calendar: calendarOf(records) } : null;
}

/** What the calendar says of the hall's today; null before the hall is set up. */
export function planToday(records: Records, now: number): DayPlan | null {
  const timetable = timetableOf(records);
  return timetable && planOf(timetable, today(records, now));
}

/** Whether the hall is open at `now`, its calendar regarded; null before it is set up. */
export function hallOpening(records: Records, now: number): Opening | null {
  const timetable = timetableOf(records);
  return timetable && openingAt(timetable, zoneOf(records), now);
}

/**
 * Saves the hall's calendar (R12), its days in order; a 公示 that it leaves too short stands longer (notices.md O19). Refuses `setup.missing`, `record.changed`, `calendar.day-wrong`,
 * `calendar.day-twice`, `hours.wrong`.
 */
export const saveCalendar: RuleOf<CommandInput<'calendar:save'>, CommandResult<'calendar:save'>> = (
  records,
  { rev, ...calendar },
  { now },
) => {
  if (!hallOf(records)) return refuse('setup.missing');
  const known = records.get('calendar', CALENDAR);
  const stale =
    known && checkSeen(records, 'calendar', { id: CALENDAR, ...(rev === undefined ? {} : { rev }) });
  if (stale) return stale;
  const days = [...calendar.days].sort((one, other) => (one.day < other.day ? -1 : 1));
  const wrong = checkDays(days) ?? checkHours({ spans: calendar.market?.spans ?? [] });
  if (wrong) return wrong;
  const body: Calendar = { ...calendar, days };
  if (sameBody(known ?? EMPTY, body)) return { changes: [], result: { id: CALENDAR, prolonged: 0 } };
  const lists = prolonged(records, body, now);
  return {
    changes: [{ kind: 'calendar', id: CALENDAR, body }, ...lists],
    result: { id: CALENDAR, prolonged: lists.length },
  };
};

function checkDays(days: readonly ExceptionalDay[]): Refusal | null {
  for (const [at, one] of days.entries()) {
    const { day } = one;
    if (!isDay(day)) return refuse('calendar.day-wrong', { day });
    if (days[at + 1]?.day === day) return refuse('calendar.day-twice', { day });
    const wrong = one.is === 'off' ? null : checkHours({ spans: one.spans ?? [] });
    if (wrong) return wrong;
  }
  return null;
}

/** `2026-02-30` fits the pattern of a day and is none. */
function isDay(day: string): boolean {
  const moment = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
