import type { Day } from '../model/base.ts';
import type { Actor, Change, Commit } from '../model/record.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Window } from '../model/window.ts';
import type { Sitting, StateName, Visit } from './visit.ts';

/** What of a commit the fold reads. */
export type Told = Pick<Commit, 'at' | 'by' | 'command' | 'changes'>;

/** The visits of one day, built commit by commit (T1–T7). */
export class DayFold {
  readonly day: Day;
  readonly #visits = new Map<string, Visit>();
  /** Each visit as it was before its newest commit, for what is taken back (T3); null: there was none. */
  readonly #before = new Map<string, Visit | null>();

  constructor(day: Day) {
    this.day = day;
  }

  /** In the order of issue. */
  get visits(): Visit[] {
    return [...this.#visits.values()];
  }

  add(commit: Told): void {
    const windows = windowsOf(commit.changes);
    for (const { kind, id, body } of commit.changes) {
      if (kind !== 'ticket') continue;
      if (commit.command === 'ticket:undo') this.#takeBack(id);
      else if (body !== null) this.#follow(id, body as Ticket, commit, windows);
      // Swept away (Q3): the visit stays as it stood.
    }
  }

  #takeBack(id: string): void {
    const before = this.#before.get(id);
    if (before === undefined) return;
    this.#before.delete(id);
    if (before === null) this.#visits.delete(id);
    else this.#visits.set(id, before);
  }

  #follow(id: string, ticket: Ticket, { at, by }: Told, windows: Windows): void {
    if (ticket.day !== this.day) return;
    const before = this.#visits.get(id) ?? null;
    this.#before.set(id, before);
    this.#visits.set(id, next(before ?? begin(id, ticket, at, by), ticket, at, by, windows));
  }
}

type Windows = ReadonlyMap<string, Window>;

function windowsOf(changes: readonly Change[]): Windows {
  const windows = new Map<string, Window>();
  for (const { kind, id, body } of changes)
    if (kind === 'window' && body !== null) windows.set(id, body as Window);
  return windows;
}

/** A paper number is called in the commit that knows it first: it begins with no wait. */
function begin(id: string, ticket: Ticket, at: number, by: Actor): Visit {
  const issued = ticket.issuedAt;
  return {
    ticket: id,
    number: ticket.number,
    day: ticket.day,
    service: ticket.service,
    kind: ticket.kind,
    origin: ticket.origin ?? 'desk',
    issued,
    told: ticket.told ?? null,
    state: 'waiting',
    at: issued,
    firstCall: null,
    ended: null,
    calls: 0,
    recalls: 0,
    passes: 0,
    transfers: 0,
    holds: 0,
    spent: { waiting: 0, aside: 0, window: 0 },
    sittings: [],
    steps: [{ from: null, to: 'waiting', at: Math.max(issued, at), by, window: null }],
  };
}

const over: readonly StateName[] = ['finished', 'dropped', 'cancelled'];
const atWindow: readonly StateName[] = ['called', 'serving'];

function next(visit: Visit, ticket: Ticket, moment: number, by: Actor, windows: Windows): Visit {
  const from = visit.state;
  const to = ticket.state.is;
  const sits = atWindow.includes(from);
  const calls = ticket.call?.count ?? 0;
  const recalled = to === from && sits && calls > visit.calls;
  const now: Visit = { ...visit, service: ticket.service, kind: ticket.kind, calls };
  if (to === from && !recalled) return now;
  const at = Math.max(visit.at, moment);
  const open = visit.sittings.at(-1);
  const window = 'window' in ticket.state ? ticket.state.window : sits ? (open?.window ?? null) : null;
  const spent = { ...visit.spent };
  spent[sits ? 'window' : from === 'waiting' ? 'waiting' : 'aside'] += at - visit.at;
  const moved = { ...now, at, spent, steps: [...visit.steps, { from, to, at, by, window }] };
  if (recalled) return { ...moved, recalls: visit.recalls + 1 };
  const passed = sits && (to === 'passed' || (ticket.passes ?? 0) > visit.passes);
  return {
    ...moved,
    state: to,
    firstCall: to === 'called' ? (visit.firstCall ?? at) : visit.firstCall,
    ended: over.includes(to) ? at : null,
    passes: visit.passes + (passed ? 1 : 0),
    holds: visit.holds + (to === 'held' ? 1 : 0),
    transfers: visit.transfers + (sits && to === 'waiting' && !passed ? 1 : 0),
    sittings: sit(visit, ticket, at, by, windows),
  };
}

function sit(visit: Visit, ticket: Ticket, at: number, by: Actor, windows: Windows): readonly Sitting[] {
  const { state } = ticket;
  const sittings = [...visit.sittings];
  const last = sittings.at(-1);
  if (state.is === 'called') {
    sittings.push({
      service: ticket.service,
      window: state.window,
      windowNumber: ticket.call?.windowNumber ?? 0,
      clerk: clerkAt(windows.get(state.window), by),
      called: at,
      started: null,
      ended: null,
      to: null,
    });
  } else if (last && last.ended === null) {
    sittings[sittings.length - 1] =
      state.is === 'serving' ? { ...last, started: at } : { ...last, ended: at, to: state.is };
  }
  return sittings;
}

/** A key calls for the clerk who holds the window (X5). */
function clerkAt(window: Window | undefined, by: Actor): Sitting['clerk'] {
  if (window && window.state.is !== 'closed') return window.state.clerk;
  return by.is === 'account' ? { id: by.id, name: by.name } : null;
}
