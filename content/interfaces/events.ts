import type { PublicEvent } from '../model/event.ts';
import type { EventType } from '../model/interface.ts';
import type { Change, Commit } from '../model/record.ts';
import type { Rating } from '../model/rating.ts';
import type { Astray } from '../model/showing.ts';
import type { Silence } from '../model/silence.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { astrayFacts, ratingFacts, screenFacts, ticketFacts, windowFacts } from './facts.ts';

/**
 * What other systems hear of a commit, in its order (X6–X8). `records` only name services and windows; when
 * the commit is old these are today's names. The same commit always gives the same ids.
 */
export function eventsOf(commit: Commit, records: Records): PublicEvent[] {
  const events: PublicEvent[] = [];
  const at = new Date(commit.at).toISOString();
  for (const change of commit.changes)
    for (const said of heardOf(commit, change, records))
      events.push({ id: `${commit.seq}.${events.length}`, at, ...said });
  return events;
}

type Said = Omit<PublicEvent, 'id' | 'at'>;

function heardOf(commit: Commit, { kind, id, rev, body }: Change, records: Records): Said[] {
  if (body === null) return [];
  if (kind === 'ticket') {
    const ticket = ticketFacts(records, id, body as Ticket);
    return ticketEvents(commit, rev, body as Ticket).map((type) => ({ type, ticket }));
  }
  if (kind === 'window' && moves(commit.command)) {
    const window = windowFacts(id, body as Window);
    return [{ type: windowEvents[(body as Window).state.is], window }];
  }
  if (kind === 'silence') {
    const screen = screenFacts(records, id, body as Silence);
    return [{ type: screen.backAt === null ? 'screen.silent' : 'screen.back', screen }];
  }
  if (kind === 'astray') {
    const screen = astrayFacts(records, id, body as Astray);
    return [{ type: screen.backAt === null ? 'screen.astray' : 'screen.right', screen }];
  }
  if (kind === 'rating' && rev === 1)
    return [{ type: 'rating.given', rating: ratingFacts(records, id, body as Rating) }];
  return [];
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
function ticketEvents({ command, at }: Commit, rev: number, { state }: Ticket): EventType[] {
  if (rev === 1) return state.is === 'called' ? ['ticket.issued', 'ticket.called'] : ['ticket.issued'];
  switch (command) {
    case 'ticket:undo':
    case 'ticket:return':
      return ['ticket.restored'];
    case 'ticket:recall':
      return ['ticket.called'];
    case 'ticket:pass':
      return ['ticket.passed'];
    case 'ticket:transfer':
    case 'ticket:move':
      return ['ticket.transferred'];
  }
  const moved = 'since' in state && state.since === at;
  return moved && /^(ticket|window):/.test(command) ? [ticketEventTypes[state.is]] : [];
}

const ticketEventTypes = {
  called: 'ticket.called',
  serving: 'ticket.started',
  passed: 'ticket.passed',
  held: 'ticket.held',
  finished: 'ticket.finished',
  dropped: 'ticket.dropped',
  cancelled: 'ticket.cancelled',
} as const satisfies Record<Exclude<Ticket['state']['is'], 'waiting'>, EventType>;

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
