import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { clockOf } from '../calendar.ts';
import { today, zoneOf } from '../premises/hall.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, World } from '../rule.ts';
import { callChosen, callTo, openDesk } from './calling.ts';
import { arrivalAt } from './moments.ts';
import { settingsOf } from './settings.ts';
import { isOver, sweepBefore } from './tickets.ts';

/** A number of a paper roll: a letter or none, and the digits as they are printed (Q52). */
interface Printed {
  letter: string;
  digits: string;
}

/** The largest serial that a ticket's number has room for. */
const LARGEST = 99_999;

/**
 * 叫纸质号 (Q50, Q52, Q53, Q55): calls a typed number, or the one after the last that was called in the window's
 * series. A number that is in the queue today is called by choice instead. Refuses `paper.off`, `paper.number`,
 * `paper.first`, `paper.end`, `paper.service`, `paper.again`, and what choosing refuses.
 */
export const callPaper: RuleOf<CommandInput<'ticket:paper'>, CommandResult<'ticket:paper'>> = (
  records,
  { window: id, number: typed, service: asked, again },
  world,
) => {
  const desk = openDesk(records, id, world);
  if (isRefusal(desk)) return desk;
  if (!settingsOf(records).paper) return refuse('paper.off');
  const printed =
    typed === undefined
      ? nextPaper(records, id, desk.window, world.now)
      : (readPaper(records, typed) ?? refuse('paper.number', { number: typed }));
  if (isRefusal(printed)) return printed;
  const before = ticketsOf(records, printed, world.now);
  const live = before.find(({ body }) => !isOver(body.state));
  if (live) return callChosen(records, { window: id, ticket: live.id }, world);
  const number = numberOf(printed);
  const last = before[0];
  if (last && !again) {
    const time = clockOf(last.body.call?.at ?? last.body.issuedAt, zoneOf(records));
    return refuse('paper.again', { number, time });
  }
  const service = serviceOf(records, asked, printed, desk.window, world.now);
  if (typeof service !== 'string') return service;
  const ticket = paperTicket(records, number, service, world);
  const called = callTo(records, desk, id, ticket, world);
  const day = ticket.body.day;
  // The window's own change says already that nothing of yesterday is at it.
  const swept = sweepBefore(records, day).filter((change) => change.kind !== 'window' || change.id !== id);
  return { changes: [...swept, ...called.changes], result: called.result };
};

/** The number that +1 of a window would call at `now` (Q55), or null if it has to be typed. */
export function paperAfter(records: Records, id: string, window: Window, now: number): string | null {
  const next = nextPaper(records, id, window, now);
  return isRefusal(next) ? null : numberOf(next);
}

/** A typed number, with a service's digits where the letter is a service's (Q52); null if it is none. */
export function readPaper(records: Records, typed: string): Printed | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s号-]/g, '')
    .toUpperCase();
  const match = /^([A-Z]?)(\d{1,5})$/.exec(plain);
  const [, letter = '', digits = ''] = match ?? [];
  if (Number(digits) === 0) return null;
  const service = serviceWith(records, letter)?.body;
  return { letter, digits: service ? String(Number(digits)).padStart(service.digits, '0') : digits };
}

function numberOf({ letter, digits }: Printed): string {
  return letter + digits;
}

/**
 * The number after the last that was called in the window's series: that of its own last number, else of the
 * services that it serves, else of the hall (Q55).
 */
function nextPaper(records: Records, id: string, window: Window, now: number): Printed | Refusal {
  const called = papersOn(records, now);
  const mine =
    called.find(({ body }) => body.call?.window === id) ??
    called.find(({ body }) => window.services.includes(body.service)) ??
    called[0];
  if (!mine) return refuse('paper.first');
  const letter = letterOf(mine.body.number);
  const last = called.find(({ body }) => letterOf(body.number) === letter) ?? mine;
  const digits = last.body.number.slice(letter.length);
  const serial = Number(digits) + 1;
  if (serial > LARGEST) return refuse('paper.end', { number: last.body.number });
  return { letter, digits: String(serial).padStart(digits.length, '0') };
}

/** Today's paper numbers, last called first; a recall does not count. */
function papersOn(records: Records, now: number): Kept<'ticket'>[] {
  const day = today(records, now);
  const called: Kept<'ticket'>[] = [];
  for (const ticket of records.all('ticket'))
    if (ticket.body.origin === 'paper' && ticket.body.day === day) called.push(ticket);
  return called.sort((one, other) => other.body.issuedAt - one.body.issuedAt);
}

/** Today's tickets of this number, however it was padded, newest first. */
function ticketsOf(records: Records, { letter, digits }: Printed, now: number): Kept<'ticket'>[] {
  const day = today(records, now);
  const same: Kept<'ticket'>[] = [];
  for (const ticket of records.all('ticket')) {
    const { number, day: its } = ticket.body;
    if (its === day && letterOf(number) === letter && Number(number.slice(letter.length)) === Number(digits))
      same.push(ticket);
  }
  return same.sort((one, other) => other.body.issuedAt - one.body.issuedAt);
}

function letterOf(number: string): string {
  return /^[A-Z]/.exec(number)?.[0] ?? '';
}

function serviceWith(records: Records, letter: string): Kept<'service'> | undefined {
  for (const service of records.all('service')) if (service.body.prefix === letter) return service;
  return undefined;
}

/** The service that the clerk named, that of the letter, that of the series before, or the window's first. */
function serviceOf(
  records: Records,
  asked: string | undefined,
  { letter }: Printed,
  window: Window,
  now: number,
): string | Refusal {
  if (asked !== undefined) return records.get('service', asked) ? asked : refuse('service.missing');
  const before = papersOn(records, now).find(({ body }) => letterOf(body.number) === letter)?.body.service;
  const candidates = [
    serviceWith(records, letter)?.id,
    before !== undefined && window.services.includes(before) ? before : undefined,
    ...window.services,
    before,
  ];
  const found = candidates.find((id) => id !== undefined && records.get('service', id));
  return found ?? refuse('paper.service', { number: window.number });
}

/** Arrivals of paper numbers count strictly up, so that the last one called is known whatever the clock says. */
function paperTicket(records: Records, number: string, service: string, world: World): Kept<'ticket'> {
  const day = today(records, world.now);
  const last = papersOn(records, world.now)[0]?.body.issuedAt ?? -Infinity;
  const arrival = Math.max(arrivalAt(records, day, world.now), last + 1);
  const body: Ticket = {
    number,
    service,
    day,
    kind: 'normal',
    issuedAt: arrival,
    order: arrival,
    state: { is: 'waiting' },
    origin: 'paper',
    call: null,
  };
  return { kind: 'ticket', id: world.newId(), rev: 0, body };
}
