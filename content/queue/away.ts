import type { Ticket } from '../model/ticket.ts';
import type { Records } from '../records.ts';
import { refuse, type Refusal } from '../rule.ts';

/** The codes of one command for a ticket that is at a window, and for one that is over. */
export interface AwayCodes {
  atWindow: 'ticket.desk-at-window' | 'ticket.cancel-at-window';
  over: 'ticket.desk-over' | 'ticket.cancel-over';
}

/** Refuses a ticket that is at a window or over: what the desk or the visitor may change is neither (G2–G4, Q28). */
export function refuseUnlessAway(
  records: Records,
  { number, state }: Ticket,
  { atWindow, over }: AwayCodes,
): Refusal | null {
  switch (state.is) {
    case 'waiting':
    case 'passed':
    case 'held':
      return null;
    case 'called':
    case 'serving':
      return refuse(atWindow, { number, window: records.get('window', state.window)?.number ?? '' });
    case 'finished':
    case 'dropped':
    case 'cancelled':
      return refuse(over, { number });
  }
}
