import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findInTable } from '../../../content/checks/tables.ts';
import type { NoticeTable } from '../../../content/model/notice.ts';

const cells = readFileSync(new URL('../../bench/checks/tables.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string]);

/** What is found in the cell itself; the name beside it is another column's. */
function codesOf(head: string, cell: string): string[] {
  const table: NoticeTable = { is: 'table', head: [head, '姓名'], rows: [[cell, '王＊草']] };
  return findInTable(table, { title: '公示名单', phones: new Set() })
    .filter(({ column }) => column === 0)
    .map(({ code }) => code.slice('privacy.'.length));
}

describe('the labelled cells', () => {
  test('[O11] no identity number, phone, card or mask in a column is missed, and nothing else is found', () => {
    const faults = cells
      .map(([expected, head, cell]) => ({
        expected,
        head,
        cell,
        found: codesOf(head, cell).join(' ') || '-',
      }))
      .filter(({ expected, found }) => expected !== found);
    expect(faults).toEqual([]);
    expect(cells.length).toBeGreaterThanOrEqual(50);
  });
});
