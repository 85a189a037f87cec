import type { Report } from '../../history/report.ts';
import type { Gathered } from '../gathered.ts';

/** Figures of a span of days: by months or days, and the same by windows and by services. */
export interface ReportSheetData {
  from: string;
  to: string;
  /** By months where it is longer than two of them, else by days. */
  time: Report;
  windows: Report;
  services: Report;
}

export function reportSheet(time: Report, windows: Report, services: Report): Gathered<ReportSheetData> {
  const { from, to } = time;
  return { title: '', data: { from, to, time, windows, services }, made: [], single: false };
}
