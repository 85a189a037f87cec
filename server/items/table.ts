import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { columnKeys, columns, needed, type Column } from '../../content/importing/items/columns.ts';
import { writeRow } from '../../content/importing/items/write.ts';
import type { ItemText } from '../../content/model/item.ts';
import type { Records } from '../../content/records.ts';

/** A ZIP file, which an XLSX workbook is, begins so. */
const ZIP = 'PK\u0003\u0004';

/** The rows of the first sheet of a workbook, or of a CSV file. Throws when it is neither. */
export async function readTableFile(bytes: Buffer): Promise<string[][]> {
  if (bytes.subarray(0, 4).toString('latin1') === ZIP) return texts(await readSheet(bytes));
  if (bytes.includes(0)) throw new Error('neither a workbook nor text');
  const { data } = Papa.parse<string[]>(decode(bytes), { skipEmptyLines: false });
  return data;
}

const texts = (rows: readonly (readonly unknown[])[]): string[][] =>
  rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));

/** Excel in China writes CSV in GB 18030 unless it is told otherwise. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
}

const wide: readonly Column[] = ['basis', 'conditions', 'materials', 'steps', 'note'];

/** Items as a workbook in the template's columns; what must be filled in has a star. */
export function writeTableFile(records: Records, items: readonly ItemText[]): Promise<Buffer> {
  return writeXlsxFile(
    [
      columnKeys.map((key) => ({
        value: columns[key] + (needed.includes(key) ? '*' : ''),
        type: String,
        fontWeight: 'bold' as const,
        backgroundColor: '#eaf1fa',
      })),
      ...items.map((item) =>
        writeRow(records, item).map((value) => ({
          value,
          type: String,
          wrap: true,
          alignVertical: 'top' as const,
        })),
      ),
    ],
    {
      sheet: '服务事项',
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: columnKeys.map((key) => ({ width: wide.includes(key) ? 44 : 16 })),
    },
  ).toBuffer();
}
