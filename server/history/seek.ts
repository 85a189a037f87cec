import { clockOf, dayOf } from '../../content/calendar.ts';
import type { Day } from '../../content/model/base.ts';
import type { Hall } from '../hall.ts';

/** The `seq` of the first commit at or after a moment, found by halving; one beyond the newest if there is none. */
export async function firstFrom(hall: Hall, moment: number): Promise<number> {
  let [low, high] = [1, hall.mark.seq + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await momentOf(hall, middle)) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function momentOf(hall: Hall, seq: number): Promise<number> {
  for await (const { at } of hall.commitsAfter(seq - 1)) return at;
  return Infinity;
}

/** About when a day begins in a time zone: to the hour that clocks are changed by. */
export function dayStart(day: Day, zone: string): number {
  const utc = Date.parse(day);
  const wall = Date.parse(`${dayOf(utc, zone)}T${clockOf(utc, zone)}Z`);
  return utc - (wall - utc);
}
