import { describe, expect, test } from 'vitest';
import {
  dropColumns,
  maskBeside,
  maskBlocks,
  maskTable,
  secretColumns,
} from '../../../content/checks/maskblocks.ts';
import { maskName, remaskName } from '../../../content/checks/masking.ts';
import { listsPersons } from '../../../content/checks/persons.ts';
import { findInTable } from '../../../content/checks/tables.ts';
import type { NoticeBlock, NoticeTable } from '../../../content/model/notice.ts';
import { bankCard, identity, mobile } from '../../support/numbers.ts';
import { seeded } from '../../support/world.ts';

const context = { title: '农村低保对象公示', phones: new Set<string>(['02379000001']) };
const table = (head: string[], ...rows: string[][]): NoticeTable => ({ is: 'table', head, rows });
const codes = (found: NoticeTable) =>
  findInTable(found, context).map(({ code, column }) => `${column} ${code}`);

describe('[O11] tables are read by their columns', () => {
  test('a number that is none by its figures is one by its head', () => {
    const list = table(
      ['姓名', '身份证号', '一卡通账号', '联系电话'],
      ['王小草', '50099919620228', '6222 1234 5678', '79001234'],
    );
    expect(codes(list)).toEqual([
      '0 privacy.name',
      '1 privacy.identity',
      '2 privacy.bank',
      '3 privacy.mobile',
    ]);
  });

  test('a finding names its column, its first row and how many cells have it', () => {
    const draw = seeded(3);
    const list = table(['序号', '证件号码'], ['1', '无'], ['2', identity(draw)], ['3', identity(draw)]);
    expect(findInTable(list, context)).toEqual([
      expect.objectContaining({ code: 'privacy.identity', column: 1, row: 1, start: 0, count: 2 }),
    ]);
  });

  test('a list of what people suffer from is never public with its column', () => {
    const list = table(['姓名', '残疾类别'], ['王小草', '肢体二级']);
    expect(codes(list)).toEqual(['0 privacy.sensitive', '1 privacy.sensitive']);
    expect(secretColumns(list, context)).toEqual([1]);
    expect(dropColumns(list, [1])).toEqual(table(['姓名'], ['王小草']));
  });

  test('amounts, areas, offices and their phones are nobody’s', () => {
    const list = table(
      ['单位', '办公电话', '项目编号', '面积（亩）', '金额（元）'],
      ['白石镇财政所', '023-79000002', '20261121000001', '12.5', '13800.00'],
      ['民政办', '02379000001', '20261121000002', '3', '1500'],
    );
    expect(codes(list)).toEqual([]);
    expect(listsPersons(list)).toBe(false);
  });

  test('[O12] names tell a list of persons without a telling head', () => {
    const list = table(['对象', '金额'], ['王小草', '1'], ['李大山', '2'], ['陈水', '3']);
    expect(listsPersons(list)).toBe(true);
    expect(listsPersons({ ...table(['事项', '次数'], ['咨询', '3']), persons: true })).toBe(true);
    expect(listsPersons(table(['事项', '次数'], ['咨询', '3']))).toBe(false);
  });
});

describe('[O11] one mask for one person, everywhere', () => {
  test('a name masked in another way is masked by the hall’s rule', () => {
    expect(['张*', '张某', '张*丰', '张三*', '张某某', '张三丰', '欧阳锋'].map(remaskName)).toEqual([
      '张＊',
      '张＊',
      '张＊丰',
      '张＊＊',
      '张＊＊',
      '张＊丰',
      '欧＊锋',
    ]);
  });

  test('the text beside a table does not tell what the table hides', () => {
    const blocks: NoticeBlock[] = [
      { is: 'heading', text: '王小草等户' },
      { is: 'paragraph', text: '经评议，王小草、李大山两户符合条件，联系电话13900001234。' },
      table(['户主姓名', '金额'], ['王小草', '1200'], ['李大山', '900']),
    ];
    const masked = maskBlocks(blocks, context);
    expect(JSON.stringify(masked)).not.toMatch(/王小草|李大山|1390000/);
    expect(masked[0]).toEqual({ is: 'heading', text: '王＊草等户' });
    expect(maskBeside('王小草低保公示', blocks, context)).toBe('王＊草低保公示');
  });

  test('in any list: masking twice is masking once, nothing is left, a person has one mask', () => {
    const draw = seeded(21);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
    const names = ['王小草', '李大山', '陈水', '欧阳小草', '周一一', '赵天'];
    const makers: Record<string, () => string> = {
      姓名: () => pick(names),
      户主: () => pick(names),
      身份证号: () => identity(draw),
      联系电话: () => mobile(draw),
      银行卡号: () => bankCard(draw),
      金额: () => String(100 + Math.floor(draw() * 900)),
      备注: () => pick(['', '新增', `电话${mobile(draw)}`, `证${identity(draw)}`, pick(names)]),
      家庭住址: () => '白石镇柳湾村3组12号',
    };
    for (let time = 0; time < 300; time += 1) {
      const head = [...new Set(Array.from({ length: 4 }, () => pick(Object.keys(makers))))];
      const list = table(head, ...Array.from({ length: 4 }, () => head.map((one) => makers[one]!())));
      const blocks: NoticeBlock[] = [{ is: 'paragraph', text: `${pick(names)}等，${pick(names)}` }, list];
      const masked = maskBlocks(blocks, context);
      expect(maskBlocks(masked, context)).toEqual(masked);
      const after = masked[1] as NoticeTable;
      const left = findInTable(after, context).map(({ code }) => code);
      expect(
        left.filter((code) => !/address|sensitive|name/.test(code)),
        JSON.stringify(after),
      ).toEqual([]);
      for (const [row, cells] of list.rows.entries())
        for (const [column, cell] of cells.entries())
          if (head[column] === '姓名' || head[column] === '户主')
            expect(after.rows[row]?.[column]).toBe(maskName(cell));
      const first = masked[0] as { text: string };
      for (const name of list.rows.flat().filter((cell) => names.includes(cell)))
        if (head.includes('姓名') || head.includes('户主'))
          if (list.rows.some((cells) => cells.some((cell, i) => cell === name && /姓名|户主/.test(head[i]!))))
            expect(first.text).not.toContain(name);
      expect(maskTable(after, context)).toBe(after);
    }
  });
});
