import type { Day } from '../model/base.ts';
import type { Records } from '../records.ts';

/**
 * Moments of one day that only go forward, whatever the hub's clock does (Q47): both in ms. A clock that is
 * set back would let a new ticket jump the line, and hide a new call behind an old one.
 */

/** When a visitor who comes now has arrived: after everybody who came before. */
export function arrivalAt(records: Records, day: Day, now: number): number {
  let newest = now;
  for (const { body } of records.all('ticket'))
    if (body.day === day && body.issuedAt > newest) newest = body.issuedAt;
  return newest === now ? now : newest + 1;
}

/** When a call that is made now is made: after every call before. */
export function callAt(records: Records, day: Day, now: number): number {
  let newest = now;
  for (const { body } of records.all('ticket'))
    if (body.day === day && body.call && body.call.at >= newest) newest = body.call.at + 1;
  return newest;
}
