import type { RatingFacts, ScreenFacts, TicketFacts, WindowFacts } from '../model/event.ts';
import type { Rating } from '../model/rating.ts';
import type { Astray } from '../model/showing.ts';
import type { Silence } from '../model/silence.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A service as other systems know it; one that is gone keeps its id. */
export function serviceFacts(records: Records, id: string): TicketFacts['service'] {
  return { id, name: records.get('service', id)?.name ?? '' };
}

/** A ticket as other systems may know it (X7): neither the code of its page nor the phone. */
export function ticketFacts(records: Records, id: string, ticket: Ticket): TicketFacts {
  const { number, service, kind, origin, issuedAt, state, call } = ticket;
  return {
    id,
    number,
    service: serviceFacts(records, service),
    kind,
    origin: origin ?? null,
    issuedAt: iso(issuedAt),
    state: state.is,
    window: windowOf(records, ticket),
    call: call ? { id: call.id, at: iso(call.at), count: call.count } : null,
  };
}

/** The number of the window that it is at or was at last; null before the first call. */
function windowOf(records: Records, { state, call }: Ticket): number | null {
  const at = 'window' in state ? records.get('window', state.window)?.number : undefined;
  return at ?? call?.windowNumber ?? null;
}

/** A window as other systems may know it (X7): not who sits there. */
export function windowFacts(id: string, { number, name, state }: Window): WindowFacts {
  const paused = state.is === 'paused' ? state : undefined;
  return {
    id,
    number,
    name,
    state: state.is,
    reason: paused?.reason ?? null,
    until: paused?.until === undefined ? null : iso(paused.until),
    goTo: paused?.goTo ?? null,
  };
}

/** A rating as other systems may know it (X7): neither the words nor who served nor how to call back. */
export function ratingFacts(records: Records, id: string, rating: Rating): RatingFacts {
  const { number, windowNumber, service, degree, reasons, origin } = rating;
  return {
    ticket: id,
    number,
    degree,
    reasons: reasons ?? [],
    window: windowNumber,
    service: serviceFacts(records, service),
    origin,
  };
}

/** A screen that fell silent or is back (interrupts.md Z17). */
export function screenFacts(records: Records, id: string, { since, back }: Silence): ScreenFacts {
  return {
    id,
    name: records.get('screen', id)?.name ?? id,
    silentSince: new Date(since).toISOString(),
    backAt: back === null ? null : new Date(back).toISOString(),
  };
}

/** A screen that shows something else than is planned, or is right again (proof.md PS9). */
export function astrayFacts(records: Records, id: string, { since, back }: Astray): ScreenFacts {
  return {
    id,
    name: records.get('screen', id)?.name ?? id,
    astraySince: iso(since),
    backAt: back === null ? null : iso(back),
  };
}
