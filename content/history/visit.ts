import type { Day, Person } from '../model/base.ts';
import type { Actor } from '../model/record.ts';
import type { TicketKind, TicketOrigin, TicketState } from '../model/ticket.ts';

export type StateName = TicketState['is'];

/** One change of a ticket's state, or a repeated call (T1). */
export interface Step {
  /** Null when the number was issued. */
  from: StateName | null;
  to: StateName;
  at: number;
  by: Actor;
  /** Id of the window; null where none takes part. */
  window: string | null;
}

/** A ticket at a window, from its call to its end there (T2). Moments in ms; `ended` is null while it lasts. */
export interface Sitting {
  service: string;
  window: string;
  windowNumber: number;
  clerk: Person | null;
  called: number;
  started: number | null;
  ended: number | null;
  /** Where it went from there. */
  to: StateName | null;
}

/** One visitor's way through the hall on one day, as the journal tells it (history.md T1–T7). */
export interface Visit {
  ticket: string;
  number: string;
  day: Day;
  service: string;
  kind: TicketKind;
  origin: TicketOrigin;
  issued: number;
  /** Range in minutes that was told when the number was issued (T7). */
  told: { from: number; to: number } | null;
  state: StateName;
  /** Moment of the newest step; no later one is before it (T4). */
  at: number;
  firstCall: number | null;
  /** When it was finished, dropped or cancelled. */
  ended: number | null;
  /** Announcements of the newest call, as the ticket counts them. */
  calls: number;
  recalls: number;
  passes: number;
  transfers: number;
  holds: number;
  /** How long it was in the line, aside (passed, on hold), and at windows, up to `at`, in ms; they sum up to `at - issued`. */
  spent: { waiting: number; aside: number; window: number };
  sittings: readonly Sitting[];
  steps: readonly Step[];
}

/** From the number to the first call in ms; null before it, and for paper, whose taking nobody saw (T5). */
export function waitedMs(visit: Visit): number | null {
  return visit.firstCall === null || visit.origin === 'paper' ? null : visit.firstCall - visit.issued;
}

/** How long a visitor was served there in ms, from the start, or from the call where nobody pressed start (T6). */
export function servedMs({ called, started, ended, to }: Sitting): number | null {
  return to === 'finished' && ended !== null ? ended - (started ?? called) : null;
}
