import { dayOf } from '../calendar.ts';
import { hallOpening } from '../premises/calendar.ts';
import { zoneOf } from '../premises/hall.ts';
import { waitingOn } from '../queue/tickets.ts';
import type { Records } from '../records.ts';

/** 延时服务: how many still wait at `now` although the hall has closed for the day (Q59); null otherwise, also at noon. */
export function overtimeOf(records: Records, now: number): { waiting: number } | null {
  const opening = hallOpening(records, now);
  const zone = zoneOf(records);
  const day = dayOf(now, zone);
  if (!opening || opening.open || (opening.next !== null && dayOf(opening.next, zone) === day)) return null;
  const waiting = waitingOn(records, day).length;
  return waiting > 0 ? { waiting } : null;
}
