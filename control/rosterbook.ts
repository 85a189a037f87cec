import { addDays, weekdayOf } from '../content/calendar.ts';
import type { Duty, DutyRole } from '../content/model/roster.ts';

/** The days of a month, `2026-11`. */
export function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The month so many months on. */
export function monthAfter(month: string, by: number): string {
  const [year = 2026, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  return at.toISOString().slice(0, 7);
}

/** Who is on duty as what on a day of the book; null for nobody. */
export function dutyAt(days: readonly Duty[], date: string, role: DutyRole): Duty | undefined {
  return days.find((duty) => duty.date === date && duty.role === role);
}

/** The book with these people there instead. */
export function withDuty(
  days: readonly Duty[],
  date: string,
  role: DutyRole,
  staff: readonly string[],
): Duty[] {
  const others = days.filter((duty) => duty.date !== date || duty.role !== role);
  return staff.length > 0 ? [...others, { date, role, staff: [...staff] }] : others;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/**
 * The days of this week as the week before was arranged, taken from `known`, days of both months. Days outside the
 * month, and roles that the week before left open, stay as they are.
 */
export function copyWeek(
  days: readonly Duty[],
  known: readonly Duty[],
  monday: string,
  month: string,
): Duty[] {
  let copied = [...days];
  for (let n = 0; n < 7; n++) {
    const date = addDays(monday, n);
    if (!date.startsWith(month)) continue;
    for (const { role, staff } of known.filter((duty) => duty.date === addDays(date, -7)))
      copied = withDuty(copied, date, role, staff);
  }
  return copied;
}
