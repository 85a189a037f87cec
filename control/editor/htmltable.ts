import type { NoticeTable } from '../../content/model/notice.ts';
import { tableOfRows } from '../../content/importing/tables.ts';

/**
 * A table as Excel, WPS, Word and web pages put it on the clipboard, in plain words: joined cells are written in each place
 * that they take, a table within a cell is its text. Null where it holds nothing.
 */
export function readHtmlTable(dom: HTMLTableElement): NoticeTable | null {
  const grid: string[][] = [];
  for (const [at, row] of [...dom.rows].entries()) {
    const cells = (grid[at] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      while (cells[column] !== undefined) column += 1;
      const text = wordsOf(cell);
      for (let down = 0; down < Math.min(cell.rowSpan, dom.rows.length - at); down += 1)
        for (let right = 0; right < Math.min(cell.colSpan, 64); right += 1)
          (grid[at + down] ??= [])[column + right] = text;
      column += cell.colSpan;
    }
  }
  const rows = grid.map((cells) => Array.from(cells, (cell) => cell ?? ''));
  return tableOfRows(rows, { caption: dom.caption?.textContent ?? '' });
}

/** The words of a cell in one line. Excel hides what does not fit in spans that are not to be seen; they are words too. */
function wordsOf(cell: HTMLElement): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Rows and columns of text from a spreadsheet, or null where it is ordinary text. */
export function readTabs(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  if (!lines.some((line) => line.includes('\t'))) return null;
  return lines.map((line) => line.split('\t'));
}
