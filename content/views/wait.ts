import type { Records } from '../records.ts';
import { durationsOf } from '../history/pace.ts';
import { today } from '../premises/hall.ts';
import { nextTicket, rangeOf, simulate, simulateCalls } from '../queue/estimate.ts';
import type { Simulated } from '../queue/estimate.ts';
import { placesOf } from '../queue/places.ts';
import { settingsOf } from '../queue/settings.ts';
import { countAhead } from '../queue/tickets.ts';

/** Of whom the wait is asked: a ticket that waits, or a normal visitor who takes a number of a service now. */
export type Asked = { ticket: string } | { service: string };

/** A wait as it is told: people before, and a range in minutes, both ends on the five (Q43–Q45). */
export interface Wait {
  ahead: number;
  /** Absent, like `to`, when no working window calls it: then nobody can tell. */
  from?: number;
  to?: number;
}

/** The range of a wait, or null if nobody can tell. */
export function minutesOf(wait: Wait | null): { from: number; to: number } | null {
  return wait?.from === undefined || wait.to === undefined ? null : { from: wait.from, to: wait.to };
}

/** How long one has still to wait. Null if the ticket does not wait today, or there is no such service. */
export function waitOf(records: Records, asked: Asked, now: number): Wait | null {
  return waitsAt(records, now)(asked);
}

/**
 * The waits of many at one moment, by the pace that the hub has measured (history.md T8): everybody's calls are
 * worked out once, when the first is asked for. Good as long as the records do not change.
 */
export function waitsAt(records: Records, now: number): (asked: Asked) => Wait | null {
  const durations = durationsOf(records);
  const takesTurns = settingsOf(records).order.is === 'ratio';
  let known: { all: Simulated; places: Map<string, number> } | null = null;
  const lookUp = () => (known ??= { all: simulate(records, now, durations), places: placesOf(records, now) });
  const told = (ahead: number, ms: number | undefined): Wait =>
    ms === undefined ? { ahead } : { ahead, ...rangeOf(ms) };
  return (asked) => {
    if ('ticket' in asked) {
      const ticket = records.get('ticket', asked.ticket);
      if (ticket?.state.is !== 'waiting' || ticket.day !== today(records, now)) return null;
      const { all, places } = lookUp();
      return told(places.get(asked.ticket) ?? 0, all.calls.get(asked.ticket));
    }
    const next = nextTicket(records, asked.service, now);
    if (!next) return null;
    const ms = takesTurns
      ? simulateCalls(records, now, durations, [next]).get(next.id)
      : lookUp().all.newcomers.get(asked.service);
    return told(countAhead(records, next), ms);
  };
}

/** The longest projected wait of a normal visitor who comes now, in ms by service; those that nobody calls are missing. */
export function newcomersAt(records: Records, now: number): ReadonlyMap<string, number> {
  return simulate(records, now, durationsOf(records)).newcomers;
}
