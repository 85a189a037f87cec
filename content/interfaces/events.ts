import type { PublicEvent } from '../model/event.ts';
import type { EventType } from '../model/interface.ts';
import type { Change, Commit } from '../model/record.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Records } from '../records.ts';
import { ticketFacts, windowFacts } from './facts.ts';

/**
 * What other systems hear of a commit, in its order (X6–X8). `records` only name services and windows; when
 * the commit is old these are today's names. The same commit always gives the same ids.
 */
export function eventsOf(commit: Commit, records: Records): PublicEvent[] {
  const events: PublicEvent[] = [];
  for (const change of commit.changes) {
    const event = eventOf(commit, change, records);
    if (!event) continue;
    const id = `${commit.seq}.${events.length}`;
    events.push({ id, at: new Date(commit.at).toISOString(), ...event });
  }
  return events;
}

type Said = Omit<PublicEvent, 'id' | 'at'>;

function eventOf(commit: Commit, { kind, id, rev, body }: Change, records: Records): Said | null {
  if (body === null) return null;
  if (kind === 'ticket') {
    const ticket = body as Ticket;
    const type = ticketEvent(commit, rev, ticket);
    return type && { type, ticket: ticketFacts(records, id, ticket) };
  }
  if (kind === 'window' && moves(commit.command)) {
    const window = windowFacts(id, body as Parameters<typeof windowFacts>[1]);
    const type = windowEvents[window.state as keyof typeof windowEvents];
    return { type, window };
  }
  return null;
}

const windowEvents = { open: 'window.opened', paused: 'window.paused', closed: 'window.closed' } as const;

/** Calls change a window too, and so does an admin: neither opens nor closes it. */
function moves(command: string): boolean {
  return command.startsWith('window:') && command !== 'window:save' && command !== 'window:remove';
}

/**
 * What has happened to a ticket. The command tells what its new state alone does not: a ticket that waits may
 * have been passed, transferred, or given back by an undo.
 */
function ticketEvent({ command, at }: Commit, rev: number, { state, call }: Ticket): EventType | null {
  if (rev === 1) return 'ticket.issued';
  switch (command) {
    case 'ticket:undo':
      return 'ticket.restored';
    case 'ticket:recall':
      return 'ticket.called';
    case 'ticket:pass':
      return 'ticket.passed';
    case 'ticket:transfer':
      return 'ticket.transferred';
  }
  if (!command.startsWith('ticket:') && !command.startsWith('window:')) return null;
  switch (state.is) {
    case 'waiting':
      return null;
    case 'called':
      return call?.at === at ? 'ticket.called' : null;
    case 'serving':
      return state.since === at ? 'ticket.started' : null;
    case 'passed':
    case 'held':
    case 'finished':
    case 'dropped':
    case 'cancelled':
      return state.since === at ? `ticket.${state.is}` : null;
  }
}

/** A place in the stream of events: everything up to event `index` of commit `seq` is known. */
export interface EventPlace {
  seq: number;
  index: number;
}

/** Behind every event of the commit. */
export function afterCommit(seq: number): EventPlace {
  return { seq, index: Number.MAX_SAFE_INTEGER };
}

/** `1208.0` or `1208`, as receivers send it back; null if it is neither. */
export function readPlace(text: string): EventPlace | null {
  const match = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(text.trim());
  if (!match) return null;
  return match[2] === undefined
    ? afterCommit(Number(match[1]))
    : { seq: Number(match[1]), index: Number(match[2]) };
}

/** The place right behind an event, from its id. */
export function placeOf(id: string): EventPlace {
  return readPlace(id) ?? { seq: 0, index: 0 };
}

/** Whether an event lies behind a place. */
export function isAfter(id: string, place: EventPlace): boolean {
  const { seq, index } = placeOf(id);
  return seq > place.seq || (seq === place.seq && index > place.index);
}
