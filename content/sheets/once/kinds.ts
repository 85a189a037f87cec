import type { Certificate } from '../../model/showing.ts';
import type { OnceOf } from '../../model/oncesheet.ts';
import type { Gathered } from '../gathered.ts';
import type { LedgerSheetData } from './ledger.ts';
import type { ReportSheetData } from './report.ts';
import type { ScorecardSheetData } from './scorecard.ts';

/** What is printed once and registered nowhere, but for forms, which are a kind of sheet (S21). */
export type OnceKind = Exclude<OnceOf['is'], 'form'>;

/** What such papers say. */
export interface OnceData {
  report: ReportSheetData;
  ledger: LedgerSheetData;
  scorecard: ScorecardSheetData;
  certificate: Certificate;
}

/** What such a paper says at the moment. It is compared with nothing, so its hash is empty. */
export type OnceNow = {
  [K in OnceKind]: Gathered<OnceData[K]> & { is: K; hall: string; hash: string };
}[OnceKind];
