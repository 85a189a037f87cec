import { readCode } from '../code.ts';
import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Day } from '../model/base.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { today } from '../premises/hall.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, World } from '../rule.ts';
import { entryCodeOf } from './entry.ts';
import { cancelTicket } from './moving.ts';
import { settingsOf } from './settings.ts';
import { isOver, issueTicket } from './tickets.ts';

/** Numbers that one phone takes in a day (M4): three errands, each taken back once. */
export const PHONE_DAILY = 6;

/** Tickets that this phone took on `day`, newest first. `phone` is the hash that a ticket keeps. */
export function ticketsOfPhone(records: Records, phone: string, day: Day): Kept<'ticket'>[] {
  return [...records.all('ticket')]
    .filter(({ body }) => body.phone === phone && body.day === day)
    .sort((one, other) => other.body.issuedAt - one.body.issuedAt);
}

/** The ticket of today that a typed code leads to (M7). */
export function ticketOfCode(records: Records, typed: string, now: number): Kept<'ticket'> | undefined {
  const code = readCode(typed);
  const day = today(records, now);
  for (const ticket of records.all('ticket'))
    if (ticket.body.code === code && ticket.body.day === day) return ticket;
  return undefined;
}

/**
 * A phone takes a number (M1–M5); the actor is the phone, its id the hash that the ticket keeps. Refuses
 * `phone.off`, `phone.entry`, `phone.has-ticket`, `phone.enough`, and what `issueTicket` refuses.
 */
export const takeTicket: RuleOf<CommandInput<'ticket:take'>, CommandResult<'ticket:take'>> = (
  records,
  { service, kind, entry },
  world,
) => {
  const { by } = world;
  if (by.is !== 'visitor') return refuse('phone.off');
  const refused = refusePhone(records, service, entry, by.id, world);
  if (refused) return refused;
  const issued = issueTicket(records, { service, kind }, world);
  if (isRefusal(issued)) return issued;
  const changes = issued.changes.map((change) =>
    change.kind === 'ticket' && change.id === issued.result.id && change.body
      ? { ...change, body: { ...change.body, phone: by.id } }
      : change,
  );
  return { changes, result: issued.result };
};

function refusePhone(
  records: Records,
  service: string,
  entry: string | undefined,
  phone: string,
  { now }: World,
): Refusal | null {
  const mode = settingsOf(records).phone;
  if (mode === 'off') return refuse('phone.off');
  if (mode === 'hall' && readCode(entry ?? '') !== entryCodeOf(records, now)) return refuse('phone.entry');
  const mine = ticketsOfPhone(records, phone, today(records, now));
  const live = mine.find(({ body }) => body.service === service && !isOver(body.state));
  const name = records.get('service', service)?.name ?? '';
  if (live) return refuse('phone.has-ticket', { number: live.body.number, name });
  return mine.length >= PHONE_DAILY ? refuse('phone.enough', { count: PHONE_DAILY }) : null;
}

/** 离开排队 (M9): by the code of the slip or the page. Refuses `ticket.missing` and what `cancelTicket` refuses. */
export const leaveQueue: RuleOf<CommandInput<'ticket:leave'>, { id: string }> = (
  records,
  { code },
  world,
) => {
  const ticket = ticketOfCode(records, code, world.now);
  return ticket ? cancelTicket(records, { ticket: ticket.id }, world) : refuse('ticket.missing');
};
