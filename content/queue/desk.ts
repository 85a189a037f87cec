import type { CommandInput } from '../model/command.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Records } from '../records.ts';
import { today } from '../premises/hall.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, World } from '../rule.ts';
import { refuseUnlessAway, type AwayCodes } from './away.ts';
import { withoutWish } from './calling.ts';
import { creditMs } from './order.ts';
import { orderAfter } from './passing.ts';
import { settingsOf } from './settings.ts';

type Changed = { id: string };

const codes: AwayCodes = { atWindow: 'ticket.desk-at-window', over: 'ticket.desk-over' };

/** Others who come first when a passed visitor is back and the hall names no place for passed numbers (G4). */
const RETURN_BEHIND = 3;
/** How long a cancelling is taken back (G5): the visitor still stands at the desk. */
export const RESTORE_MS = 60_000;

/** 改业务 (G2): keeps number, arrival and order. Refuses `ticket.missing`, `ticket.desk-*`, `service.missing`. */
export const moveTicket: RuleOf<CommandInput<'ticket:move'>, Changed> = (
  records,
  { ticket: id, service },
  world,
) => {
  const ticket = atDesk(records, id, world);
  if (isRefusal(ticket)) return ticket;
  if (!records.get('service', service)) return refuse('service.missing');
  if (service === ticket.service) return { changes: [], result: { id } };
  return changed(id, { ...withoutWish(ticket), service });
};

/** 改号别 (G3): keeps number and arrival. Refuses `ticket.missing`, `ticket.desk-*`, `ticket.no-appointment`. */
export const setKind: RuleOf<CommandInput<'ticket:kind'>, Changed> = (
  records,
  { ticket: id, kind },
  world,
) => {
  const ticket = atDesk(records, id, world);
  if (isRefusal(ticket)) return ticket;
  if (kind === ticket.kind) return { changes: [], result: { id } };
  if (kind === 'appointment' && ticket.appointed === undefined)
    return refuse('ticket.no-appointment', { number: ticket.number });
  const { order } = settingsOf(records);
  // One that was passed has a place among others instead of its arrival; only the credit is added or taken off.
  const base = ticket.passes
    ? ticket.order + creditMs(order, ticket.kind)
    : (ticket.appointed ?? ticket.issuedAt);
  return changed(id, { ...ticket, kind, order: base - creditMs(order, kind) });
};

/**
 * 重新排队 (G4, G5): a passed ticket, one on hold, or one cancelled a moment ago waits again. Refuses
 * `ticket.missing`, `ticket.desk-at-window`, `ticket.desk-over`. One that waits stays where it is.
 */
export const returnTicket: RuleOf<CommandInput<'ticket:return'>, Changed> = (
  records,
  { ticket: id },
  world,
) => {
  const ticket = ofToday(records, id, world);
  if (isRefusal(ticket)) return ticket;
  const { state } = ticket;
  if (state.is === 'waiting') return { changes: [], result: { id } };
  const restored = state.is === 'cancelled' && world.now - state.since <= RESTORE_MS;
  const refused = restored ? null : refuseUnlessAway(records, ticket, codes);
  if (refused) return refused;
  const waiting: Ticket = { ...ticket, state: { is: 'waiting' } };
  if (state.is === 'passed') {
    const { passBack } = settingsOf(records);
    const behind = passBack === 'list' ? RETURN_BEHIND : passBack;
    waiting.order = orderAfter(records, { kind: 'ticket', id, rev: 0, body: ticket }, behind);
  }
  return changed(id, waiting);
};

function changed(id: string, body: Ticket) {
  return { changes: [{ kind: 'ticket' as const, id, body }], result: { id } };
}

function ofToday(records: Records, id: string, { now }: World): Ticket | Refusal {
  const ticket = records.get('ticket', id);
  return ticket?.day === today(records, now) ? ticket : refuse('ticket.missing');
}

/** A ticket of today that the desk may change: at no window, and not over (G2–G4). */
function atDesk(records: Records, id: string, world: World): Ticket | Refusal {
  const ticket = ofToday(records, id, world);
  return isRefusal(ticket) ? ticket : (refuseUnlessAway(records, ticket, codes) ?? ticket);
}
