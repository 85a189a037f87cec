import { clockOf, dayOf } from '../content/calendar.ts';
import type { Case, Rating } from '../content/model/rating.ts';
import { isCalledBack, isMended } from '../content/ratings/cases.ts';
import { isBad } from '../content/ratings/rating.ts';

const DAY_MS = 86_400_000;

/** A rating of the list, with what was done about it. */
export interface RatingRow {
  id: string;
  rating: Rating;
  case: Case | undefined;
}

export type RatingFilter = 'all' | 'bad' | 'words';

/** Days from today to the last day on which a case may be closed: 0 today, below 0 too late. `due` is the midnight after it. */
export function daysLeft(due: number, now: number, zone: string): number {
  const day = (moment: number): number => Date.parse(`${dayOf(moment, zone)}T00:00Z`);
  return Math.round((day(due - 1) - day(now)) / DAY_MS);
}

/** First moments of this month, of last month and of the next one. */
export function monthsAt(now: number, zone: string): { before: number; from: number; to: number } {
  const [year = 0, month = 1] = dayOf(now, zone).split('-').map(Number);
  const begin = (shift: number): number => {
    const guess = Date.UTC(year, month - 1 + shift, 1);
    const wall = Date.parse(`${dayOf(guess, zone)}T${clockOf(guess, zone)}Z`);
    return guess - (wall - guess);
  };
  return { before: begin(-1), from: begin(0), to: begin(1) };
}

/** Ratings that fit the filter and what is sought, newest first. */
export function findRatings(rows: readonly RatingRow[], filter: RatingFilter, sought: string): RatingRow[] {
  const text = sought.trim();
  return rows
    .filter(({ rating }) => {
      if (filter === 'bad' && !isBad(rating.degree)) return false;
      if (filter === 'words' && rating.words === undefined) return false;
      return `${rating.number}\n${rating.clerk?.name ?? ''}\n${rating.words ?? ''}`.includes(text);
    })
    .sort((one, other) => other.rating.at - one.rating.at);
}

/** What a case still lacks before it can be closed (E14). */
export function lacks(one: Case): ('mend' | 'callback')[] {
  const missing: ('mend' | 'callback')[] = [];
  if (!isMended(one)) missing.push('mend');
  if (!isCalledBack(one)) missing.push('callback');
  return missing;
}
