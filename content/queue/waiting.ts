import type { Day } from '../model/base.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';

/* What a hall board needs of the queue, in a file of its own: a TV loads nothing of the rules. */

type Ticket = Kept<'ticket'>;

/** Order of calling (Q4): lower `order` first, then earlier arrival, then lower number. Fixed at issue. */
export function byOrder(one: Pick<Ticket, 'body'>, other: Pick<Ticket, 'body'>): number {
  return (
    one.body.order - other.body.order ||
    one.body.issuedAt - other.body.issuedAt ||
    (one.body.number < other.body.number ? -1 : one.body.number > other.body.number ? 1 : 0)
  );
}

/** Tickets waiting on `day`, first to be called first; only those of `services` if given. */
export function waitingOn(records: Records, day: Day, services?: readonly string[]): Ticket[] {
  const waiting: Ticket[] = [];
  for (const ticket of records.all('ticket')) {
    const { state, day: its, service } = ticket.body;
    if (state.is === 'waiting' && its === day && (!services || services.includes(service)))
      waiting.push(ticket);
  }
  return waiting.sort(byOrder);
}
