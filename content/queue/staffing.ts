import type { Records } from '../records.ts';

/** Fewer visits than this say too little about their rate and length. */
const ENOUGH = 20;
/** Exponential service has a deviation as large as its mean; outside this range Erlang C misleads. */
const VARIATION = { least: 0.5, most: 1.5 };
/** Above this the line grows for so long that the steady state is never seen in a day. */
const FULL = 0.95;
/** A hall has no more windows than this to open. */
const MOST_WINDOWS = 999;

/** What was measured over a stretch of time, an hour as a rule. Times in ms. */
export interface Load {
  span: number;
  /** Arrivals in its first and its second half. */
  arrivals: readonly [number, number];
  served: { count: number; mean: number; deviation: number };
  /** Open windows now. */
  windows: number;
  /** Whether they all serve the same line. */
  pooled: boolean;
}

/** Mean waits in ms: now, which is null while the line only grows, and with `more` windows open. */
export type Staffing =
  | { is: 'hint'; now: number | null; more: number; then: number }
  | { is: 'unknown'; why: 'separate' | 'few' | 'uneven' | 'spread' };

/**
 * What another window would do, by Erlang C (Q46): "再开 1 个窗口，等候约 20 分钟". `unknown` where one of its
 * assumptions does not hold: one line for all windows, enough visits, an even rate of arrivals, and lengths of
 * visits about as spread as an exponential's.
 */
export function hintStaffing({ span, arrivals, served, windows, pooled }: Load): Staffing {
  const [first, second] = arrivals;
  const { count, mean, deviation } = served;
  if (!pooled) return { is: 'unknown', why: 'separate' };
  if (first + second < ENOUGH || count < ENOUGH || mean <= 0 || span <= 0)
    return { is: 'unknown', why: 'few' };
  // Two halves of one Poisson rate differ by less than twice the root of their sum in 19 cases of 20.
  if (Math.abs(first - second) > 2 * Math.sqrt(first + second)) return { is: 'unknown', why: 'uneven' };
  const variation = deviation / mean;
  if (variation < VARIATION.least || variation > VARIATION.most) return { is: 'unknown', why: 'spread' };
  const load = ((first + second) / span) * mean;
  let more = 1;
  while (load > FULL * (windows + more) && windows + more < MOST_WINDOWS) more += 1;
  const now = load > FULL * windows ? null : meanWait(windows, load, mean);
  return { is: 'hint', now, more, then: meanWait(windows + more, load, mean) };
}

/**
 * Mean wait in ms of a line before `windows` windows (M/M/c), `load` = arrivals a ms × mean length of a visit.
 * Infinity if the load is not below the number of windows. By Erlang B's recursion, which cannot overflow.
 */
export function meanWait(windows: number, load: number, mean: number): number {
  if (load >= windows) return Infinity;
  let blocked = 1;
  for (let open = 1; open <= windows; open++) blocked = (load * blocked) / (open + load * blocked);
  const waits = blocked / (1 - (load / windows) * (1 - blocked));
  return (waits * mean) / (windows - load);
}

/** Whether every open window serves the same services, so that there is one line. False with none open. */
export function arePooled(records: Records): boolean {
  const served = new Set<string>();
  for (const { body } of records.all('window'))
    if (body.state.is === 'open') served.add([...body.services].sort().join(' '));
  return served.size === 1;
}
