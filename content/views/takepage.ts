import type { QueueSettings } from '../model/hall.ts';
import type { Kept } from '../model/record.ts';
import { today } from '../premises/hall.ts';
import { entryCodeOf } from '../queue/entry.ts';
import { takeTicket, ticketsOfPhone } from '../queue/phone.ts';
import { settingsOf } from '../queue/settings.ts';
import { isOver, poolOf, waitingOn } from '../queue/tickets.ts';
import type { Records } from '../records.ts';
import { isRefusal } from '../rule.ts';
import type { Refusal, World } from '../rule.ts';
import type { Minutes } from './ticketpage.ts';

/** How long a number taken now for a service would wait; null if nobody can tell. */
export type ServiceWaitOf = (service: string) => Minutes | null;

/** A service on the page: how many wait in its line, or why this phone gets no number now. */
export interface TakeService {
  id: string;
  name: string;
  waiting: number;
  minutes: Minutes | null;
  refused: Refusal | null;
}

export interface TakePage {
  mode: Required<QueueSettings>['phone'];
  /** Live tickets of this phone, newest first (M3). */
  mine: { code: string; number: string; service: string }[];
  groups: { name: string; services: TakeService[] }[];
}

/** Stands for a phone that has no ticket yet; no hash is like it. */
const NOBODY = '0'.repeat(32);

/**
 * What a phone may take now (M1–M5). Whether it may is asked of the rule itself, so the page cannot promise what
 * the rule refuses. `phone` is null before the phone has its cookie.
 */
export function takePage(
  records: Records,
  phone: string | null,
  world: Pick<World, 'now' | 'standard'>,
  waitOf: ServiceWaitOf,
): TakePage {
  const { now } = world;
  const { phone: mode } = settingsOf(records);
  const day = today(records, now);
  const mine = phone === null ? [] : ticketsOfPhone(records, phone, day);
  const groups = new Map<string, TakeService[]>();
  for (const service of mode === 'off' ? [] : servicesForPhones(records)) {
    const group = service.body.group ?? '';
    const one = lookAt(records, service, phone ?? NOBODY, world, waitOf);
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return {
    mode,
    mine: mine
      .filter(({ body }) => !isOver(body.state) && body.code !== undefined)
      .map(({ body }) => ({
        code: body.code ?? '',
        number: body.number,
        service: records.get('service', body.service)?.name ?? '',
      })),
    groups: [...groups].map(([name, services]) => ({ name, services })),
  };
}

/** Services that phones may take numbers for, by letter. */
function servicesForPhones(records: Records): Kept<'service'>[] {
  return [...records.all('service')]
    .filter(({ body }) => !body.closedTo?.includes('phone'))
    .sort((one, other) => (one.body.prefix < other.body.prefix ? -1 : 1));
}

function lookAt(
  records: Records,
  { id, body }: Kept<'service'>,
  phone: string,
  { now, standard }: Pick<World, 'now' | 'standard'>,
  waitOf: ServiceWaitOf,
): TakeService {
  const by = { is: 'visitor' as const, id: phone, name: '' };
  const entry = entryCodeOf(records, now) ?? undefined;
  const tried = takeTicket(
    records,
    { service: id, kind: 'normal', ...(entry === undefined ? {} : { entry }) },
    { now, by, standard, newId: () => '~' },
  );
  const waiting = waitingOn(records, today(records, now), poolOf(records, id)).length;
  const refused = isRefusal(tried) ? tried : null;
  return { id, name: body.name, waiting, minutes: refused ? null : waitOf(id), refused };
}
