import { addDays, momentAt } from '../calendar.ts';
import type { CommandInput } from '../model/command.ts';
import type { PublicRates } from '../model/rating.ts';
import { today, zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import type { RuleOf } from '../rule.ts';
import { countRates, ratedRows } from './rates.ts';
import type { Rate } from './rates.ts';

/** The id of the only record of its kind. */
export const PUBLIC_RATES = 'rates';

/** So many days, today among them, are counted. */
const DAYS = 90;

const share = ({ count, of }: Rate): { count: number; of: number } => ({ count, of });

/**
 * The rates of the last 90 days as visitors may read them (E21): counts only, no window, no clerk. 按时办结 are
 * the cases closed before their due day was over, of those that were closed or are overdue.
 */
export function publicRates(records: Records, now: number): PublicRates {
  const zone = zoneOf(records);
  const to = today(records, now);
  const from = addDays(to, 1 - DAYS);
  const begin = momentAt(from, '00:00', zone);
  const rows = [...ratedRows(records)].filter(({ rating }) => rating.at >= begin && rating.at <= now);
  const { count, satisfied, mended, calledBack } = countRates(rows);
  const ended = rows
    .flatMap((row) => row.case ?? [])
    .filter(({ closed, due }) => closed !== null || due < now);
  const inTime = ended.filter(({ closed, due }) => closed !== null && closed.at <= due).length;
  return {
    ...{ from, to, count },
    satisfied: share(satisfied),
    mended: share(mended),
    calledBack: share(calledBack),
    inTime: { count: inTime, of: ended.length },
  };
}

/** Counts the public rates anew (E21); a count that is the same makes no commit. */
export const countPublicRates: RuleOf<CommandInput<'rates:count'>, { id: string }> = (records, _, world) => {
  const body = publicRates(records, world.now);
  const before = records.get('rates', PUBLIC_RATES);
  const nothing = before === undefined && body.count === 0;
  const same = before !== undefined && sameBody(before, body);
  return {
    changes: nothing || same ? [] : [{ kind: 'rates', id: PUBLIC_RATES, body }],
    result: { id: PUBLIC_RATES },
  };
};
