import { dayOf } from '../calendar.ts';

const HOUR = 3_600_000;

/** The earliest of some moments, or null if there is none. */
export function earliest(...moments: (number | null | undefined)[]): number | null {
  let first: number | null = null;
  for (const moment of moments)
    if (moment !== null && moment !== undefined && (first === null || moment < first)) first = moment;
  return first;
}

/**
 * The moment when the calendar day of `now` ends in a time zone. Found by halving, because the zone's rules
 * are only known through `dayOf` and a day may have 23 or 25 hours.
 */
export function dayEnds(now: number, timeZone: string): number {
  const day = dayOf(now, timeZone);
  let within = now;
  let after = now + 26 * HOUR;
  while (after - within > 1) {
    const middle = Math.floor((within + after) / 2);
    if (dayOf(middle, timeZone) === day) within = middle;
    else after = middle;
  }
  return after;
}
