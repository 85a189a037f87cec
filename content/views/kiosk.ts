import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import type { Refusal } from '../rule.ts';
import { dayOf } from '../calendar.ts';
import { zoneOf } from '../premises/hall.ts';
import { refuseHours } from '../queue/hours.ts';
import { refuseLimit } from '../queue/limits.ts';
import { waitingOn } from '../queue/tickets.ts';
import { minutesOf, waitsAt } from './wait.ts';

export interface KioskService {
  id: string;
  name: string;
  short: string;
  group: string;
  waiting: number;
  /** How long a visitor who comes now would wait; null if nobody can tell. */
  minutes: { from: number; to: number } | null;
  /** Why there are no numbers now, as `ticket:issue` would refuse. */
  refusal: Refusal | null;
  /** What its windows do, in their own words: people look for 医保缴费, not for the service's name. */
  business: string[];
}

/** The services that a kiosk offers, in the order of their letters; those closed to kiosks are left out (K10). */
export function kioskOf(records: Records, now: number): KioskService[] {
  const waiting = countWaiting(records, now);
  const waits = waitsAt(records, now);
  const closed = refuseHours(records, now);
  return [...records.all('service')]
    .filter(({ body }) => !body.closedTo?.includes('kiosk'))
    .sort((one, other) => (one.body.prefix < other.body.prefix ? -1 : 1))
    .map(({ id, body }) => ({
      id,
      name: body.name,
      short: body.short,
      group: body.group ?? '',
      waiting: waiting.get(id) ?? 0,
      minutes: minutesOf(waits({ service: id })),
      refusal: closed ?? refuseLimit(records, body, now),
      business: windowsFor(records, id).flatMap((window) => window.body.business),
    }));
}

function countWaiting(records: Records, now: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { body } of waitingOn(records, dayOf(now, zoneOf(records))))
    counts.set(body.service, (counts.get(body.service) ?? 0) + 1);
  return counts;
}

/** Windows that serve a service: those at work, or all of them while none is. By number. */
export function windowsFor(records: Records, service: string): Kept<'window'>[] {
  const all = [...records.all('window')]
    .filter(({ body }) => body.services.includes(service))
    .sort((one, other) => one.body.number - other.body.number);
  const open = all.filter(({ body }) => body.state.is !== 'closed');
  return open.length > 0 ? open : all;
}

/** Groups in the order in which their first service stands; services without one are a group of no name. */
export function groupsOf(services: readonly KioskService[]): { name: string; services: KioskService[] }[] {
  const groups = new Map<string, KioskService[]>();
  for (const service of services) groups.set(service.group, [...(groups.get(service.group) ?? []), service]);
  return [...groups].map(([name, its]) => ({ name, services: its }));
}
