import type { Case, Degree, Rating } from '../model/rating.ts';
import type { Records } from '../records.ts';
import { isCalledBack, isMended } from './cases.ts';
import { isBad } from './rating.ts';

/** A part of a whole; `rate` is from 0 to 1, and null where there is nothing to divide by (E16). */
export interface Rate {
  count: number;
  of: number;
  rate: number | null;
}

/** Rates of some ratings (E16). */
export interface Rates {
  /** Ratings at all. */
  count: number;
  degrees: Record<Degree, number>;
  /** 满意率: degrees 5 to 3. */
  satisfied: Rate;
  /** 差评: degrees 2 and 1. */
  bad: number;
  /** 整改率: of the bad ones. */
  mended: Rate;
  /** 回访率: of the bad ones whose visitor could be called. */
  calledBack: Rate;
  /** 办结率: of the bad ones. */
  closed: Rate;
}

export interface RatingRates extends Rates {
  /** By the window's record id, the clerk's account id and the service's id. */
  windows: Map<string, Rates>;
  clerks: Map<string, Rates & { name: string }>;
  services: Map<string, Rates>;
}

/** A rating and what was done about it. */
export interface RatedRow {
  rating: Rating;
  case?: Case | undefined;
}

/** The ratings that the hall still holds (E10), each with its case. Older ones are read from the journal. */
export function* ratedRows(records: Records): Generator<RatedRow> {
  for (const { id, body } of records.all('rating')) yield { rating: body, case: records.get('case', id) };
}

/** Rates of the ratings given from `from` (inclusive) to `to` (exclusive), both in ms: whole, and by window, clerk and service. */
export function ratingRates(rows: Iterable<RatedRow>, from: number, to: number): RatingRates {
  const within = [...rows].filter(({ rating }) => rating.at >= from && rating.at < to);
  const clerks = new Map<string, Rates & { name: string }>();
  for (const [id, its] of grouped(within, ({ rating }) => rating.clerk?.id))
    clerks.set(id, { ...countRates(its), name: its.at(-1)?.rating.clerk?.name ?? '' });
  return {
    ...countRates(within),
    windows: ratesBy(within, ({ rating }) => rating.window),
    services: ratesBy(within, ({ rating }) => rating.service),
    clerks,
  };
}

function grouped(
  rows: readonly RatedRow[],
  keyOf: (row: RatedRow) => string | undefined,
): Map<string, RatedRow[]> {
  const groups = new Map<string, RatedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function ratesBy(rows: readonly RatedRow[], keyOf: (row: RatedRow) => string): Map<string, Rates> {
  return new Map([...grouped(rows, keyOf)].map(([key, its]) => [key, countRates(its)]));
}

/** Rates of all these ratings. */
export function countRates(rows: readonly RatedRow[]): Rates {
  const degrees: Record<Degree, number> = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };
  for (const { rating } of rows) degrees[rating.degree] += 1;
  const bad = rows.filter(({ rating }) => isBad(rating.degree));
  const cases = bad.map((row) => row.case).filter((one) => one !== undefined);
  const nobody = cases.filter(({ steps }) => hasNoContact(steps)).length;
  const called = cases.filter((one) => isCalledBack(one) && !hasNoContact(one.steps)).length;
  return {
    count: rows.length,
    degrees,
    satisfied: rateOf(degrees[5] + degrees[4] + degrees[3], rows.length),
    bad: bad.length,
    mended: rateOf(cases.filter(isMended).length, bad.length),
    calledBack: rateOf(called, bad.length - nobody),
    closed: rateOf(cases.filter(({ closed }) => closed !== null).length, bad.length),
  };
}

/** The newest call-back says that the visitor left no number. */
function hasNoContact(steps: Case['steps']): boolean {
  return steps.filter(({ what }) => what === 'callback').at(-1)?.result === 'no-contact';
}

function rateOf(count: number, of: number): Rate {
  return { count, of, rate: of === 0 ? null : count / of };
}
