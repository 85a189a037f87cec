import { describe, expect, it } from 'vitest';
import type { Body, Kept } from '../../../content/model/record.ts';
import { mobileOf } from '../../../content/people/mobile.ts';
import { readStaffTable, staffColumns } from '../../../content/people/stafftable.ts';
import { kept } from '../../support/hall.ts';

const person: Body<'staff'> = {
  name: '李想',
  unit: '党政办',
  title: '科员',
  number: 'A1',
  party: true,
  leader: false,
  order: 0,
};
const known: Kept<'staff'>[] = [kept('staff', 's1', person)];
const head = [...staffColumns];

describe('a table of people', () => {
  it('[Z12] a row means the person of its number, else of name and unit; no column leaves, an empty cell takes away', () => {
    const { rows, faults } = readStaffTable(known, [
      ['姓名', '部门', '职务', '工号'],
      ['李响', '党政办', '', 'a1'],
      ['王小明', '社会事务办', '办事员', ''],
    ]);
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      { row: 2, is: 'changed', id: 's1', rev: 1 },
      { row: 3, is: 'new' },
    ]);
    expect(rows[0]?.text).toEqual({ name: '李响', unit: '党政办', number: 'a1', party: true, leader: false });
    const same = readStaffTable(known, [
      ['姓名', '单位'],
      ['李想', '党政办'],
    ]);
    expect(same.rows).toMatchObject([{ is: 'same', id: 's1' }]);
  });

  it('[Z12] every fault of every row is told by row and column', () => {
    const { faults, unknown } = readStaffTable(known, [
      [...head, '血型'],
      ['', '党政办', '', '', '', '', '', '', '', 'A'],
      ['王小明', '党政办', '', '', '', '办公室', '#1', '也许', '否', ''],
      ['赵六', '党政办', '', '', '', '', '', '', '', ''],
      ['赵六', '党政办', '', '', '', '', '', '', '', ''],
    ]);
    expect(unknown).toEqual(['血型']);
    expect(faults).toEqual([
      { row: 2, column: '姓名', fault: 'needed' },
      { row: 3, column: '办公电话', fault: 'phone' },
      { row: 3, column: '工号', fault: 'number' },
      { row: 3, column: '党员', fault: 'yes-no' },
      { row: 5, column: '姓名', fault: 'twice' },
    ]);
    expect(readStaffTable(known, [['姓名']]).faults).toEqual([{ row: 1, column: '单位', fault: 'heading' }]);
    expect(readStaffTable(known, [head]).faults).toEqual([{ row: 1, column: '', fault: 'empty' }]);
  });

  it('[Z2] a mobile is known however it is written, an office line is none', () => {
    for (const phone of ['13900001111', '139 0000 1111', '+86 139-0000-1111', '１３９００００１１１１'])
      expect(mobileOf(phone), phone).toBe(true);
    for (const phone of ['023-7900 0000', '12345', '02379000000']) expect(mobileOf(phone), phone).toBe(false);
  });
});
