import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { today } from '../premises/hall.ts';
import { arrange } from './order.ts';
import { settingsOf } from './settings.ts';
import { poolOf, waitingOn } from './tickets.ts';

/** How many are before each ticket that waits today, by its id: `countAhead` (Q6) of all of them in one go. */
export function placesOf(records: Records, now: number): Map<string, number> {
  const waiting = waitingOn(records, today(records, now));
  const { order } = settingsOf(records);
  const places = new Map<string, number>();
  // Tickets of one service stand in one line with those of its windows.
  for (const [service, own] of byService(waiting)) {
    const pool = new Set(poolOf(records, service));
    const line = arrange(
      waiting.filter(({ body }) => pool.has(body.service)),
      order,
    );
    const ids = new Set(own);
    line.forEach(({ id }, ahead) => ids.has(id) && places.set(id, ahead));
  }
  return places;
}

function byService(waiting: readonly Kept<'ticket'>[]): Map<string, string[]> {
  const services = new Map<string, string[]>();
  for (const { id, body } of waiting) services.set(body.service, [...(services.get(body.service) ?? []), id]);
  return services;
}
