import type { Clock } from '../model/base.ts';
import type { Hours } from '../model/hall.ts';
import type { Actor } from '../model/record.ts';
import type { Service, WayIn } from '../model/window.ts';
import type { Records } from '../records.ts';
import { clockOf } from '../calendar.ts';
import { planToday } from '../premises/calendar.ts';
import { today, zoneOf } from '../premises/hall.ts';
import { refuse } from '../rule.ts';
import type { Refusal } from '../rule.ts';

/** Where the day is split in a hall that takes no break at noon. */
const NOON: Clock = '12:00';

/** When the afternoon begins for the limits (Q41): where the hall opens again after its longest break, else at noon. */
export function afternoonOf(hours: Pick<Hours, 'spans'> | undefined): Clock {
  const spans = [...(hours?.spans ?? [])].sort((one, other) => (one.from < other.from ? -1 : 1));
  let afternoon = NOON;
  let longest = 0;
  for (const [at, { from }] of spans.entries()) {
    const before = spans[at - 1];
    const gap = before ? minutesOf(from) - minutesOf(before.to) : 0;
    if (gap > longest) [afternoon, longest] = [from, gap];
  }
  return afternoon;
}

function minutesOf(clock: Clock): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/**
 * Why a service gives out no number now (Q41, Q42): `limit.last`, `limit.day`, `limit.morning` with the time from
 * which there are numbers again, `limit.afternoon`. Null if it does.
 */
export function refuseLimit(records: Records, service: Service, now: number): Refusal | null {
  const { limits, name } = service;
  if (!limits) return null;
  const clock = clockOf(now, zoneOf(records));
  if (limits.lastIssue !== undefined && clock >= limits.lastIssue)
    return refuse('limit.last', { name, time: limits.lastIssue });
  const from = afternoonOf(planToday(records, now) ?? undefined);
  const issued = countIssued(records, service, now, from);
  const isOut = (limit: number | undefined, count: number) => limit !== undefined && count >= limit;
  if (isOut(limits.day, issued.morning + issued.afternoon)) return refuse('limit.day', { name });
  if (clock >= from)
    return isOut(limits.afternoon, issued.afternoon) ? refuse('limit.afternoon', { name }) : null;
  if (!isOut(limits.morning, issued.morning)) return null;
  const later = limits.afternoon !== 0 && (limits.lastIssue === undefined || limits.lastIssue > from);
  return later ? refuse('limit.morning', { name, from }) : refuse('limit.day', { name });
}

/** Numbers of the service's letter given out today; a cancelled one gives its place back. */
function countIssued(records: Records, service: Service, now: number, afternoon: Clock) {
  const day = today(records, now);
  const zone = zoneOf(records);
  const issued = { morning: 0, afternoon: 0 };
  for (const { body } of records.all('ticket')) {
    if (body.day !== day || body.state.is === 'cancelled' || !body.number.startsWith(service.prefix))
      continue;
    issued[clockOf(body.issuedAt, zone) < afternoon ? 'morning' : 'afternoon'] += 1;
  }
  return issued;
}

/** The ways in that a service may shut; a person at the desk and another system are let through. */
const waysIn: Partial<Record<Actor['is'], WayIn>> = { screen: 'kiosk', visitor: 'phone' };

/** `service.desk-only` if the service is shut to the way in that the actor takes (G1). */
export function refuseWayIn({ closedTo, name }: Service, { is }: Actor): Refusal | null {
  const way = waysIn[is];
  return way && closedTo?.includes(way) ? refuse('service.desk-only', { name }) : null;
}
