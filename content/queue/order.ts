import type { OrderPolicy } from '../model/hall.ts';
import type { Kept } from '../model/record.ts';
import type { TicketKind, WalkInKind } from '../model/ticket.ts';

export { byOrder } from './waiting.ts';

type Ticket = Kept<'ticket'>;

/** No day is longer than this with priority tickets before all others (Q38). */
const WHOLE_DAY_MS = 26 * 3_600_000;

/**
 * 15 minutes by default (Q4). In a simulation of four windows with peaks over capacity they halved the wait of
 * priority visitors against plain arrival order, while strict priority cost the others half as much again and
 * let some of them starve.
 */
export const CREDIT: OrderPolicy = { is: 'credit', minutes: 15 };

/** The line in which a kind stands where kinds are told apart: 预约 is an ordinary visitor who came at its time (B9). */
export function lineOf(kind: TicketKind): WalkInKind {
  return kind === 'priority' ? 'priority' : 'normal';
}

/** How much earlier a ticket of a kind counts as having arrived, in ms (Q4, Q38). */
export function creditMs(policy: OrderPolicy, kind: TicketKind): number {
  if (lineOf(kind) === 'normal') return 0;
  switch (policy.is) {
    case 'credit':
      return policy.minutes * 60_000;
    case 'strict':
      return WHOLE_DAY_MS;
    case 'ratio':
      return 0;
  }
}

/**
 * A line that is sorted by `byOrder`, as the hall's policy calls it from the window's place in its round on:
 * by ratio (Q39) the kinds take turns, otherwise it stays as it is.
 */
export function arrange<T extends Pick<Ticket, 'body'>>(
  line: readonly T[],
  policy: OrderPolicy,
  turn = 0,
): T[] {
  if (policy.is !== 'ratio') return [...line];
  const kinds: Record<WalkInKind, T[]> = { priority: [], normal: [] };
  for (const ticket of line) kinds[lineOf(ticket.body.kind)].push(ticket);
  const heads: Record<WalkInKind, number> = { priority: 0, normal: 0 };
  const arranged: T[] = [];
  while (arranged.length < line.length) {
    const due = turn < policy.priority ? 'priority' : 'normal';
    const other = due === 'priority' ? 'normal' : 'priority';
    const kind = heads[due] < kinds[due].length ? due : other;
    const ticket = kinds[kind][heads[kind]++];
    if (ticket) arranged.push(ticket);
    turn = turnAfter(policy, turn, kind);
  }
  return arranged;
}

/**
 * A window's place in its round of `priority` + `normal` calls after it called a `kind` (Q39). A kind that is
 * due and has nobody waiting gives up the rest of its share.
 */
export function turnAfter(
  { priority, normal }: Extract<OrderPolicy, { is: 'ratio' }>,
  turn: number,
  kind: TicketKind,
): number {
  const due = turn < priority ? 'priority' : 'normal';
  const line = lineOf(kind);
  const from = line === due ? turn : line === 'priority' ? 0 : priority;
  return (from + 1) % (priority + normal);
}
