import type { Day } from '../model/base.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { dayOf } from '../calendar.ts';

/** The hall's own record; there is one once the hall is set up. */
export function hallOf(records: Records): Kept<'hall'> | undefined {
  for (const hall of records.all('hall')) return hall;
  return undefined;
}

/** The hall's time zone. Before set-up there is none, and then the one that all of China keeps. */
export function zoneOf(records: Records): string {
  return hallOf(records)?.body.timeZone ?? 'Asia/Shanghai';
}

/** The calendar day of `now` in the hall. */
export function today(records: Records, now: number): Day {
  return dayOf(now, zoneOf(records));
}
