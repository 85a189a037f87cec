import type { Rates } from '../ratings/rates.ts';
import { servedMs, waitedMs } from './visit.ts';
import type { Sitting, Visit } from './visit.ts';

/** By what figures are told apart. */
export const dimensions = ['hour', 'day', 'month', 'window', 'clerk', 'service', 'origin', 'kind'] as const;
export type Dimension = (typeof dimensions)[number];

/** Of some durations in ms; null without any (T12). */
export interface Spread {
  mean: number;
  median: number;
  p90: number;
  max: number;
}

/** The figures of one row (history.md T11–T15). Counts of visits, durations in ms. */
export interface Figures {
  issued: number;
  served: number;
  passed: number;
  dropped: number;
  cancelled: number;
  /** Neither served nor ended by themselves when the day was over (T5). */
  left: number;
  /** Served outside the opening hours (延时). */
  overtime: number;
  wait: Spread | null;
  service: Spread | null;
  /** How far told waits were off on average, in ms, and the share that fell inside the range; null without any. */
  estimate: { count: number; error: number; inside: number } | null;
  /** How visitors rated what was done (T17); null where ratings are not told apart that way. */
  ratings: Rates | null;
}

export interface Row extends Figures {
  /** `09`, `2026-11-19`, `2026-11`, or the id of a window, clerk or service; `''` where nobody knows. */
  key: string;
}

/** What a report is asked for: its first and last day, both included. */
export interface ReportAsked {
  from: string;
  to: string;
  by: Dimension;
}

export interface Report extends ReportAsked {
  rows: (Row & { name: string })[];
  total: Figures;
}

/** What figures ask of the hall: the time of day of a moment, and whether the hall was open then. */
export interface Told {
  hourOf(at: number): string;
  isOpen(at: number): boolean;
}

/** Adds up visits into rows; visits of a day may be let go once added. */
export class Tally {
  readonly #by: Dimension;
  readonly #told: Told;
  readonly #rows = new Map<string, Sums>();
  readonly #total = new Sums();

  constructor(by: Dimension, told: Told) {
    this.#by = by;
    this.#told = told;
  }

