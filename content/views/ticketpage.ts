import type { Kept } from '../model/record.ts';
import type { TicketKind } from '../model/ticket.ts';
import { placesOf } from '../queue/places.ts';
import type { Records } from '../records.ts';

/** A wait in minutes, as told (Q45). */
export interface Minutes {
  from: number;
  to: number;
}

/** How long a waiting ticket, by its id, has still to wait; null if nobody can tell. */
export type WaitOf = (ticket: string) => Minutes | null;

/** A window as it is called out: its number, and its name for the sign above it. */
export interface PageWindow {
  number: number;
  name: string;
}

/** Where the visit stands, with only what the page tells of that state (M8). */
export type PageState =
  | { is: 'waiting'; ahead: number; minutes: Minutes | null; passed: boolean }
  | { is: 'called'; window: PageWindow; count: number }
  | { is: 'serving' | 'passed' | 'held'; window: PageWindow | null }
  | { is: 'finished'; rated?: true }
  | { is: 'dropped' | 'cancelled' };

/** What the page of a ticket tells (M7): of this ticket, and of nobody else's. */
export interface TicketPage {
  number: string;
  /** Name of the service; empty if it is gone. */
  service: string;
  kind: TicketKind;
  issuedAt: number;
  state: PageState;
}

/**
 * Pages of tickets at one moment. Places are counted once for all of them (M11), when the first waiting one is
 * asked for.
 */
export function ticketPages(
  records: Records,
  now: number,
  waitOf: WaitOf,
): (ticket: Kept<'ticket'>) => TicketPage {
  let places: Map<string, number> | null = null;
  return (ticket) => {
    const { number, service, kind, issuedAt } = ticket.body;
    const stateOf = (): PageState => {
      if (ticket.body.state.is !== 'waiting') return awayState(records, ticket);
      places ??= placesOf(records, now);
      const ahead = places.get(ticket.id) ?? 0;
      return {
        is: 'waiting',
        ahead,
        minutes: waitOf(ticket.id),
        passed: (ticket.body.passes ?? 0) > 0,
      };
    };
    return {
      number,
      service: records.get('service', service)?.name ?? '',
      kind,
      issuedAt,
      state: stateOf(),
    };
  };
}

function awayState(records: Records, { body: { state, call, rated } }: Kept<'ticket'>): PageState {
  switch (state.is) {
    case 'waiting':
      throw new Error('a waiting ticket is in the line');
    case 'called': {
      const number = call?.windowNumber ?? records.get('window', state.window)?.number ?? 0;
      const name = records.get('window', state.window)?.name ?? '';
      return { is: 'called', window: { number, name }, count: call?.count ?? 1 };
    }
    case 'serving':
    case 'passed':
    case 'held':
      return { is: state.is, window: windowOf(records, state.window) };
    case 'finished':
      return rated === undefined ? { is: 'finished' } : { is: 'finished', rated: true };
    case 'dropped':
    case 'cancelled':
      return { is: state.is };
  }
}

function windowOf(records: Records, id: string): PageWindow | null {
  const window = records.get('window', id);
  return window ? { number: window.number, name: window.name } : null;
}
