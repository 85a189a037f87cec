import type { NoticeBlock, NoticeTable } from '../model/notice.ts';
import { looksLikeName } from './names.ts';
import { headOf } from './columns.ts';

/** A column without a telling head is one of names if so many of its filled cells look like it. */
const MOSTLY = 0.6;
const FEW = 3;

/** Whether a table lists persons (O12): its author said so, a column's head says so, or a column is full of names. */
export function listsPersons(table: NoticeTable): boolean {
  if (table.persons) return true;
  return table.head.some((head, column) => {
    const is = headOf(head);
    if (is === 'name' || is === 'identity' || is === 'mobile' || is === 'bank') return true;
    return is === null && fullOfNames(table.rows, column);
  });
}

function fullOfNames(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  const names = cells.filter(looksLikeName).length;
  return names >= FEW && names >= cells.length * MOSTLY;
}

/** The tables of a notice that list persons. */
export function personTables(blocks: readonly NoticeBlock[] | undefined): NoticeTable[] {
  return (blocks ?? []).filter((block) => block.is === 'table').filter(listsPersons);
}
