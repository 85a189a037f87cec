import type { Day } from '../model/base.ts';
import type { Kept } from '../model/record.ts';
import type { Ticket as Body } from '../model/ticket.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { waitingOn } from './tickets.ts';

type Ticket = Kept<'ticket'>;

/**
 * Whether a window's "next" may take a ticket by what it serves (Q14) and by where the ticket was sent (Q25):
 * a wanted window takes it whatever its service; while that window is held, no other does.
 */
export function serves(records: Records, id: string, window: Window, ticket: Body): boolean {
  if (ticket.wanted === id) return true;
  if (!window.services.includes(ticket.service)) return false;
  if (ticket.wanted === undefined) return true;
  const wanted = records.get('window', ticket.wanted);
  return !wanted || wanted.state.is === 'closed';
}

/** Who waits for a window on `day`, in the order of calling. */
export function lineAt(records: Records, id: string, window: Window, day: Day): Ticket[] {
  return waitingOn(records, day).filter(({ body }) => serves(records, id, window, body));
}
