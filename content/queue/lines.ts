import type { Day } from '../model/base.ts';
import type { OrderPolicy } from '../model/hall.ts';
import type { Kept } from '../model/record.ts';
import type { Ticket as Body } from '../model/ticket.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { arrange } from './order.ts';
import { settingsOf } from './settings.ts';
import { standsInFor } from './standing.ts';
import { waitingOn } from './tickets.ts';

type Ticket = Kept<'ticket'>;

/** How a window stands to a ticket: serves it, backs it up when nobody waits for its own (Q35), or neither. */
export type Service = 'own' | 'backup' | 'none';

/**
 * Whether a window's "next" may take a ticket by what it serves (Q14, Q35) and by where the ticket was sent
 * (Q25): a wanted window takes it whatever its service; while that window is held, no other does but the one
 * that stands in for it (Q51). `paused` are the windows that this one stands in for.
 */
export function serves(
  records: Records,
  id: string,
  window: Window,
  ticket: Body,
  paused: readonly Kept<'window'>[] = standsInFor(records, id),
): Service {
  if (ticket.wanted === id) return 'own';
  const wanted = ticket.wanted === undefined ? undefined : records.get('window', ticket.wanted);
  if (wanted && wanted.state.is !== 'closed')
    return paused.some((one) => one.id === ticket.wanted) ? 'own' : 'none';
  if (window.services.includes(ticket.service) || pausedFor(ticket, paused)) return 'own';
  return window.backup?.includes(ticket.service) ? 'backup' : 'none';
}

/** The paused window for which another takes a ticket, by its wish or by its service (Q51). */
function pausedFor(ticket: Body, paused: readonly Kept<'window'>[]): Kept<'window'> | undefined {
  const wanted = paused.find(({ id }) => id === ticket.wanted);
  return wanted ?? paused.find(({ body }) => body.services.includes(ticket.service));
}

/** Who waits for a window on `day`, each line in the order of calling; `backup` only when `own` is empty. */
export interface Lines {
  own: Ticket[];
  backup: Ticket[];
  none: Ticket[];
  /** Tickets of `own` that it takes only because it stands in (Q51), with the number of the paused window. */
  standIn: ReadonlyMap<string, number>;
}

export function linesAt(records: Records, id: string, window: Window, day: Day): Lines {
  const lines: Record<Service, Ticket[]> = { own: [], backup: [], none: [] };
  const standIn = new Map<string, number>();
  const paused = standsInFor(records, id);
  for (const ticket of waitingOn(records, day)) {
    lines[serves(records, id, window, ticket.body, paused)].push(ticket);
    const forWhom =
      serves(records, id, window, ticket.body, []) === 'own' ? null : pausedFor(ticket.body, paused);
    if (forWhom) standIn.set(ticket.id, forWhom.body.number);
  }
  const { order } = settingsOf(records);
  const arranged = (line: Ticket[]) => arrange(line, order, window.turn);
  return { own: arranged(lines.own), backup: arranged(lines.backup), none: lines.none, standIn };
}

/**
 * Why a ticket is next: nobody came earlier, the credit of priority (Q4), priority always (Q38), its kind's turn
 * (Q39), the time of its appointment (B9), sent here (Q25), taken for a paused window (Q51), backed up (Q35).
 */
export type Why =
  'arrival' | 'priority' | 'strict' | 'ratio' | 'appointment' | 'wanted' | 'standin' | 'backup';

export interface Next {
  ticket: Ticket;
  why: Why;
  /** Number of the paused window, where it is taken for one (Q51). */
  standsInFor?: number;
}

/** Whom "next" of a window calls under the hall's policy, and why; null if nobody waits for it. */
export function nextOf(id: string, { own, backup, standIn }: Lines, policy: OrderPolicy): Next | null {
  const line = own.length > 0 ? own : backup;
  const ticket = line[0];
  if (!ticket) return null;
  const paused = standIn.get(ticket.id);
  if (paused !== undefined) return { ticket, why: 'standin', standsInFor: paused };
  return { ticket, why: line === backup ? 'backup' : whyOf(id, ticket.body, line, policy) };
}

function whyOf(id: string, ticket: Body, line: readonly Ticket[], policy: OrderPolicy): Why {
  if (ticket.wanted === id) return 'wanted';
  // One that was passed lost its place; being called before it is nobody's privilege.
  const overtakes = line.some(({ body }) => !body.passes && body.issuedAt < ticket.issuedAt);
  if (!overtakes) return 'arrival';
  if (policy.is === 'ratio' && ticket.kind !== 'appointment') return 'ratio';
  if (ticket.kind === 'appointment') return 'appointment';
  if (ticket.kind === 'normal') return 'arrival';
  return policy.is === 'strict' ? 'strict' : 'priority';
}

/** How many wait on `day` for services that no open window but `id` serves or backs up (Q36). */
export function countLeftBy(records: Records, id: string, window: Window, day: Day): number {
  const others = [...records.all('window')].filter(
    (other) => other.id !== id && other.body.state.is === 'open',
  );
  return waitingOn(records, day).filter(({ body }) => {
    const ticket: Body = { ...body };
    // Leaving closes this window, and with it the wish to be called here (Q25).
    if (ticket.wanted === id) delete ticket.wanted;
    if (serves(records, id, window, body) === 'none') return false;
    return others.every((other) => serves(records, other.id, other.body, ticket) === 'none');
  }).length;
}
