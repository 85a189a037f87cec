import type { Kept } from '../model/record.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';

type Paused = Extract<Window['state'], { is: 'paused' }>;

/**
 * The open window that stands in for a paused one (Q51): where its sign sends visitors, followed on through
 * windows that are paused themselves. Null if the way ends at a closed window, at none, or in a circle.
 */
export function standInOf(records: Records, paused: Window): Kept<'window'> | null {
  const byNumber = new Map<number, Kept<'window'>>();
  for (const window of records.all('window')) byNumber.set(window.body.number, window);
  const seen = new Set<number>();
  let state = paused.state;
  while (state.is === 'paused' && state.goTo !== undefined && !seen.has(state.goTo)) {
    seen.add(state.goTo);
    const next = byNumber.get(state.goTo);
    if (!next || next.body.state.is === 'open') return next ?? null;
    state = next.body.state;
  }
  return null;
}

/** The paused windows for which window `id` stands in (Q51), by number. */
export function standsInFor(records: Records, id: string): Kept<'window'>[] {
  const paused: Kept<'window'>[] = [];
  for (const window of records.all('window'))
    if (window.id !== id && sendsOn(window.body.state) && standInOf(records, window.body)?.id === id)
      paused.push(window);
  return paused.sort((one, other) => one.body.number - other.body.number);
}

function sendsOn(state: Window['state']): state is Paused {
  return state.is === 'paused' && state.goTo !== undefined;
}
