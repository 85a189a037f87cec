import writeXlsxFile from 'write-excel-file/node';
import { columnKeys, columns, valueOf } from '../../content/history/figures.ts';
import type { Figures } from '../../content/history/report.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { reportEntries } from '../../content/messages/control-reports.ts';
import type { Language } from '../../content/refusals.ts';

/** A report ready to be written: its title, what the first column is, and rows by their names. */
export interface Sheet {
  title: string;
  by: string;
  rows: { name: string; figures: Figures }[];
}

/** Excel takes a file for UTF-8 only with this at its head. */
export const BOM = '\uFEFF';

/** CSV as Excel opens it: with a byte order mark, CRLF, and no cell that a spreadsheet would run (T11). */
export function writeCsv({ by, rows }: Sheet, language: Language): string {
  const say = speaker(reportEntries, language);
  const head = [by, ...columnKeys.map((column) => say(`report.figure.${column}`))];
  const lines = rows.map(({ name, figures }) => [
    harmless(name),
    ...columnKeys.map((column) => String(valueOf(column, figures) ?? '')),
  ]);
  return BOM + [head, ...lines].map((line) => line.map(quote).join(',') + '\r\n').join('');
}

/** A cell of a CSV file. */
export function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A name that begins like a formula is text: somebody could call a window `=…`. */
export function harmless(name: string): string {
  return /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
}

/** An Excel workbook with one sheet: numbers are numbers, names are text. */
export async function writeXlsx({ title, by, rows }: Sheet, language: Language): Promise<Buffer> {
  const say = speaker(reportEntries, language);
  const head = [by, ...columnKeys.map((column) => say(`report.figure.${column}`))];
  const format = { count: '0', ms: '0.0', share: '0.0' } as const;
  return writeXlsxFile(
    [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map(({ name, figures }) => [
        { value: name, type: String },
        ...columnKeys.map((column) => {
          const value = valueOf(column, figures);
          return value === null ? null : { value, type: Number, format: format[columns[column][0]] };
        }),
      ]),
    ],
    {
      // Excel allows 31 signs in a sheet's name, and none of these.
      sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: [{ width: 18 }, ...columnKeys.map(() => ({ width: 12 }))],
    },
  ).toBuffer();
}
