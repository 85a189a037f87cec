import { describe, expect, it } from 'vitest';
import { columnKeys, columnOf, columns } from '../../../content/importing/items/columns.ts';
import { exampleItem } from '../../../content/importing/items/example.ts';
import { readTable } from '../../../content/importing/items/read.ts';
import { writeRow } from '../../../content/importing/items/write.ts';
import { itemTableEntries } from '../../../content/messages/itemtable.ts';
import type { ItemText } from '../../../content/model/item.ts';
import { itemSamples } from '../../../server/samples.ts';
import { smallHall } from '../../support/hall.ts';
import { bareItem, fullItem, material, step } from '../../support/items.ts';
import { must, testWorld } from '../../support/world.ts';

const head = columnKeys.map((key) => columns[key]);
const hall = smallHall;

function tableOf(records: ReturnType<typeof hall>, ...items: ItemText[]): string[][] {
  return [head, ...items.map((item) => writeRow(records, item))];
}

describe('tables of items (items.md)', () => {
  it('[U16] what is written and read again is the same item', async () => {
    const records = hall();
    const charged = bareItem('收费的事', {
      fees: { is: 'charged', lines: [{ amount: '工本费 20 元', basis: '某价格文件' }], pay: '扫码' },
      complain: [{ is: 'contact', id: 'complain' }],
      agent: { whom: '' },
      steps: [
        step('s1', '申请', { branches: [{ is: 'step', when: '情况紧急', to: 's3' }] }),
        step('s2', '审核', { onward: '通过', ends: true }),
        step('s3', '先行办理', { days: 0 }),
      ],
    });
    const renamed = {
      ...fullItem,
      steps: fullItem.steps.map((one, index) => ({ ...one, key: `s${index + 1}` })),
    };
    const items = [renamed, charged, bareItem('零材料的事', { noMaterials: true }), ...(await itemSamples())];
    const { rows, faults, unknown } = readTable(records, tableOf(records, ...items));
    expect(faults).toEqual([]);
    expect(unknown).toEqual([]);
    expect(rows.map(({ text }) => text)).toEqual(items);
    expect(new Set(rows.map(({ is }) => is))).toEqual(new Set(['new']));
  });

  it('[U14] a row means the item of its code, else of its name', () => {
    const records = hall();
    const world = testWorld().as('sun');
    const { id } = must(records, 'item:save', fullItem, world);
    const { id: other } = must(records, 'item:save', bareItem('居住证'), world);
    const same = readTable(records, tableOf(records, fullItem, bareItem('居住证', { visits: 0 })));
    expect(same.rows.map(({ is, id }) => [is, id])).toEqual([
      ['same', id],
      ['changed', other],
    ]);
    expect(same.rows[1]?.changes).toEqual(['跑动次数']);
    // The steps keep their keys when they say the same.
    expect(same.rows[0]?.text.steps).toEqual(fullItem.steps);
    const renamed = readTable(records, tableOf(records, { ...fullItem, name: '临时救助' }));
    expect(renamed.rows).toMatchObject([{ is: 'changed', id, rev: 1, changes: ['事项名称'] }]);
  });

  it('[U14] what no column says stays; an empty cell takes away', () => {
    const records = hall();
    must(records, 'item:save', fullItem, testWorld().as('sun'));
    const table = [
      ['事项名称*', '承诺时限（工作日）', '时限说明', '备注'],
      [fullItem.name, '5个工作日', '', '随便'],
    ];
    const { rows, faults, unknown } = readTable(records, table);
    expect(faults).toEqual([]);
    expect(unknown).toEqual(['备注']);
    // toEqual passes over what is undefined.
    expect(rows[0]?.text).toEqual({ ...fullItem, limitNote: undefined, promisedDays: 5 });
    expect(rows[0]?.text).not.toHaveProperty('limitNote');
    expect(rows[0]?.changes).toEqual(['承诺时限', '时限说明']);
  });

  it('[U15] every fault is told with its row and column', () => {
    const records = hall();
    const row = (cells: Partial<Record<keyof typeof columns, string>>) =>
      columnKeys.map(
        (key) => cells[key] ?? { name: '甲', category: '户籍管理', type: '即办件' }[key as 'name'] ?? '',
      );
    const wrong: [Partial<Record<keyof typeof columns, string>>, string, string][] = [
      [{ name: '', code: 'x' }, '事项名称', 'table.name'],
      [{ name: '乙', category: '户口' }, '类别', 'table.choice'],
      [{ name: '丙', type: '急件' }, '办件类型', 'table.choice'],
      [{ name: '丁', promisedDays: '很快' }, '承诺时限', 'table.days'],
      [{ name: '戊', windows: '99' }, '办理窗口', 'table.window'],
      [{ name: '己', services: '没有的业务' }, '取号业务', 'table.service'],
      [{ name: '庚', consult: '找老李' }, '咨询电话', 'table.phone'],
      [{ name: '辛', materials: '身份证|照片' }, '申报材料', 'table.choice'],
      [{ name: '壬', materials: '身份证|原件|很多' }, '申报材料', 'table.count'],
      [{ name: '癸', steps: '受理|窗口|1||材料不齐就退回' }, '办理程序', 'table.way'],
      [{ name: '子', steps: '受理|窗口|1||急=转到:没有' }, '办理程序', 'table.way-to'],
      [{ name: '丑', steps: '受理||||到此办结\n审核' }, '办理程序', 'table.steps'],
      [{ name: '寅', statutoryDays: '5', promisedDays: '6' }, '承诺时限', 'table.late'],
      [{ name: '卯', online: 'www.example.org' }, '网上办理', 'table.online'],
      [{ name: '辰', visits: '常来' }, '跑动次数', 'table.visits'],
      [{ name: '巳', code: '编 码' }, '事项编码', 'table.code'],
      [{ name: '午', fees: '缴款方式:现金' }, '收费', 'table.fees'],
      [{ name: '未', conditions: '长'.repeat(301) }, '申请条件', 'table.long'],
    ];
    const { faults, rows } = readTable(records, [head, ...wrong.map(([cells]) => row(cells))]);
    expect(faults.map(({ row, column, fault }) => [row, column, fault])).toEqual(
      wrong.map(([, column, fault], index) => [index + 2, column, fault]),
    );
    for (const { fault } of faults) expect(Object.keys(itemTableEntries)).toContain(fault);
    expect(rows).toEqual([]);
  });

  it('[U15] a table without the heading, without rows, or with one item twice is told', () => {
    const records = hall();
    const faults = (table: string[][]) => readTable(records, table).faults.map(({ fault }) => fault);
    expect(faults([])).toEqual(['table.heading']);
    expect(faults([['名称'], ['甲']])).toEqual(['table.heading']);
    expect(faults([head])).toEqual(['table.empty']);
    expect(faults([['事项名称'], ['甲']])).toEqual(['table.heading', 'table.heading']);
    expect(faults(tableOf(records, bareItem('甲'), bareItem('甲')))).toEqual(['table.twice']);
    expect(faults(tableOf(records, ...Array.from({ length: 501 }, (_, n) => bareItem(`事${n}`))))).toEqual([
      'table.many',
    ]);
  });

  it('[U17] the example of the template is passed over, and would be fit to be read', () => {
    const records = hall();
    expect(readTable(records, tableOf(records, exampleItem)).faults[0]?.fault).toBe('table.empty');
    const real = { ...exampleItem, name: '临时救助' };
    expect(readTable(records, tableOf(records, real)).rows[0]?.text).toEqual(real);
  });

  it('[U16] a bar within a part does not tear it', () => {
    const records = hall();
    const item = bareItem('甲', { materials: [material('身份证|户口簿')] });
    expect(readTable(records, tableOf(records, item)).rows[0]?.text.materials[0]?.name).toBe('身份证/户口簿');
  });

  it('headings are known with stars, blanks and remarks in brackets', () => {
    expect(columnOf(' 事项名称 * ')).toBe('name');
    expect(columnOf('承诺时限（工作日）')).toBe('promisedDays');
    expect(columnOf('别的')).toBeUndefined();
  });
});
