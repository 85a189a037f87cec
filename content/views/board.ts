import type { Hall } from '../model/hall.ts';
import type { Kept } from '../model/record.ts';
import type { Call, Ticket, TicketState } from '../model/ticket.ts';
import type { Records } from '../records.ts';
import { dayOf } from '../calendar.ts';
import type { DayPlan, Opening } from '../calendar.ts';
import { hallOpening, planToday } from '../premises/calendar.ts';
import { hallOf, zoneOf } from '../premises/hall.ts';
import { CALL_FRESH_MS } from '../protocol.ts';
import { inDisplayOrder } from '../publishing/contacts.ts';
import { showing } from '../publishing/notices.ts';
import { waitingOn } from '../queue/waiting.ts';
import type { Holds } from './groups.ts';
import { dayEnds, earliest } from './moment.ts';
import { pausedAt } from './paused.ts';
import type { PausedWindow } from './paused.ts';

/** A call pulses three times in three seconds, then stands still (look.md). */
export const PULSE_MS = 3_000;
/** More than fit the longest board; a board shows the first few. */
const LAST_CALLS = 8;

export interface BoardCall {
  /** Announcement id: a new one is shown and sounded once. */
  id: string;
  ticket: string;
  number: string;
  /** Name of the service; empty once the service is removed. */
  service: string;
  windowNumber: number;
  at: number;
  count: number;
  /** Where the ticket stands now. */
  state: TicketState['is'];
}

/** The calls of a board, or of one of its groups. */
export interface Calls {
  /** The newest call of today. `fresh`: to be announced as now; else it was "a moment ago". */
  current: (BoardCall & { fresh: boolean; pulseUntil: number }) | null;
  /** The last calls of other tickets, newest first, up to eight. */
  last: BoardCall[];
}

export interface Board extends Calls {
  /** Null before the hall is set up. */
  hall: Hall | null;
  slogan: string[];
  /** Numbers passed today that may still be called, last passed first. */
  passed: string[];
  /** Every service in the order of its letter, with how many wait. */
  waiting: { service: string; name: string; short: string; count: number }[];
  waitingTotal: number;
  /** Windows that are paused, by number (S7). */
  paused: PausedWindow[];
  openWindows: number;
  /** 延时服务 (S8): the hall has closed for the day, and visitors are still served. */
  overtime: boolean;
  contacts: Kept<'contact'>[];
  opening: Opening | null;
  /** What the hall's calendar says of today. */
  plan: DayPlan | null;
  /** Notices on screens now, newest first. */
  notices: Kept<'notice'>[];
  /** The earliest moment when any of this changes by time alone: draw again then, do not poll. */
  until: number | null;
}

/** What the hall board shows at `now`. Reads nothing but what a screen may see. */
export function boardOf(records: Records, now: number): Board {
  const hall = hallOf(records)?.body ?? null;
  const zone = zoneOf(records);
  const day = dayOf(now, zone);
  const { current, last } = callsAt(records, now);
  const opening = hallOpening(records, now);
  const notices = showing(records.all('notice'), now);
  const waiting = countWaiting(records, day);
  const waitingTotal = waiting.reduce((sum, { count }) => sum + count, 0);
  const openWindows = [...records.all('window')].filter(({ body }) => body.state.is === 'open').length;
  const paused = pausedAt(records, now);
  return {
    hall,
    slogan: sloganOf(records),
    current,
    last,
    passed: passedOn(records, day),
    waiting,
    waitingTotal,
    paused,
    openWindows,
    overtime: isOver(opening, day, zone) && openWindows > 0 && (waitingTotal > 0 || atWindows(records, day)),
    contacts: inDisplayOrder(records.all('contact')),
    opening,
    plan: planToday(records, now),
    notices: notices.shown,
    until: earliest(
      notices.until,
      opening?.until,
      ...paused.map(({ back }) => back),
      hall || records.count('ticket') > 0 ? dayEnds(now, zone) : null,
      ...momentsOf(current, now),
    ),
  };
}

/** The calls of today at the windows that `holds` names, of all windows without it. */
export function callsAt(records: Records, now: number, holds?: Holds): Calls {
  const calls = callsOn(records, dayOf(now, zoneOf(records)), holds);
  const newest = calls[0];
  const current = newest
    ? { ...newest, fresh: now - newest.at < CALL_FRESH_MS, pulseUntil: newest.at + PULSE_MS }
    : null;
  return { current, last: calls.slice(1, 1 + LAST_CALLS) };
}

/** Whether the hall has closed and does not open again on `day`. */
export function isOver(opening: Opening | null, day: string, zone: string): boolean {
  return opening !== null && !opening.open && (opening.next === null || dayOf(opening.next, zone) !== day);
}

function atWindows(records: Records, day: string): boolean {
  for (const { body } of records.all('ticket'))
    if (body.day === day && (body.state.is === 'called' || body.state.is === 'serving')) return true;
  return false;
}

/** Moments after `now` when a call no longer pulses, and is no longer fresh. */
export function momentsOf(current: Calls['current'], now: number): number[] {
  if (!current) return [];
  return [current.pulseUntil, current.at + CALL_FRESH_MS].filter((moment) => moment > now);
}

/** The newest call of each ticket of `day`, newest first. One that waits again is no longer called (Q23). */
function callsOn(records: Records, day: string, holds?: Holds): BoardCall[] {
  const calls: BoardCall[] = [];
  for (const { id, body } of records.all('ticket'))
    if (body.day === day && body.call && body.state.is !== 'waiting' && (!holds || holds(body.call.window)))
      calls.push(show(records, id, body, body.call));
  return calls.sort((one, other) => other.at - one.at || (one.number < other.number ? 1 : -1));
}

function show(records: Records, ticket: string, body: Ticket, call: Call): BoardCall {
  return {
    id: call.id,
    ticket,
    number: body.number,
    service: records.get('service', body.service)?.name ?? '',
    windowNumber: call.windowNumber,
    at: call.at,
    count: call.count,
    state: body.state.is,
  };
}

function passedOn(records: Records, day: string): string[] {
  const passed: { number: string; since: number }[] = [];
  for (const { body } of records.all('ticket'))
    if (body.day === day && body.state.is === 'passed')
      passed.push({ number: body.number, since: body.state.since });
  passed.sort((one, other) => other.since - one.since || (one.number < other.number ? -1 : 1));
  return passed.map(({ number }) => number);
}

function countWaiting(records: Records, day: string): Board['waiting'] {
  const counts = new Map<string, number>();
  for (const { body } of waitingOn(records, day))
    counts.set(body.service, (counts.get(body.service) ?? 0) + 1);
  return [...records.all('service')]
    .sort((one, other) => (one.body.prefix < other.body.prefix ? -1 : 1))
    .map(({ id, body }) => ({ service: id, name: body.name, short: body.short, count: counts.get(id) ?? 0 }));
}

/** The lines of the slogan; empty if the hall has none. */
export function sloganOf(records: Records): string[] {
  for (const { body } of records.all('pledge')) if (body.role === 'slogan') return body.lines;
  return [];
}
