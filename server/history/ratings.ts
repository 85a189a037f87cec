import { dayOf } from '../../content/calendar.ts';
import type { Day } from '../../content/model/base.ts';
import type { Case, Rating } from '../../content/model/rating.ts';
import { zoneOf } from '../../content/premises/hall.ts';
import { ratedRows, type RatedRow } from '../../content/ratings/rates.ts';
import type { Hall } from '../hall.ts';
import { dayStart, firstFrom } from './seek.ts';

/**
 * The ratings given on the days from the first to the last, both included, each with its case as it is now
 * (T17). What the hall still holds comes from its records; older ones are read back from the journal.
 */
export async function ratingsOf(hall: Hall, from: Day, to: Day, now: number): Promise<RatedRow[]> {
  const zone = zoneOf(hall.records);
  const rows =
    from >= lastMonth(dayOf(now, zone))
      ? [...ratedRows(hall.records)]
      : await readBack(hall, dayStart(from, zone));
  return rows.filter(({ rating }) => {
    const day = dayOf(rating.at, zone);
    return day >= from && day <= to;
  });
}

/** The first day of the month before: the ratings since then are kept as records (E10). */
function lastMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}

async function readBack(hall: Hall, moment: number): Promise<RatedRow[]> {
  const ratings = new Map<string, Rating>();
  const cases = new Map<string, Case>();
  for await (const { changes } of hall.commitsAfter((await firstFrom(hall, moment)) - 1))
    for (const { kind, id, body } of changes) {
      // A month's sweep takes them out of the records, not out of what has been.
      if (body === null) continue;
      if (kind === 'rating') ratings.set(id, body as Rating);
      if (kind === 'case') cases.set(id, body as Case);
    }
  return [...ratings].map(([id, rating]) => ({ rating, case: cases.get(id) }));
}
