import type { NoticeTable } from '../model/notice.ts';

/** As the schema has them. */
const COLUMNS = 16;
const ROWS = 2000;
const CELL = 300;

/** What of a grid did not fit into a table of a notice. */
export interface TableCut {
  rows: number;
  columns: number;
}

/** A cell in one line, without signs that only set type. */
export function tidyCell(text: string): string {
  return text
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, CELL);
}

/** The grid without empty rows at its edges and empty columns, every row as long as the longest. */
export function tidyGrid(grid: readonly (readonly string[])[]): string[][] {
  const rows = grid.map((row) => row.map(tidyCell)).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const used = Array.from({ length: width }, (_, i) => rows.some((row) => (row[i] ?? '') !== ''));
  return rows.map((row) => used.flatMap((filled, i) => (filled ? [row[i] ?? ''] : [])));
}

/**
 * Which row of a grid is its head: the first that fills at least half of the columns with different words; a title over
 * the table, joined across it, is none.
 */
export function headRow(grid: readonly (readonly string[])[]): number {
  const width = grid[0]?.length ?? 0;
  const at = grid.slice(0, 10).findIndex((row) => {
    const filled = new Set(row.filter((cell) => cell !== ''));
    return filled.size >= Math.max(2, Math.ceil(width / 2));
  });
  return Math.max(0, at);
}

interface Choice {
  caption?: string;
  /** Which row of the tidy grid is the head. */
  head?: number;
  /** Columns in their new order; absent, all. */
  columns?: readonly number[];
}

/** A table made of the rows of a spreadsheet or of a web page; null where there is nothing in it. */
export function tableOfRows(grid: readonly (readonly string[])[], choice: Choice = {}): NoticeTable | null {
  const tidy = tidyGrid(grid);
  if (tidy.length === 0 || (tidy[0]?.length ?? 0) === 0) return null;
  const at = choice.head ?? headRow(tidy);
  const columns = (choice.columns ?? tidy[0]?.map((_, i) => i) ?? []).slice(0, COLUMNS);
  if (columns.length === 0) return null;
  const take = (row: readonly string[]): string[] => columns.map((column) => row[column] ?? '');
  const above = new Set(tidy.slice(0, at).flat().filter(Boolean));
  const caption = tidyCell(choice.caption ?? '') || (above.size === 1 ? ([...above][0] ?? '') : '');
  return {
    is: 'table',
    ...(caption ? { caption: caption.slice(0, 120) } : {}),
    head: take(tidy[at] ?? []),
    rows: tidy.slice(at + 1, at + 1 + ROWS).map(take),
  };
}

/** What of a grid a table does not hold, to be told. */
export function cutOf(grid: readonly (readonly string[])[], head: number): TableCut {
  return {
    rows: Math.max(0, grid.length - head - 1 - ROWS),
    columns: Math.max(0, (grid[0]?.length ?? 0) - COLUMNS),
  };
}
