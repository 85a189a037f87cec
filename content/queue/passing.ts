import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { TicketState } from '../model/ticket.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';
import { busyDesk } from './calling.ts';
import { lineOf } from './order.ts';
import { settingsOf } from './settings.ts';
import { poolOf, waitingOn } from './tickets.ts';

type Ticket = Kept<'ticket'>;

/**
 * 过号 (Q19, Q29, Q30): only before it is started, else `ticket.started`. The window is free; the ticket goes
 * on the list, back into the line, or is over, as the hall decided.
 */
export const passTicket: RuleOf<CommandInput<'ticket:pass'>, { id: string }> = (
  records,
  { window: id },
  world,
) => {
  const desk = busyDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  const { ticket, window } = desk;
  const { number, state } = ticket.body;
  if (state.is === 'serving') return refuse('ticket.started', { number });
  const passes = (ticket.body.passes ?? 0) + 1;
  const { passBack, passLimit } = settingsOf(records);
  const aside = (is: 'passed' | 'dropped'): TicketState => ({ is, window: id, since: world.now });
  const goes =
    passBack === 'list'
      ? { state: aside('passed') }
      : passes >= passLimit
        ? { state: aside('dropped') }
        : { state: { is: 'waiting' } as const, order: orderAfter(records, ticket, passBack) };
  return {
    changes: [
      { kind: 'ticket', id: ticket.id, body: { ...ticket.body, passes, ...goes } },
      { kind: 'window', id, body: { ...window, ticket: null } },
    ],
    result: { id: ticket.id },
  };
};

/**
 * An order after `others` tickets of the line, or after all of them (Q29). Halving a gap between neighbours
 * runs out of digits in the end; the ticket then takes the next gap behind.
 */
export function orderAfter(records: Records, { body }: Ticket, others: number | 'end'): number {
  const byKind = settingsOf(records).order.is === 'ratio';
  const line = waitingOn(records, body.day, poolOf(records, body.service))
    .filter((one) => !byKind || lineOf(one.body.kind) === lineOf(body.kind))
    .map((one) => one.body.order);
  const last = line.at(-1);
  if (last === undefined) return body.order;
  for (let at = others === 'end' ? line.length : others; at < line.length; at++) {
    const [before, after] = [line[at - 1] ?? 0, line[at] ?? 0];
    const between = (before + after) / 2;
    if (between > before && between < after) return between;
  }
  return last + 1;
}
