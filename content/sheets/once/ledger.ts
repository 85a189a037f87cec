import { dayOf } from '../../calendar.ts';
import type { Degree, RatingReason } from '../../model/rating.ts';
import type { CaseDeed, CaseResult } from '../../model/rating.ts';
import { zoneOf } from '../../premises/hall.ts';
import type { Records } from '../../records.ts';
import type { Gathered } from '../gathered.ts';

/** One line of the ledger. What a visitor left to be called at is not in it: it is printed, and lies about. */
export interface LedgerLine {
  opened: string;
  due: string;
  closed: string | null;
  number: string;
  window: number | null;
  degree: Degree | null;
  reasons: RatingReason[];
  words: string;
  steps: { on: string; by: string; what: CaseDeed; text: string; result?: CaseResult }[];
}

/** 台账 of a month (QJ 附件4 八): bad ratings with what was done about each, and room for complaints noted by hand. */
export interface LedgerSheetData {
  month: string;
  lines: LedgerLine[];
}

/** Cases that were opened in the month, the oldest first. */
export function ledgerSheet(records: Records, month: string): Gathered<LedgerSheetData> {
  const zone = zoneOf(records);
  const on = (at: number) => dayOf(at, zone);
  const lines = [...records.all('case')]
    .filter(({ body }) => on(body.opened).startsWith(month))
    .sort((one, other) => one.body.opened - other.body.opened)
    .map(({ body }): LedgerLine => {
      const rating = records.get('rating', body.rating);
      return {
        opened: on(body.opened),
        due: on(body.due - 1),
        closed: body.closed ? on(body.closed.at) : null,
        number: rating?.number ?? '',
        window: rating?.windowNumber ?? null,
        degree: rating?.degree ?? null,
        reasons: rating?.reasons ?? [],
        words: rating?.words ?? '',
        steps: body.steps.map(({ at, by, what, text, result }) => ({
          on: on(at),
          by: by.name,
          what,
          text,
          ...(result ? { result } : {}),
        })),
      };
    });
  return { title: '', data: { month, lines }, made: [], single: false };
}
