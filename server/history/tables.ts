import writeXlsxFile from 'write-excel-file/node';
import { BOM, harmless, quote } from './files.ts';

/** A table ready to be written: words and numbers. */
export interface Table {
  title: string;
  head: string[];
  rows: (string | number)[][];
}

/** CSV as Excel opens it (T11). */
export function writeTable({ head, rows }: Table): string {
  const cell = (value: string | number): string =>
    quote(typeof value === 'number' ? String(value) : harmless(value));
  return BOM + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** An Excel workbook with one sheet: numbers are numbers, words are text. */
export async function writeTableXlsx({ title, head, rows }: Table): Promise<Buffer> {
  return writeXlsxFile(
    [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
      ),
    ],
    {
      sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
      columns: head.map((_, at) => ({ width: at === 0 ? 36 : 14 })),
    },
  ).toBuffer();
}
