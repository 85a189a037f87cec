import './chinese.ts';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../content/model/sheet.ts';
import type { SheetRow, SheetStanding } from '../../content/sheets/book.ts';
import { filterSheets, inputOfSheet } from '../../control/sheetlist.ts';

const person = (name: string) => ({ id: name, name });
function row(
  id: string,
  title: string,
  more: Partial<Sheet> = {},
  standing: SheetStanding = 'current',
): SheetRow {
  const body: Sheet = {
    of: { is: 'contacts' },
    size: 'A3',
    made: [{ kind: 'contact', id: 'c1', rev: 1 }],
    hash: id,
    printedBy: person('林秀英'),
    printedAt: 1,
    ...more,
  };
  return { id, body, title, standing, changed: [] };
}
const rows = [
  row('AB23', '首问负责制', { of: { is: 'rule', rule: 'r' }, place: '东墙' }),
  row('CD45', '咨询电话', { hung: { by: person('何小雨'), at: 2, place: '门厅' } }, 'stale'),
  row('EF67', '咨询电话', { down: { by: person('陈建华'), at: 3 } }, 'down'),
];
const all = { sought: '', standing: '', kind: '', place: '', record: null } as const;
const found = (filter: Partial<Parameters<typeof filterSheets>[1]>) =>
  filterSheets(rows, { ...all, ...filter }).map(({ id }) => id);

describe('the register as it is searched', () => {
  it('is found by name or its sound, by code, by place, and by who printed, hung or took it down', () => {
    expect(found({ sought: 'sw' })).toEqual(['AB23']);
    expect(found({ sought: 'cd4' })).toEqual(['CD45']);
    expect(found({ sought: '门厅' })).toEqual(['CD45']);
    expect(found({ sought: '何小雨' })).toEqual(['CD45']);
    expect(found({ sought: '陈建华' })).toEqual(['EF67']);
    expect(found({ sought: '林秀英' })).toHaveLength(3);
  });

  it('is narrowed by state, kind, place and the record that a sheet is made of', () => {
    expect(found({ standing: 'stale' })).toEqual(['CD45']);
    expect(found({ kind: 'rule' })).toEqual(['AB23']);
    expect(found({ place: '门厅' })).toEqual(['CD45']);
    expect(found({ record: 'contact:c1', standing: 'down' })).toEqual(['EF67']);
    expect(found({ record: 'rule:r' })).toEqual([]);
  });

  it('a sheet is asked for again in its layout, for where it hangs', () => {
    const { body } = row('AB23', '', {
      place: '东墙',
      hung: { by: person('何小雨'), at: 2, place: '西墙' },
      nup: 'A4',
    });
    expect(inputOfSheet(body)).toEqual({ of: { is: 'contacts' }, size: 'A3', nup: 'A4', place: '西墙' });
  });
});
