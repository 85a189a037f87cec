import { clockOf, dayOf } from '../content/calendar.ts';
import type { Language } from '../content/refusals.ts';

const MINUTE = 60_000;

/** `2026-11-21T09:41` in `zone`, the form of `<input type="datetime-local">`. */
export function toLocal(moment: number, zone: string): string {
  return `${dayOf(moment, zone)}T${clockOf(moment, zone)}`;
}

/** The moment of a wall-clock time `2026-11-21T09:41` in `zone`; null if it is none. */
export function fromLocal(text: string, zone: string): number | null {
  const guess = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(`${text.slice(0, 16)}Z`) : NaN;
  if (Number.isNaN(guess)) return null;
  // The zone's offset at the guess, and once more at the corrected moment, for the hours near a change of clocks.
  let moment = guess;
  for (let round = 0; round < 2; round++) moment = guess - (Date.parse(`${toLocal(moment, zone)}Z`) - moment);
  return moment - (moment % MINUTE);
}

/** The end of the month of `moment`: the midnight that begins the next month. */
export function endOfMonth(moment: number, zone: string): number {
  const [year = 0, month = 1] = dayOf(moment, zone).split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return fromLocal(`${next}-01T00:00`, zone) ?? moment;
}

/** A moment for a table: the time alone when it is today, else the day and the time; the year only if another. */
export function wordMoment(moment: number, now: number, zone: string, language: Language): string {
  const [day, today] = [dayOf(moment, zone), dayOf(now, zone)];
  const clock = clockOf(moment, zone);
  return day === today ? clock : `${wordDay(day, today, language)} ${clock}`;
}

/** A day `2026-11-21` in words; the year only if it is not that of `today`. */
export function wordDay(day: string, today: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  if (language === 'en') {
    const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1, date),
    );
    return sameYear ? `${date} ${name}` : `${date} ${name} ${year}`;
  }
  return sameYear ? `${month}月${date}日` : `${year}年${month}月${date}日`;
}

/** A time of day as people type it, `9:00`, `900`, `17：30`; null if it is none. */
export function readClock(typed: string): string | null {
  const found = /^\s*(\d{1,2}):?(\d{2})\s*$/.exec(typed.normalize('NFKC'));
  const [, hour = '', minute = ''] = found ?? [];
  if (!found || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A day as people type it, `2026-11-28`, `2026年11月28日`, `11.28` (in the year of `near`); null if it is none. */
export function readDay(typed: string, near: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const found = /^(?:(\d{4})[-./年]?)?(\d{1,2})[-./月]?(\d{1,2})日?$/.exec(text);
  if (!found) return null;
  const [, year = near.slice(0, 4), month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  // 2026-02-30 is read as a day of March: then it was none.
  const moment = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? null : day;
}

/** Whole minutes between two moments, never below zero. */
export function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / MINUTE));
}
