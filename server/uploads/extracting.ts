import { readFile } from 'node:fs/promises';
import readWorkbook from 'read-excel-file/node';
import { measureZip } from '../importer/archive.ts';
import { readDocx } from '../importer/docx.ts';
import { readPdf } from '../importer/pdf.ts';
import { DOCX, XLSX } from './sniff.ts';

/** What a workbook or a DOCX may unpack to. */
export const LIMITS = { bytes: 200 * 2 ** 20, files: 5000 };

/** Why a document gives no text. */
export type TextFault = 'broken' | 'bomb' | 'scanned' | 'locked';

/** The text of a document for the checks: pages parted by form feeds, cells by tabs, rows and sheets by line ends. */
export async function extractText(path: string, type: string): Promise<string | { fault: TextFault }> {
  const bytes = await readFile(path);
  if (type === 'application/pdf') return pdfText(bytes);
  const fault = measureZip(bytes, LIMITS);
  if (fault) return { fault };
  if (type === XLSX) return sheetText(bytes);
  if (type !== DOCX) return '';
  const found = readDocx(bytes);
  if (typeof found !== 'string') return found.text;
  return { fault: found === 'bomb' ? 'bomb' : 'broken' };
}

async function pdfText(bytes: Uint8Array): Promise<string | { fault: TextFault }> {
  const found = await readPdf(bytes);
  if (typeof found !== 'string') return found.text;
  return { fault: found === 'locked' || found === 'scanned' ? found : 'broken' };
}

async function sheetText(bytes: Buffer): Promise<string | { fault: TextFault }> {
  try {
    const sheets = await readWorkbook(bytes);
    return sheets
      .map(({ data }) =>
        data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join('\t')).join('\n'),
      )
      .join('\n\f');
  } catch {
    // Whatever the library found wrong with it, the workbook cannot be read.
    return { fault: 'broken' };
  }
}
