import { findPersonal } from '../checks/personal.ts';
import type { Person } from '../model/base.ts';
import type { CommandInput } from '../model/command.ts';
import type { Rating, RatingOrigin } from '../model/rating.ts';
import type { Actor, Kept } from '../model/record.ts';
import type { Ticket } from '../model/ticket.ts';
import { refuseRight } from '../interfaces/keys.ts';
import { today } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted, World } from '../rule.ts';
import { dueOf } from './settings.ts';

type Give = CommandInput<'rating:give'>;
type Served = Extract<Ticket['state'], { window: string }>;

/** The window's own code rates its newest visit for so long after it ended (E6). */
export const WINDOW_MS = 10 * 60_000;

/** Whether a degree is a bad one (差评), which opens a case (E11). */
export function isBad(degree: Rating['degree']): boolean {
  return degree <= 2;
}

/**
 * A visitor rates a visit (E1–E9). Refuses `rating.over`, `rating.unserved`, `rating.elsewhere`, `rating.done`,
 * `rating.phone`, `words.*`, and what a key may not (X4).
 */
export const giveRating: RuleOf<Give, { id: string }> = (records, input, world) => {
  const { ticket: id, degree, reasons = [] } = input;
  const ticket = records.get('ticket', id);
  const day = today(records, world.now);
  if (!ticket || ticket.day !== day) return refuse('rating.over');
  if (records.get('rating', id)) return refuse('rating.done');
  const { state } = ticket;
  if (state.is !== 'serving' && state.is !== 'finished')
    return refuse('rating.unserved', { number: ticket.number });
  const words = (input.words ?? '').trim();
  const contact = isBad(degree) ? (input.contact ?? '').normalize('NFKC').trim() : '';
  const wrong = refuseActor(records, state, world) ?? refuseWords(words) ?? refuseContact(contact);
  if (wrong) return wrong;
  const clerk = ticket.clerk ?? clerkOf(records, state);
  const rating: Rating = {
    number: ticket.number,
    day,
    service: ticket.service,
    window: state.window,
    windowNumber: records.get('window', state.window)?.number ?? ticket.call?.windowNumber ?? 1,
    ...(clerk ? { clerk } : {}),
    degree,
    ...(reasons.length > 0 ? { reasons } : {}),
    ...(words ? { words } : {}),
    origin: originOf(world.by, input.by),
    at: world.now,
  };
  const changes: Wanted[] = [
    ...sweepRatings(records, day),
    { kind: 'rating', id, body: rating },
    { kind: 'ticket', id, body: { ...ticket, rated: world.now } },
  ];
  if (isBad(degree))
    changes.push({
      kind: 'case',
      id,
      body: {
        rating: id,
        opened: world.now,
        due: dueOf(records, world.now),
        ...(contact ? { contact: contact.replace(/[^0-9+]/g, '') } : {}),
        steps: [],
        closed: null,
      },
    });
  return { changes, result: { id } };
};

function originOf(by: Actor, way: Give['by']): RatingOrigin {
  if (by.is === 'screen') return 'counter';
  return by.is === 'key' ? 'api' : (way ?? 'slip');
}

/** A counter screen rates what its own window served (E5). */
function refuseActor(records: Records, { window }: Served, { by }: World): Refusal | undefined {
  if (by.is === 'key') return refuseRight(records, by.id, 'ratings:give') ?? undefined;
  if (by.is !== 'screen') return undefined;
  const scene = records.get('screen', by.id)?.scene;
  return scene?.is === 'counter' && scene.window === window ? undefined : refuse('rating.elsewhere');
}

/** E8: words that would tell of a person by number are not taken. */
function refuseWords(words: string): Refusal | undefined {
  const [first] = findPersonal(words);
  return first && refuse(`words.${first.is}`);
}

function refuseContact(contact: string): Refusal | undefined {
  const found = findPersonal(contact);
  const whole =
    found.length === 1 && found[0]?.is === 'phone' && found[0].to - found[0].from === contact.length;
  return contact === '' || whole ? undefined : refuse('rating.phone', { contact });
}

/**
 * Who serves a visit that is not over: whoever holds the window now, if it has been this person without a break since before the visit's
 * last step (E9). A rating must not stand against the wrong name.
 */
function clerkOf(records: Records, { window, since }: Served): Person | undefined {
  const state = records.get('window', window)?.state;
  return state && state.is !== 'closed' && state.since <= since ? state.clerk : undefined;
}

/** The newest visit that a window has finished and whose time for the window's code is not over (E6), rated or not. */
export function lastServed(records: Records, window: string, now: number): Kept<'ticket'> | undefined {
  const day = today(records, now);
  let last: Kept<'ticket'> | undefined;
  let newest = now - WINDOW_MS;
  for (const ticket of records.all('ticket')) {
    const { state, day: its } = ticket.body;
    if (its !== day || state.is !== 'finished' || state.window !== window || state.since < newest) continue;
    last = ticket;
    newest = state.since;
  }
  return last;
}

/**
 * Takes the ratings before last month, and their closed cases, out of the records, so that memory stays bounded
 * (E10); the journal keeps them. Empty but for the first rating of a month.
 */
export function sweepRatings(records: Records, day: string): Wanted[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
  const swept: Wanted[] = [];
  for (const { id, body } of records.all('rating')) {
    if (body.day >= first) continue;
    const open = records.get('case', id)?.closed === null;
    if (open) continue;
    swept.push({ kind: 'rating', id, body: null });
    if (records.get('case', id)) swept.push({ kind: 'case', id, body: null });
  }
  return swept;
}
