import { ratingSettingsOf } from '../ratings/settings.ts';
import { lastServed } from '../ratings/rating.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { earliest } from './moment.ts';
import { personAt } from './staff.ts';
import type { StaffCard } from './staff.ts';
import { signOf, type SignState } from './sign.ts';

/** The question stands so long after the visit; shorter once the next number is called (E18). */
export const ASK_MS = 60_000;
export const ASK_BUSY_MS = 20_000;

export interface CounterView {
  /** What the window's own sign says. */
  sign: SignState;
  /** Who serves, as the hall shows it; null for nobody. */
  clerk: { name: string; post: 'a' | 'b' | null; card: StaffCard | null } | null;
  /** The visit to be rated, if one may be now. */
  ask: { ticket: string; number: string } | null;
  /** The moment when it next changes by time alone; null if it does not. */
  until: number | null;
}

/** What the screen at window `id` shows the visitor in front of it at `now` (E17, E18). */
export function counterOf(records: Records, id: string, now: number): CounterView {
  const sign = signOf(records, id, now);
  const window = records.get('window', id);
  const state = window?.state;
  const card = window ? personAt(records, window) : null;
  const named = state !== undefined && state.is !== 'closed' && ratingSettingsOf(records).names === 'full';
  const clerk = named
    ? {
        name: card?.name ?? state.clerk.name,
        post: postOf(card, window, state),
        card,
      }
    : null;
  const last = lastServed(records, id, now);
  const asked = last && last.body.state.is === 'finished' && last.body.rated === undefined;
  if (!last || !asked) return { sign, clerk, ask: null, until: sign.until };
  const busy = sign.is === 'called' || sign.is === 'serving';
  const ends = sinceOf(last.body.state) + (busy ? ASK_BUSY_MS : ASK_MS);
  const ask = now < ends ? { ticket: last.id, number: last.body.number } : null;
  return { sign, clerk, ask, until: ask ? earliest(sign.until, ends) : sign.until };
}

/** The A or B post by name; without posts, whoever took the window over stands on the B post (Q37). */
function postOf(
  card: StaffCard | null,
  window: Window | undefined,
  state: Window['state'],
): 'a' | 'b' | null {
  const { a, b } = window?.posts ?? {};
  if (card && a === card.id) return 'a';
  if (card && b === card.id) return 'b';
  return state.is === 'open' && state.from !== undefined ? 'b' : null;
}

const sinceOf = (state: { is: string; since?: number }): number => state.since ?? 0;
