import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { TicketState } from '../model/ticket.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { today } from '../premises/hall.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted, World } from '../rule.ts';
import { linesAt, nextOf } from './lines.ts';
import { callAt } from './moments.ts';
import { turnAfter } from './order.ts';
import { settingsOf } from './settings.ts';
import { heldWindow } from './windows.ts';

type Ticket = Kept<'ticket'>;
type At = CommandInput<'ticket:next'>;
type Called = { id: string; number: string };

interface Desk {
  window: Window;
  ticket: Ticket | null;
}

/** A window that may call: held by the actor and not paused (Q13). */
export function openDesk(records: Records, id: string, world: World): Desk | Refusal {
  const held = heldWindow(records, id, world);
  if (!isRefusal(held) && held.window.state.is === 'paused')
    return refuse('window.paused', { number: held.window.number });
  return held;
}

/** An open window and the ticket at it; `window.no-ticket` if there is none (Q16). */
export function busyDesk(
  records: Records,
  id: string,
  world: World,
): { window: Window; ticket: Ticket } | Refusal {
  const desk = openDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  if (!desk.ticket) return refuse('window.no-ticket', { number: desk.window.number });
  return { window: desk.window, ticket: desk.ticket };
}

/** 顺呼 (Q14, Q35, Q39): finishes the ticket at the window and calls the first one waiting. `queue.empty` changes nothing. */
export const callNext: RuleOf<At, Called> = (records, { window: id }, world) => {
  const desk = openDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  const { order } = settingsOf(records);
  const next = nextOf(id, linesAt(records, id, desk.window, today(records, world.now)), order);
  if (!next) return refuse('queue.empty');
  const { kind } = next.ticket.body;
  const window =
    order.is === 'ratio'
      ? { ...desk.window, turn: turnAfter(order, desk.window.turn ?? 0, kind) }
      : desk.window;
  return callTo(records, { ...desk, window }, id, next.ticket, world);
};

/** 选呼 (Q15), and 回呼 of a ticket on hold (Q26): calls one ticket of any service. */
export const callChosen: RuleOf<CommandInput<'ticket:call'>, Called> = (
  records,
  { window: id, ticket: chosen },
  world,
) => {
  const desk = openDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  const body = records.get('ticket', chosen);
  if (!body || body.day !== today(records, world.now)) return refuse('ticket.missing');
  const { state, number } = body;
  switch (state.is) {
    case 'waiting':
    case 'passed':
    case 'held':
      return callTo(records, desk, id, { kind: 'ticket', id: chosen, rev: 0, body }, world);
    case 'called':
    case 'serving':
      return refuse('ticket.at-window', {
        number,
        window: records.get('window', state.window)?.number ?? '',
      });
    case 'finished':
      return refuse('ticket.finished', { number });
    case 'dropped':
    case 'cancelled':
      return refuse('ticket.over', { number });
  }
};

/** 重呼 (Q17): a new announcement of the ticket at the window; it stays called or being served. */
export const recallTicket: RuleOf<At, Called> = (records, { window: id }, world) => {
  const desk = busyDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  const { ticket, window } = desk;
  const call = announce(records, ticket, id, window, world);
  return {
    changes: [{ kind: 'ticket', id: ticket.id, body: { ...ticket.body, call } }],
    result: { id: ticket.id, number: ticket.body.number },
  };
};

/** 开始办理 (Q18). Starting twice changes nothing. */
export const startTicket: RuleOf<At, Called> = (records, { window: id }, world) => {
  const desk = busyDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  const { ticket } = desk;
  const result = { id: ticket.id, number: ticket.body.number };
  if (ticket.body.state.is === 'serving') return { changes: [], result };
  return { changes: [move(ticket, 'serving', id, world)], result };
};

/** 办理完成 (Q20): called or being served. The window is free. */
export const finishTicket: RuleOf<At, Called> = (records, { window: id }, world) => {
  const desk = busyDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  return release(desk.ticket, 'finished', id, desk.window, world);
};

/** Finishes what is at the window and calls `ticket`, which may be new, to it. */
export function callTo(records: Records, desk: Desk, id: string, ticket: Ticket, world: World) {
  const changes: Wanted[] = [];
  if (desk.ticket) changes.push(move(servedBy(desk.ticket, desk.window), 'finished', id, world));
  changes.push(
    {
      kind: 'ticket',
      id: ticket.id,
      body: {
        ...withoutWish(ticket.body),
        state: { is: 'called', window: id, since: world.now },
        call: announce(records, ticket, id, desk.window, world),
      },
    },
    { kind: 'window', id, body: { ...desk.window, ticket: ticket.id } },
  );
  return { changes, result: { id: ticket.id, number: ticket.body.number } };
}

/** A called ticket has arrived where a transfer sent it, or at a window that helps out. */
export function withoutWish({ wanted: _, ...body }: Ticket['body']): Ticket['body'] {
  return body;
}

/** A fresh id makes every screen show and sound it once, a recall of the same number too. */
function announce(records: Records, ticket: Ticket, id: string, window: Window, world: World) {
  const count = (ticket.body.call?.count ?? 0) + 1;
  const at = callAt(records, ticket.body.day, world.now);
  return { id: world.newId(), at, window: id, windowNumber: window.number, count };
}

/** The ticket with the name of who served it (Q61): whoever holds the window when the visit ends. */
export function servedBy(ticket: Ticket, { state }: Window): Ticket {
  return state.is === 'closed' ? ticket : { ...ticket, body: { ...ticket.body, clerk: state.clerk } };
}

function move(
  ticket: Ticket,
  is: Exclude<TicketState['is'], 'waiting' | 'cancelled'>,
  window: string,
  world: World,
): Wanted {
  return {
    kind: 'ticket',
    id: ticket.id,
    body: { ...ticket.body, state: { is, window, since: world.now } },
  };
}

/** Takes the ticket from the window into another state, and frees the window. */
export function release(
  ticket: Ticket,
  is: 'passed' | 'finished' | 'held' | 'dropped',
  id: string,
  window: Window,
  world: World,
) {
  const changes: Wanted[] = [
    move(is === 'finished' ? servedBy(ticket, window) : ticket, is, id, world),
    { kind: 'window', id, body: { ...window, ticket: null } },
  ];
  return { changes, result: { id: ticket.id, number: ticket.body.number } };
}
