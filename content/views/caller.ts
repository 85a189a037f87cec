import type { OrderPolicy } from '../model/hall.ts';
import type { Kept } from '../model/record.ts';
import type { Call, TicketKind } from '../model/ticket.ts';
import type { Undo, Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { dayOf } from '../calendar.ts';
import { zoneOf } from '../premises/hall.ts';
import { linesAt, nextOf } from '../queue/lines.ts';
import type { Next } from '../queue/lines.ts';
import { paperAfter } from '../queue/paper.ts';
import { settingsOf } from '../queue/settings.ts';
import { waitingOn } from '../queue/tickets.ts';
import { ticketAt } from '../queue/windows.ts';
import { dayEnds } from './moment.ts';

export interface InLine {
  id: string;
  number: string;
  kind: TicketKind;
  service: string;
  /** Short name of the service; empty once the service is removed. */
  short: string;
  /** Waiting since, or passed or put on hold at. */
  since: number;
  /** Whether "next" of the clerk's window may call it: it serves it, backs it up (Q35), or it was sent there (Q25). */
  mine: boolean;
  /** Number of the paused window that the clerk's stands in for, where it takes the ticket for one (Q51). */
  standsInFor?: number;
  /** Called only when nobody waits for the window's own services (Q35). */
  backup?: true;
}

export interface Caller {
  /** The window that the clerk holds, or null. */
  window: Kept<'window'> | null;
  /** Whom the clerk took the window over from (Q37), or null. */
  from: string | null;
  /** The ticket at it, or null. */
  ticket: {
    id: string;
    number: string;
    kind: TicketKind;
    service: string;
    name: string;
    state: 'called' | 'serving';
    since: number;
    call: Call | null;
  } | null;
  /** Everybody who waits today: for the clerk's window in its order of calling, then for others in theirs. */
  waiting: InLine[];
  /** Whom "next" would call, why this one, and the hall's policy, for the figures in its reason. */
  next: { ticket: InLine; why: Next['why']; order: OrderPolicy } | null;
  /** In a hall with paper numbers (Q50), the one that +1 calls, null where it has to be typed (Q55); absent otherwise. */
  paper?: { after: string | null };
  /** Passed tickets of today, last passed first. */
  passed: InLine[];
  /** Tickets on hold today (Q26), last put on hold first. */
  held: InLine[];
  /** What the clerk may still take back, and until when (Q32); null if nothing. */
  undo: Pick<Undo, 'deed' | 'until'> | null;
  /** When the day ends, and with it everything here. */
  until: number;
}

/** What the caller's page of a clerk shows at `now`. */
export function callerOf(records: Records, account: string, now: number): Caller {
  const zone = zoneOf(records);
  const day = dayOf(now, zone);
  const window = windowOf(records, account);
  const lines = window
    ? linesAt(records, window.id, window.body, day)
    : { own: [], backup: [], none: waitingOn(records, day), standIn: new Map<string, number>() };
  const { order, paper } = settingsOf(records);
  const next = window && nextOf(window.id, lines, order);
  const mine = new Set([...lines.own, ...lines.backup].map(({ id }) => id));
  const backups = new Set(lines.backup.map(({ id }) => id));
  const line = ({ id, body }: Kept<'ticket'>, since = body.issuedAt): InLine => {
    const standsInFor = lines.standIn.get(id);
    return {
      id,
      number: body.number,
      kind: body.kind,
      service: body.service,
      short: records.get('service', body.service)?.short ?? '',
      since,
      mine: mine.has(id),
      ...(standsInFor !== undefined && { standsInFor }),
      ...(backups.has(id) && { backup: true as const }),
    };
  };
  const asideOn = (is: 'passed' | 'held') => {
    const aside: InLine[] = [];
    for (const ticket of records.all('ticket'))
      if (ticket.body.day === day && ticket.body.state.is === is)
        aside.push(line(ticket, ticket.body.state.since));
    return aside.sort((one, other) => other.since - one.since || (one.number < other.number ? -1 : 1));
  };
  return {
    window,
    from: window?.body.state.is === 'open' ? (window.body.state.from?.name ?? null) : null,
    ticket: window && currentOf(records, window, now),
    waiting: [...lines.own, ...lines.backup, ...lines.none].map((ticket) => line(ticket)),
    next: next && { ticket: line(next.ticket), why: next.why, order },
    ...(paper && { paper: { after: window && paperAfter(records, window.id, window.body, now) } }),
    passed: asideOn('passed'),
    held: asideOn('held'),
    undo: window && undoAt(window.body, now),
    until: dayEnds(now, zone),
  };
}

/** How many of these wait for each service, most first. */
export function countByService(waiting: readonly InLine[]): { service: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { service } of waiting) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts]
    .map(([service, count]) => ({ service, count }))
    .sort((one, other) => other.count - one.count);
}

/** How many wait for each window's next at `now`, its own and those that it backs up, by window. */
export function waitingAt(records: Records, now: number): Map<string, number> {
  const day = dayOf(now, zoneOf(records));
  const counts = new Map<string, number>();
  for (const { id, body } of records.all('window')) {
    const { own, backup } = linesAt(records, id, body, day);
    counts.set(id, own.length + backup.length);
  }
  return counts;
}

/** The window that an account holds, open or paused. */
export function windowOf(records: Records, account: string): Kept<'window'> | null {
  for (const window of records.all('window'))
    if (window.body.state.is !== 'closed' && window.body.state.clerk.id === account) return window;
  return null;
}

function currentOf(records: Records, window: Kept<'window'>, now: number): Caller['ticket'] {
  const ticket = ticketAt(records, window.body, now);
  if (!ticket) return null;
  const { number, kind, service, state, call } = ticket.body;
  if (state.is !== 'called' && state.is !== 'serving') return null;
  const name = records.get('service', service)?.name ?? '';
  return { id: ticket.id, number, kind, service, name, state: state.is, since: state.since, call };
}

function undoAt({ undo }: Window, now: number): Caller['undo'] {
  return undo && now <= undo.until ? { deed: undo.deed, until: undo.until } : null;
}
