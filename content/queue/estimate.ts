import type { Kept } from '../model/record.ts';
import type { Ticket as Body } from '../model/ticket.ts';
import type { Records } from '../records.ts';
import { today } from '../premises/hall.ts';
import { serves } from './lines.ts';
import { arrange, creditMs, turnAfter } from './order.ts';
import { settingsOf } from './settings.ts';
import { standsInFor } from './standing.ts';
import { byOrder, countAhead, waitingOn } from './tickets.ts';
import { ticketAt } from './windows.ts';

type Ticket = Kept<'ticket'>;

const MINUTE = 60_000;
/** Expected before anything was measured, in ms. */
const FIRST_GUESS_MS = 10 * MINUTE;
/** So many visits of its own weigh as much as everything else that is known (Q44). */
const WEIGHT = 5;
/** Nobody knows when a visit ends that has outlasted the mean; it is given this share of the mean (Q43). */
const TAIL = 1 / 4;
/** An estimate is off by about a fifth; the range says so (Q45). */
const SPREAD = 0.2;

/** Recent visits of each service, from call to finish: how many, and their mean in ms. */
export type Durations = Readonly<Record<string, { count: number; mean: number }>>;

export interface Estimate {
  /** People before, as told when a number is issued (Q6). */
  ahead: number;
  /** In minutes, both ends on the five (Q45); null if no open window serves it. */
  minutes: { from: number; to: number } | null;
}

/**
 * How long a waiting ticket, or a normal one that would be issued for a service now, has still to wait (Q43–Q45).
 * Null if the ticket does not wait today, or there is no such service.
 */
export function estimateWait(
  records: Records,
  of: { ticket: string } | { service: string },
  now: number,
  durations: Durations,
): Estimate | null {
  const ticket =
    'ticket' in of ? waitingTicket(records, of.ticket, now) : nextTicket(records, of.service, now);
  if (!ticket) return null;
  const wait = simulateCalls(records, now, durations, 'service' in of ? [ticket] : []).get(ticket.id);
  return { ahead: countAhead(records, ticket), minutes: wait === undefined ? null : rangeOf(wait) };
}

/** A wait in ms as a range of minutes, rounded outwards to five (Q45). */
export function rangeOf(wait: number): { from: number; to: number } {
  const from = Math.floor((wait * (1 - SPREAD)) / MINUTE / 5) * 5;
  const to = Math.ceil((wait * (1 + SPREAD)) / MINUTE / 5) * 5;
  return { from, to: Math.max(to, from + 5) };
}

/** The expected length of a visit in ms: the service's own mean, drawn to that of all where it has few (Q44). */
export function expectedMs(durations: Durations, service: string): number {
  let [count, sum] = [0, 0];
  for (const one of Object.values(durations)) [count, sum] = [count + one.count, sum + one.count * one.mean];
  const all = (sum + WEIGHT * FIRST_GUESS_MS) / (count + WEIGHT);
  const own = durations[service] ?? { count: 0, mean: 0 };
  return (own.count * own.mean + WEIGHT * all) / (own.count + WEIGHT);
}

/**
 * In how many ms each waiting ticket would be called, if every window calls on as its rules say (Q43). Tickets
 * that no working window would call are missing. `more` are waiting tickets that are not in the records.
 */
export function simulateCalls(
  records: Records,
  now: number,
  durations: Durations,
  more: readonly Ticket[] = [],
): Map<string, number> {
  return simulate(records, now, durations, more).calls;
}

/** In how many ms those who wait, and normal visitors who came now, would be called (Q43). */
export interface Simulated {
  /** By the ids of tickets. */
  calls: Map<string, number>;
  /** By the ids of services; right unless the kinds take turns (Q39). */
  newcomers: Map<string, number>;
}

