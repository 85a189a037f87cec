import { clockOf, dayOf } from '../calendar.ts';
import type { Actor } from '../model/record.ts';
import { hallOpening } from '../premises/calendar.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { Refusal } from '../rule.ts';
import { settingsOf } from './settings.ts';

const MINUTE = 60_000;

/**
 * Why the hall gives out no number at `now` (Q56, Q57): `queue.closed` with the day and time of the next opening,
 * `queue.closed-long` if none is in sight, `queue.last` with the time of closing. Null while it does, and before the
 * hall is set up.
 */
export function refuseHours(records: Records, now: number): Refusal | null {
  const opening = hallOpening(records, now);
  if (!opening) return null;
  const { open, until, next } = opening;
  const zone = zoneOf(records);
  const { issueAhead, stopBefore } = settingsOf(records);
  const isToday = (moment: number) => dayOf(moment, zone) === dayOf(now, zone);
  if (open) {
    const goesOn = next !== null && isToday(next);
    const stopped = !goesOn && until - now <= stopBefore * MINUTE;
    return stopped ? refuse('queue.last', { closes: clockOf(until, zone) }) : null;
  }
  if (next === null) return refuse('queue.closed-long');
  if (isToday(next) && next - now <= issueAhead * MINUTE) return null;
  const [, month, day] = dayOf(next, zone).split('-').map(Number);
  return refuse('queue.closed', { month: month ?? 0, day: day ?? 0, time: clockOf(next, zone), at: next });
}

/** Whether the hours bind the actor (Q58): the hub itself is free of them, a person at the desk once it has `confirmed`. */
export function heldToHours({ is }: Actor, confirmed: true | undefined): boolean {
  return is !== 'system' && !(is === 'account' && confirmed);
}
