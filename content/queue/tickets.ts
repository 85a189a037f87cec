import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Day } from '../model/base.ts';
import type { Actor, Kept } from '../model/record.ts';
import type { TicketKind, TicketOrigin, TicketState } from '../model/ticket.ts';
import type { Service } from '../model/window.ts';
import type { Records } from '../records.ts';
import { today } from '../premises/hall.ts';
import { refuse } from '../rule.ts';
import { makeCode } from '../code.ts';
import type { Outcome, RuleOf, Wanted, World } from '../rule.ts';
import { heldToHours, refuseHours } from './hours.ts';
import { refuseLimit, refuseWayIn } from './limits.ts';
import { arrivalAt } from './moments.ts';
import { arrange, creditMs } from './order.ts';
import { settingsOf } from './settings.ts';
import { byOrder, waitingOn } from './waiting.ts';

export { byOrder, waitingOn };

/** A phone gives its command as a visitor, a kiosk as a screen (Q5). */
const origins: Record<Actor['is'], TicketOrigin> = {
  account: 'desk',
  screen: 'kiosk',
  visitor: 'phone',
  key: 'api',
  system: 'desk',
};

type Ticket = Kept<'ticket'>;

/** Whether a visit is over: it is neither called nor waited for any more. */
export function isOver({ is }: TicketState): boolean {
  return is === 'finished' || is === 'dropped' || is === 'cancelled';
}

/**
 * Issues a ticket for a service (Q1–Q6, Q38). Refuses `service.missing`, `service.desk-only` (G1), `queue.closed`,
 * `queue.closed-long`, `queue.last` (Q56–Q58), `limit.*` (Q41, Q42), `queue.full`.
 */
export const issueTicket: RuleOf<CommandInput<'ticket:issue'>, CommandResult<'ticket:issue'>> = (
  records,
  { service: id, kind, confirmed },
  world,
) => {
  const service = records.get('service', id);
  if (!service) return refuse('service.missing');
  const shut = refuseWayIn(service, world.by);
  if (shut) return shut;
  const closed = heldToHours(world.by, confirmed) ? refuseHours(records, world.now) : null;
  if (closed) return closed;
  const limited = refuseLimit(records, service, world.now);
  if (limited) return limited;
  return newTicket(records, service, id, { kind, origin: origins[world.by.is] }, world);
};

/** What a new number is given besides what every number has. */
export interface Given {
  kind: TicketKind;
  origin: TicketOrigin;
  /** The time from which it counts instead of its arrival (B9). */
  appointed?: number;
}

/** The next number of a service (Q1–Q6, Q38), whatever the hour and the limits. Refuses `queue.full`. */
export function newTicket(
  records: Records,
  service: Service,
  id: string,
  { kind, origin, appointed }: Given,
  world: World,
): Outcome<CommandResult<'ticket:issue'>> {
  const day = today(records, world.now);
  const series = records.get('series', service.prefix);
  const serial = nextSerial(records, service, day, series?.day === day ? series.last : 0);
  if (serial >= 10 ** service.digits) return refuse('queue.full', { name: service.name });
  const arrival = arrivalAt(records, day, world.now);
  const ticket: Ticket = {
    kind: 'ticket',
    id: world.newId(),
    rev: 1,
    body: {
      number: service.prefix + String(serial).padStart(service.digits, '0'),
      service: id,
      day,
      kind,
      issuedAt: arrival,
      order: (appointed ?? arrival) - creditMs(settingsOf(records).order, kind),
      ...(appointed === undefined ? {} : { appointed }),
      state: { is: 'waiting' },
      origin,
      code: makeCode(world.newId()),
      call: null,
    },
  };
  return {
    changes: [
      ...sweepBefore(records, day),
      { kind: 'series', id: service.prefix, body: { day, last: serial } },
      { kind: 'ticket', id: ticket.id, body: ticket.body },
    ],
    result: {
      id: ticket.id,
      number: ticket.body.number,
      ahead: countAhead(records, ticket),
      code: ticket.body.code,
    },
  };
}

/** The serial after `last`; numbers that a paper roll has used up today are left out (Q53). */
function nextSerial(records: Records, { prefix, digits }: Service, day: Day, last: number): number {
  const called = new Set<string>();
  for (const { body } of records.all('ticket'))
    if (body.origin === 'paper' && body.day === day) called.add(body.number);
  let serial = last + 1;
  while (called.has(prefix + String(serial).padStart(digits, '0'))) serial += 1;
  return serial;
}

/**
 * Removes the tickets of other days, and the windows' hold on them, so that memory stays bounded (Q3).
 * Empty but for the first ticket of a day.
 */
export function sweepBefore(records: Records, day: Day): Wanted[] {
  const swept: Wanted[] = [];
  for (const ticket of records.all('ticket'))
    if (ticket.body.day !== day) swept.push({ kind: 'ticket', id: ticket.id, body: null });
  if (swept.length === 0) return swept;
  const gone = new Set(swept.map(({ id }) => id));
  for (const { id, body } of records.all('window'))
    if (body.ticket !== null && gone.has(body.ticket))
      swept.push({ kind: 'window', id, body: { ...body, ticket: null } });
  return swept;
}

/** How many waiting tickets are before this one, itself in the records or not, at the windows that may call it (Q6). */
export function countAhead(records: Records, ticket: Ticket): number {
  const others = waitingOn(records, ticket.body.day, poolOf(records, ticket.body.service));
  const line = [...others.filter(({ id }) => id !== ticket.id), ticket].sort(byOrder);
  return arrange(line, settingsOf(records).order).indexOf(ticket);
}

/** The services that share windows with this one, itself among them: whose visitors wait in one line (Q6). */
export function poolOf(records: Records, service: string): string[] {
  const pool = new Set([service]);
  for (const { body } of records.all('window'))
    if (body.services.includes(service)) for (const other of body.services) pool.add(other);
  return [...pool];
}