/** All of `simulateCalls`, and in the same go when each service's line would have come to its end. */
export function simulate(
  records: Records,
  now: number,
  durations: Durations,
  more: readonly Ticket[] = [],
): Simulated {
  const { order } = settingsOf(records);
  const line = [...waitingOn(records, today(records, now)), ...more].sort(byOrder);
  const calls = new Map<string, number>();
  const newcomers = new Map<string, number>();
  const means = new Map<string, number>();
  const desks = desksAt(records, now, durations, line);
  const first = (tickets: Ticket[], turn: number): Ticket | undefined => {
    while (tickets[0] && calls.has(tickets[0].id)) tickets.shift();
    if (order.is !== 'ratio') return tickets[0];
    return arrange(
      tickets.filter(({ id }) => !calls.has(id)),
      order,
      turn,
    )[0];
  };
  const end = (services: readonly string[], wait: number) => {
    for (const service of services) if (!newcomers.has(service)) newcomers.set(service, wait);
  };
  while (desks.length > 0) {
    desks.sort((one, other) => one.free - other.free || one.number - other.number);
    const desk = desks[0];
    if (!desk) break;
    const own = first(desk.own, desk.turn);
    if (!own) end(desk.serves, desk.free - now);
    const next = own ?? first(desk.backup, desk.turn);
    if (!next) {
      end(desk.backs, desk.free - now);
      desks.shift();
      continue;
    }
    calls.set(next.id, desk.free - now);
    const { service, kind } = next.body;
    const mean = means.get(service) ?? expectedMs(durations, service);
    means.set(service, mean);
    desk.free += mean;
    if (order.is === 'ratio') desk.turn = turnAfter(order, desk.turn, kind);
  }
  return { calls, newcomers };
}

interface Desk {
  number: number;
  /** When it calls next. */
  free: number;
  turn: number;
  /** Services that it calls, its own and those of the windows that it stands in for (Q51), and backs up (Q35). */
  serves: readonly string[];
  backs: readonly string[];
  /** Those of the line that it may call. */
  own: Ticket[];
  backup: Ticket[];
}

/** The windows that are open, or paused with a promised return, and when each is free (Q43). */
function desksAt(records: Records, now: number, durations: Durations, line: readonly Ticket[]): Desk[] {
  const desks: Desk[] = [];
  for (const window of records.all('window')) {
    const { number, state, turn = 0, services, backup = [] } = window.body;
    const free =
      state.is === 'open'
        ? freeAt(records, window, now, durations)
        : state.is === 'paused' && state.until !== undefined && state.until > now
          ? state.until
          : null;
    if (free === null) continue;
    const paused = standsInFor(records, window.id);
    const desk: Desk = { number, free, turn, serves: services, backs: backup, own: [], backup: [] };
    if (paused.length > 0) desk.serves = [...services, ...paused.flatMap(({ body }) => body.services)];
    for (const ticket of line) {
      const as = serves(records, window.id, window.body, ticket.body, paused);
      if (as !== 'none') desk[as].push(ticket);
    }
    desks.push(desk);
  }
  return desks;
}

function freeAt(records: Records, window: Kept<'window'>, now: number, durations: Durations): number {
  const ticket = ticketAt(records, window.body, now)?.body;
  if (!ticket || (ticket.state.is !== 'called' && ticket.state.is !== 'serving')) return now;
  const mean = expectedMs(durations, ticket.service);
  const since = ticket.call?.at ?? ticket.state.since;
  return now + Math.max(mean - (now - since), mean * TAIL);
}

function waitingTicket(records: Records, id: string, now: number): Ticket | null {
  const body = records.get('ticket', id);
  if (!body || body.state.is !== 'waiting' || body.day !== today(records, now)) return null;
  return { kind: 'ticket', id, rev: records.rev('ticket', id), body };
}

/** A normal number as it would be issued now; `~` stands in no id, so it is nobody's. */
export function nextTicket(records: Records, service: string, now: number): Ticket | null {
  const prefix = records.get('service', service)?.prefix;
  if (!prefix) return null;
  const body: Body = {
    number: `${prefix}99999`,
    service,
    day: today(records, now),
    kind: 'normal',
    issuedAt: now,
    order: now - creditMs(settingsOf(records).order, 'normal'),
    state: { is: 'waiting' },
    call: null,
  };
  return { kind: 'ticket', id: '~', rev: 0, body };
}
