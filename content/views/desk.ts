import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import type { Refusal } from '../rule.ts';
import { today } from '../premises/hall.ts';
import { refuseLimit } from '../queue/limits.ts';
import { placesOf } from '../queue/places.ts';
import { minutesOf, waitsAt } from './wait.ts';

export interface DeskService {
  id: string;
  name: string;
  short: string;
  /** Letter of its numbers. */
  prefix: string;
  /** Empty if it stands in none. */
  group: string;
  waiting: number;
  /** How long a visitor who comes now would wait; null if nobody can tell. */
  minutes: { from: number; to: number } | null;
  /** Why there are no numbers now, as `ticket:issue` would refuse. */
  refusal: Refusal | null;
}

export interface DeskTicket {
  kept: Kept<'ticket'>;
  /** How many are before it; null unless it waits. */
  ahead: number | null;
  /** How long it has still to wait; null if nobody can tell. */
  minutes: { from: number; to: number } | null;
  /** Number of the window that it is at or was last called to; null before its first call. */
  window: number | null;
}

/** What the guide desk knows at `now`: every service by its letter, and the tickets of today, newest first. */
export interface Desk {
  services: DeskService[];
  tickets: DeskTicket[];
}

export function deskOf(records: Records, now: number): Desk {
  const day = today(records, now);
  const places = placesOf(records, now);
  const waits = waitsAt(records, now);
  const tickets = [...records.all('ticket')]
    .filter(({ body }) => body.day === day)
    .sort(
      (one, other) =>
        other.body.issuedAt - one.body.issuedAt || (one.body.number < other.body.number ? 1 : -1),
    )
    .map((kept) => ({
      kept,
      ahead: places.get(kept.id) ?? null,
      minutes: places.has(kept.id) ? minutesOf(waits({ ticket: kept.id })) : null,
      window: kept.body.call?.windowNumber ?? null,
    }));
  const waiting = new Map<string, number>();
  for (const { kept } of tickets)
    if (kept.body.state.is === 'waiting')
      waiting.set(kept.body.service, (waiting.get(kept.body.service) ?? 0) + 1);
  const services = [...records.all('service')]
    .sort((one, other) => (one.body.prefix < other.body.prefix ? -1 : 1))
    .map(({ id, body }) => ({
      id,
      name: body.name,
      short: body.short,
      prefix: body.prefix,
      group: body.group ?? '',
      waiting: waiting.get(id) ?? 0,
      minutes: minutesOf(waits({ service: id })),
      refusal: refuseLimit(records, body, now),
    }));
  return { services, tickets };
}

/** Services by group, in the order in which each group's first service stands; those without one come last. */
export function byGroup(services: readonly DeskService[]): { name: string; services: DeskService[] }[] {
  const groups = new Map<string, DeskService[]>();
  for (const service of services) groups.set(service.group, [...(groups.get(service.group) ?? []), service]);
  return [...groups]
    .map(([name, its]) => ({ name, services: its }))
    .sort((one, other) => Number(one.name === '') - Number(other.name === ''));
}
