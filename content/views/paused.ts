import type { Records } from '../records.ts';
import { standInOf } from '../queue/standing.ts';

/** A paused window as a visitor has to know it (S7). */
export interface PausedWindow {
  number: number;
  /** The window that stands in; null if none does. */
  goTo: number | null;
  /** The promised return; null if none was promised or the moment is past. */
  back: number | null;
}

/** The paused windows at `now`, by number. */
export function pausedAt(records: Records, now: number): PausedWindow[] {
  const paused: PausedWindow[] = [];
  for (const { body } of records.all('window')) {
    const { number, state } = body;
    if (state.is !== 'paused') continue;
    const back = state.until !== undefined && state.until > now ? state.until : null;
    paused.push({ number, goTo: standInOf(records, body)?.body.number ?? null, back });
  }
  return paused.sort((one, other) => one.number - other.number);
}
