import { afterCommit, eventsOf, isAfter, type EventPlace } from '../../content/interfaces/events.ts';
import type { PublicEvent } from '../../content/model/event.ts';
import type { Hall } from '../hall.ts';

/** Commits read at once. */
const CHUNK = 200;

/** Events behind a place, up to a chunk of commits, and the place behind all of these. */
export interface Batch {
  events: PublicEvent[];
  end: EventPlace;
  /** Whether the newest commit has been read. */
  all: boolean;
}

/** Reads events back from the journal, which is the outbox. */
export async function readEvents(hall: Hall, place: EventPlace): Promise<Batch> {
  const newest = hall.mark.seq;
  // The commit of the place itself may hold more events.
  const from = Math.max(0, place.index === afterCommit(0).index ? place.seq : place.seq - 1);
  const before = Math.min(newest, from + CHUNK) + 1;
  const events = [];
  for (const commit of await hall.history(from, before))
    for (const event of eventsOf(commit, hall.records)) if (isAfter(event.id, place)) events.push(event);
  return { events, end: afterCommit(Math.max(before - 1, place.seq)), all: before > newest };
}

/** The event of this id, or null. */
export async function readEvent(hall: Hall, id: string): Promise<PublicEvent | null> {
  const seq = Number(id.split('.')[0]);
  for (const commit of await hall.history(seq - 1, seq + 1))
    for (const event of eventsOf(commit, hall.records)) if (event.id === id) return event;
  return null;
}
