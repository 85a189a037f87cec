import type { Records } from '../content/records.ts';
import { minutesOf, waitsAt } from '../content/views/wait.ts';
import type { Ranges } from './counts.ts';

/** How long a newcomer would wait at `now`, of each service of which it can be told. */
export function rangesAt(records: Records, now: number): Ranges {
  const wait = waitsAt(records, now);
  const ranges = new Map<string, { from: number; to: number }>();
  for (const { id } of records.all('service')) {
    const minutes = minutesOf(wait({ service: id }));
    if (minutes) ranges.set(id, minutes);
  }
  return ranges;
}
