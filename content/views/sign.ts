import type { PauseReason, Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { dayOf } from '../calendar.ts';
import { hallOpening } from '../premises/calendar.ts';
import { zoneOf } from '../premises/hall.ts';
import { CALL_FRESH_MS } from '../protocol.ts';
import { standInOf, standsInFor } from '../queue/standing.ts';
import { ticketAt } from '../queue/windows.ts';
import { isOver, PULSE_MS } from './board.ts';
import { dayEnds, earliest } from './moment.ts';

const DAY_MS = 86_400_000;

interface Plate {
  /** Number of the window. */
  window: number;
  name: string;
  business: string[];
  /** Who serves there now; absent while the window is closed. */
  clerk?: string;
  /** Who serves there in place of the one whose post it is (顶岗, Q37). */
  standIn?: string;
  /** Numbers of the paused windows whose visitors it takes (Q51), rising. */
  standsFor?: number[];
  /** 延时服务 (S8): the hall has closed for the day. */
  overtime?: true;
  /** The moment when the sign next changes by time alone; null if it does not. */
  until: number | null;
}

/** What a window's sign shows: only the fields that its state has. */
export type SignState =
  | { is: 'missing'; until: null }
  | ({ is: 'closed' } & Plate)
  | ({ is: 'idle' } & Plate)
  | ({
      is: 'called';
      number: string;
      /** Announcement id: a new one blinks again. */
      call: string;
      since: number;
      count: number;
      fresh: boolean;
      /** Blink before this moment, stand still after it. */
      blinkUntil: number;
    } & Plate)
  | ({ is: 'serving'; number: string } & Plate)
  | ({
      is: 'paused';
      reason: PauseReason;
      /** The promised return; null if none was promised or the moment is past. */
      back: number | null;
      /** The window that stands in (S7); null if none does. */
      goTo: number | null;
    } & Plate);

/** The state of the sign of window `id` at `now`. `missing` if the window was removed. */
export function signOf(records: Records, id: string, now: number): SignState {
  const window = records.get('window', id);
  if (!window) return { is: 'missing', until: null };
  const plate: Plate = { window: window.number, name: window.name, business: window.business, until: null };
  const { state } = window;
  if (state.is !== 'closed') plate.clerk = state.clerk.name;
  switch (state.is) {
    case 'closed':
      return { is: 'closed', ...plate };
    case 'paused': {
      // A return time that is past would be a broken promise on the wall; the sign then says only "paused".
      const back = state.until !== undefined && state.until > now ? state.until : null;
      return {
        is: 'paused',
        reason: state.reason,
        back,
        goTo: standInOf(records, window)?.body.number ?? null,
        ...plate,
        until: back,
      };
    }
    case 'open':
      return signOfOpen(records, window, { ...plate, ...beside(records, id, window, now) }, now);
  }
}

/** What a visitor has to know of an open window beside its business. */
function beside(records: Records, id: string, { state }: Window, now: number): Partial<Plate> {
  const standsFor = standsInFor(records, id).map(({ body }) => body.number);
  const opening = hallOpening(records, now);
  const zone = zoneOf(records);
  return {
    ...(state.is === 'open' && state.from ? { standIn: state.clerk.name } : {}),
    ...(standsFor.length > 0 ? { standsFor } : {}),
    ...(isOver(opening, dayOf(now, zone), zone) ? { overtime: true } : {}),
    // A hall that never closes has a far end of its hours, at which nothing on the sign changes.
    until: opening && opening.until - now < DAY_MS ? opening.until : null,
  };
}

function signOfOpen(records: Records, window: Window, plate: Plate, now: number): SignState {
  const ticket = ticketAt(records, window, now)?.body;
  if (!ticket) return { is: 'idle', ...plate };
  const midnight = dayEnds(now, zoneOf(records));
  const { number, call } = ticket;
  if (ticket.state.is !== 'called' || !call)
    return { is: 'serving', number, ...plate, until: earliest(midnight, plate.until) };
  const blinkUntil = call.at + PULSE_MS;
  const freshUntil = call.at + CALL_FRESH_MS;
  return {
    is: 'called',
    number,
    call: call.id,
    since: call.at,
    count: call.count,
    fresh: now < freshUntil,
    blinkUntil,
    ...plate,
    until: earliest(plate.until, ...[blinkUntil, freshUntil, midnight].filter((moment) => moment > now)),
  };
}
