import { tidyCell } from '../../content/importing/tables.ts';
import type { NoticeTable } from '../../content/model/notice.ts';

/** As the schema has them. */
const COLUMNS = 16;
const ROWS = 2000;

const at = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((one, i) => (i === index ? value : one));

export function setHead(table: NoticeTable, column: number, text: string): NoticeTable {
  return { ...table, head: at(table.head, column, tidyCell(text)) };
}

export function setCell(table: NoticeTable, row: number, column: number, text: string): NoticeTable {
  return { ...table, rows: at(table.rows, row, at(table.rows[row] ?? [], column, tidyCell(text))) };
}

export function setCaption({ caption: _, ...table }: NoticeTable, text: string): NoticeTable {
  const caption = text.trim().slice(0, 120);
  return caption ? { ...table, caption } : table;
}

export function addRow(table: NoticeTable): NoticeTable {
  return table.rows.length < ROWS ? { ...table, rows: [...table.rows, table.head.map(() => '')] } : table;
}

export function dropRow(table: NoticeTable, row: number): NoticeTable {
  return { ...table, rows: table.rows.filter((_, i) => i !== row) };
}

export function addColumn(table: NoticeTable): NoticeTable {
  if (table.head.length >= COLUMNS) return table;
  return { ...table, head: [...table.head, ''], rows: table.rows.map((row) => [...row, '']) };
}

/** The column one place to the left or right. */
export function moveColumn(table: NoticeTable, column: number, by: -1 | 1): NoticeTable {
  const to = column + by;
  if (to < 0 || to >= table.head.length) return table;
  const swap = (cells: readonly string[]): string[] =>
    cells.map((cell, i) => (i === column ? (cells[to] ?? '') : i === to ? (cells[column] ?? '') : cell));
  return { ...table, head: swap(table.head), rows: table.rows.map(swap) };
}

/** The first row is the head; what was the head is gone if it was empty, else it is the first row. */
export function headFromFirst(table: NoticeTable): NoticeTable {
  const [first, ...rows] = table.rows;
  if (!first) return table;
  return {
    ...table,
    head: first,
    rows: table.head.some((cell) => cell !== '') ? [table.head, ...rows] : rows,
  };
}

/** Cells pasted at a place: they fill what is there and make rows and columns where there are none. */
export function pasteCells(
  table: NoticeTable,
  row: number,
  column: number,
  grid: readonly (readonly string[])[],
): NoticeTable {
  const width = Math.min(
    COLUMNS,
    Math.max(table.head.length, column + Math.max(...grid.map((one) => one.length))),
  );
  const wide = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, i) => cells[i] ?? '');
  const rows = table.rows.map(wide);
  for (const [down, cells] of grid.slice(0, ROWS - row).entries()) {
    const line = (rows[row + down] ??= wide([]));
    for (const [right, cell] of cells.entries())
      if (column + right < width) line[column + right] = tidyCell(cell);
  }
  return { ...table, head: wide(table.head), rows };
}
