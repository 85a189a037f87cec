import type { Kept } from '../model/record.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { hallOpening } from '../premises/calendar.ts';
import { standInOf } from '../queue/standing.ts';

/** Away from the window for longer than this wants somebody who stands in (Q54): what the notices call a short leave. */
export const AWAY_MS = 3 * 60_000;

/** What whoever leads the hall should see to now. Each has the moment since when it is so. */
export type Alert =
  /** Paused for more than three minutes, and no open window stands in. */
  | { is: 'pause-alone'; window: WindowAt; since: number }
  /** The promised return time is past. */
  | { is: 'pause-overdue'; window: WindowAt; since: number };

interface WindowAt {
  id: string;
  number: number;
  clerk: string;
}

type Check = (records: Records, now: number) => Alert[];

/** Every kind of alert. A new one is a type above, a line here, and its words `alert.*` in the catalogue. */
const checks: readonly Check[] = [pausesAlone, pausesOverdue];

/** What whoever leads the hall should see to at `now`, longest first (Q54). */
export function hallAlerts(records: Records, now: number): Alert[] {
  return checks.flatMap((check) => check(records, now)).sort((one, other) => one.since - other.since);
}

type Paused = Extract<Window['state'], { is: 'paused' }>;

/** Nobody has to stand in while the hall itself is closed. */
function pausesAlone(records: Records, now: number): Alert[] {
  if (hallOpening(records, now)?.open === false) return [];
  return pausedWindows(records)
    .filter(({ window, state }) => now - state.since > AWAY_MS && !standInOf(records, window.body))
    .map(({ at, state }) => ({ is: 'pause-alone', window: at, since: state.since }));
}

function pausesOverdue(records: Records, now: number): Alert[] {
  return pausedWindows(records).flatMap(({ at, state: { until } }) =>
    until !== undefined && until < now ? [{ is: 'pause-overdue' as const, window: at, since: until }] : [],
  );
}

function pausedWindows(records: Records): { window: Kept<'window'>; at: WindowAt; state: Paused }[] {
  return [...records.all('window')].flatMap((window) => {
    const { number, state } = window.body;
    if (state.is !== 'paused') return [];
    return [{ window, at: { id: window.id, number, clerk: state.clerk.name }, state }];
  });
}
