import { addDays, dayOf, isWorkingDay, momentAt, weekdayOf } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { Calendar } from '../model/calendar.ts';
import type { When } from '../model/playlist.ts';
import type { Records } from '../records.ts';

/** What a schedule is reckoned by: the hall's time zone and its calendar. */
export interface Almanac {
  zone: string;
  calendar: Calendar | undefined;
}

export function almanacOf(records: Records): Almanac {
  return {
    zone: records.get('hall', 'hall')?.timeZone ?? 'Asia/Shanghai',
    calendar: records.get('calendar', 'calendar'),
  };
}

/** A stretch of time; `until` is no longer in it. */
export interface Stretch {
  from: number;
  until: number;
}

/** The stretches of a day in which something holds (L4), in order; none if it is not its day. */
export function stretchesOf(when: When, day: Day, { zone, calendar }: Almanac): Stretch[] {
  if (when.weekdays && !when.weekdays.includes(weekdayOf(day))) return [];
  if (when.only && (when.only === 'workdays') !== isWorkingDay(calendar, day)) return [];
  const midnights = [momentAt(day, '00:00', zone), momentAt(addDays(day, 1), '00:00', zone)] as const;
  if (!when.hours) return [{ from: midnights[0], until: midnights[1] }];
  return when.hours
    .map(({ from, to }) => ({
      from: momentAt(day, from, zone),
      until: to === '24:00' ? midnights[1] : momentAt(day, to, zone),
    }))
    .filter(({ from, until }) => from < until)
    .sort((one, other) => one.from - other.from);
}

/** Whether something holds at a moment, by the day that it is in the hall. */
export function holds(when: When, now: number, day: Day, almanac: Almanac): boolean {
  if (!when.weekdays && !when.hours && !when.only) return true;
  return stretchesOf(when, day, almanac).some(({ from, until }) => from <= now && now < until);
}

/** The day of `now`. Where clocks go back over midnight, the new day has begun for good at its first midnight. */
export function todayOf(now: number, { zone }: Almanac): Day {
  const day = dayOf(now, zone);
  const next = addDays(day, 1);
  return momentAt(next, '00:00', zone) <= now ? next : day;
}
