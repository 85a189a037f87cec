import type { CommandInput } from '../model/command.ts';
import type { CancelReason, Ticket } from '../model/ticket.ts';
import { today } from '../premises/hall.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf, World } from '../rule.ts';
import { refuseUnlessAway, type AwayCodes } from './away.ts';
import { busyDesk, release, withoutWish } from './calling.ts';

type At = CommandInput<'ticket:hold'>;
type Moved = { id: string };

const codes: AwayCodes = { atWindow: 'ticket.cancel-at-window', over: 'ticket.cancel-over' };

/**
 * 转移 (Q23–Q25): the ticket at the window waits again, for another service or for one window, with its
 * number, arrival and order. Refuses `service.missing`, `window.missing`, `transfer.nowhere`.
 */
export const transferTicket: RuleOf<CommandInput<'ticket:transfer'>, Moved> = (
  records,
  { window: id, service, toWindow },
  world,
) => {
  const desk = busyDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  if (service !== undefined && !records.get('service', service)) return refuse('service.missing');
  if (toWindow !== undefined && !records.get('window', toWindow)) return refuse('window.missing');
  const { ticket, window } = desk;
  const elsewhere = service !== undefined && service !== ticket.body.service;
  if (toWindow === id || (!elsewhere && toWindow === undefined)) return refuse('transfer.nowhere');
  const moved: Ticket = {
    ...withoutWish(ticket.body),
    service: service ?? ticket.body.service,
    state: { is: 'waiting' },
  };
  if (toWindow !== undefined) moved.wanted = toWindow;
  return {
    changes: [
      { kind: 'ticket', id: ticket.id, body: moved },
      { kind: 'window', id, body: { ...window, ticket: null } },
    ],
    result: { id: ticket.id },
  };
};

/** 挂起 (Q26): called or being served; the visitor comes back to be called by choice. The window is free. */
export const holdTicket: RuleOf<At, Moved> = (records, { window: id }, world) => {
  const desk = busyDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  return release(desk.ticket, 'held', id, desk.window, world);
};

/** 弃号 (Q27): called and nobody came, else `ticket.being-served`. It is over; the window is free. */
export const dropTicket: RuleOf<At, Moved> = (records, { window: id }, world) => {
  const desk = busyDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  const { number, state } = desk.ticket.body;
  if (state.is === 'serving') return refuse('ticket.being-served', { number });
  return release(desk.ticket, 'dropped', id, desk.window, world);
};

/**
 * 取消 (Q28): a ticket of today that is at no window is over. Refuses `ticket.missing`,
 * `ticket.cancel-at-window`, `ticket.cancel-over`.
 */
export const cancelTicket: RuleOf<CommandInput<'ticket:cancel'>, Moved> = (
  records,
  { ticket: id, reason },
  world,
) => {
  const ticket = records.get('ticket', id);
  if (!ticket || ticket.day !== today(records, world.now)) return refuse('ticket.missing');
  const refused = refuseUnlessAway(records, ticket, codes);
  if (refused) return refused;
  return { changes: [cancelled(id, ticket, reason, world)], result: { id } };
};

function cancelled(id: string, ticket: Ticket, reason: CancelReason | undefined, world: World) {
  const state = { is: 'cancelled' as const, since: world.now, ...(reason && { reason }) };
  return { kind: 'ticket' as const, id, body: { ...ticket, state } };
}
