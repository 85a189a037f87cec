import type { Figures } from './report.ts';

/** How a figure is written: a number of visits, a duration in ms, a share of one. */
export type Unit = 'count' | 'ms' | 'share';

/** The columns of a report, on the page as in files: each key has its words `report.figure.*` and its meaning `report.means.*`. */
export const columns = {
  issued: ['count', (it) => it.issued],
  served: ['count', (it) => it.served],
  passed: ['count', (it) => it.passed],
  dropped: ['count', (it) => it.dropped],
  cancelled: ['count', (it) => it.cancelled],
  left: ['count', (it) => it.left],
  overtime: ['count', (it) => it.overtime],
  'wait.mean': ['ms', (it) => it.wait?.mean ?? null],
  'wait.median': ['ms', (it) => it.wait?.median ?? null],
  'wait.p90': ['ms', (it) => it.wait?.p90 ?? null],
  'wait.max': ['ms', (it) => it.wait?.max ?? null],
  'service.mean': ['ms', (it) => it.service?.mean ?? null],
  'service.median': ['ms', (it) => it.service?.median ?? null],
  'service.p90': ['ms', (it) => it.service?.p90 ?? null],
  'estimate.error': ['ms', (it) => it.estimate?.error ?? null],
  'estimate.inside': ['share', (it) => it.estimate?.inside ?? null],
  'rating.count': ['count', (it) => it.ratings?.count ?? null],
  'rating.satisfied': ['share', (it) => it.ratings?.satisfied.rate ?? null],
  'rating.bad': ['count', (it) => it.ratings?.bad ?? null],
  'rating.mended': ['share', (it) => it.ratings?.mended.rate ?? null],
  'rating.called': ['share', (it) => it.ratings?.calledBack.rate ?? null],
} as const satisfies Record<string, readonly [Unit, (figures: Figures) => number | null]>;

export type Column = keyof typeof columns;
export const columnKeys = Object.keys(columns) as Column[];
/** The page shows visits and their ratings apart; files have one row for both. */
export const ratingKeys = columnKeys.filter((key) => key.startsWith('rating.'));
export const visitKeys = columnKeys.filter((key) => !key.startsWith('rating.'));

/** A figure as files hold it: counts whole, durations in minutes and shares in percent, to a tenth. Null: nothing to tell. */
export function valueOf(column: Column, figures: Figures): number | null {
  const [unit, read] = columns[column];
  const value = read(figures);
  if (value === null || unit === 'count') return value;
  return Math.round((unit === 'ms' ? value / 60_000 : value * 100) * 10) / 10;
}
