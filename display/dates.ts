import { say } from '../content/messages/display.ts';
import type { DisplayKey } from '../content/messages/display.ts';

/** A moment as the hall's calendar has it. `weekday`: 1 is Monday, 7 is Sunday. */
export interface Moment {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      // Not hourCycle, which came with Chrome 73; this one calls midnight 24.
      hour12: false,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

export function readMoment(at: number, zone: string): Moment {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    year: Number(parts['year']),
    month: Number(parts['month']),
    day: Number(parts['day']),
    weekday: weekdays.indexOf(parts['weekday'] ?? '') + 1,
    hour: Number(parts['hour']) % 24,
    minute: Number(parts['minute']),
  };
}

/** `11月21日` */
export function wordDate(at: number, zone: string): string {
  const { month, day } = readMoment(at, zone);
  return say('day.date', { month, day });
}

/** `星期六` */
export function wordWeekday(at: number, zone: string): string {
  return say(`weekday.${readMoment(at, zone).weekday}` as DisplayKey);
}

/** Whole days between two moments by the hall's calendar: 0 is the same day. */
export function daysBetween(from: number, to: number, zone: string): number {
  const [one, other] = [readMoment(from, zone), readMoment(to, zone)];
  const midnight = ({ year, month, day }: Moment) => Date.UTC(year, month - 1, day);
  return Math.round((midnight(other) - midnight(one)) / 86_400_000);
}

/** `今天`, `明天`, or `11月23日 星期一` */
export function wordDay(at: number, now: number, zone: string): string {
  const days = daysBetween(now, at, zone);
  if (days === 0) return say('day.today');
  if (days === 1) return say('day.tomorrow');
  return `${wordDate(at, zone)} ${wordWeekday(at, zone)}`;
}