  /** `over` once the day is past: whoever still waits then was not served. */
  add(visits: Iterable<Visit>, over: boolean): void {
    for (const visit of visits) {
      this.#total.add(visit, visit.sittings, this.#told, over, true);
      for (const [key, sittings, whole] of this.#partsOf(visit))
        this.#row(key).add(visit, sittings, this.#told, over, whole);
    }
  }

  /** Rows by their key. */
  get rows(): Row[] {
    return [...this.#rows]
      .map(([key, sums]) => ({ key, ...sums.figures() }))
      .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  }

  get total(): Figures {
    return this.#total.figures();
  }

  #row(key: string): Sums {
    let sums = this.#rows.get(key);
    if (!sums) this.#rows.set(key, (sums = new Sums()));
    return sums;
  }

  /** A visit counts whole in one row, but at windows and clerks with its sittings there (T13). */
  #partsOf(visit: Visit): [string, readonly Sitting[], boolean][] {
    switch (this.#by) {
      case 'hour':
        return [[this.#told.hourOf(visit.issued), visit.sittings, true]];
      case 'day':
        return [[visit.day, visit.sittings, true]];
      case 'month':
        return [[visit.day.slice(0, 7), visit.sittings, true]];
      case 'service':
        return [[visit.service, visit.sittings, true]];
      case 'origin':
        return [[visit.origin, visit.sittings, true]];
      case 'kind':
        return [[visit.kind, visit.sittings, true]];
      case 'window':
        return byKey(visit, (sitting) => sitting.window);
      case 'clerk':
        return byKey(visit, (sitting) => sitting.clerk?.id ?? '');
    }
  }
}

function byKey(visit: Visit, keyOf: (sitting: Sitting) => string): [string, Sitting[], boolean][] {
  const parts = new Map<string, Sitting[]>();
  for (const sitting of visit.sittings) {
    const key = keyOf(sitting);
    parts.set(key, [...(parts.get(key) ?? []), sitting]);
  }
  return [...parts].map(([key, sittings]) => [key, sittings, false]);
}

class Sums {
  readonly #counts = { issued: 0, served: 0, passed: 0, dropped: 0, cancelled: 0, left: 0, overtime: 0 };
  readonly #waits: number[] = [];
  readonly #services: number[] = [];
  readonly #errors: number[] = [];
  #inside = 0;

  add(visit: Visit, sittings: readonly Sitting[], told: Told, over: boolean, whole: boolean): void {
    const counts = this.#counts;
    const served = sittings.filter(({ to }) => to === 'finished');
    counts.issued += 1;
    counts.served += served.length > 0 ? 1 : 0;
    counts.overtime += served.some(({ ended }) => ended !== null && !told.isOpen(ended)) ? 1 : 0;
    counts.passed += sittings.some(({ to }) => to === 'passed') || (whole && visit.passes > 0) ? 1 : 0;
    counts.dropped += (whole ? visit.state === 'dropped' : sittings.at(-1)?.to === 'dropped') ? 1 : 0;
    counts.cancelled += whole && visit.state === 'cancelled' ? 1 : 0;
    counts.left += over && whole && visit.ended === null ? 1 : 0;
    for (const sitting of served) this.#services.push(servedMs(sitting) ?? 0);
    // A wait belongs to where it ended: at the first call.
    const first = whole || sittings[0] === visit.sittings[0];
    const wait = first ? waitedMs(visit) : null;
    if (wait === null) return;
    this.#waits.push(wait);
    this.#judge(visit, wait);
  }

  #judge({ told }: Visit, wait: number): void {
    if (!told) return;
    const minutes = wait / 60_000;
    this.#errors.push(Math.abs(minutes - (told.from + told.to) / 2) * 60_000);
    if (minutes >= told.from && minutes <= told.to) this.#inside += 1;
  }

  figures(): Figures {
    const count = this.#errors.length;
    return {
      ...this.#counts,
      wait: spreadOf(this.#waits),
      service: spreadOf(this.#services),
      estimate:
        count === 0 ? null : { count, error: Math.round(mean(this.#errors)), inside: this.#inside / count },
      ratings: null,
    };
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** Mean, median, ninth decile and maximum; a quantile is the smallest value that so many reach or stay below (T12). */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { mean: Math.round(mean(sorted)), median: at(0.5), p90: at(0.9), max: at(1) };
}

/** How many numbers were issued, and the most who waited, in each hour of a day with any (T15). */
export interface Hour {
  hour: string;
  issued: number;
  waiting: number;
}

/** The day by hours: issued in each, and the most who waited at one moment of it. */
export function hoursOf(visits: readonly Visit[], now: number, hourOf: Told['hourOf']): Hour[] {
  const hours = new Map<string, Hour>();
  const of = (at: number): Hour => {
    const hour = hourOf(at);
    let one = hours.get(hour);
    if (!one) hours.set(hour, (one = { hour, issued: 0, waiting: 0 }));
    return one;
  };
  const changes: { at: number; by: 1 | -1 }[] = [];
  for (const visit of visits) {
    if (visit.origin === 'paper') continue;
    of(visit.issued).issued += 1;
    let from: number | null = null;
    for (const step of visit.steps) {
      if (step.to === 'waiting' && from === null) changes.push({ at: (from = step.at), by: 1 });
      else if (step.to !== 'waiting' && from !== null) {
        changes.push({ at: step.at, by: -1 });
        from = null;
      }
    }
  }
  changes.sort((one, other) => one.at - other.at || one.by - other.by);
  let waiting = 0;
  let last: number | null = null;
  const through = (until: number) => {
    // Hours in which nothing changes have their line too.
    for (let at = last ?? until; at < until; at += 3_600_000)
      of(at).waiting = Math.max(of(at).waiting, waiting);
    of(until).waiting = Math.max(of(until).waiting, waiting);
  };
  for (const { at, by } of changes) {
    if (last !== null) through(at);
    waiting += by;
    last = at;
    of(at).waiting = Math.max(of(at).waiting, waiting);
  }
  if (last !== null && now > last) through(now);
  return [...hours.values()].sort((one, other) => (one.hour < other.hour ? -1 : 1));
}
