import type { NoticeBlock } from '../../content/model/notice.ts';
import type { SheetKind, SheetLayout, SheetOf } from '../../content/model/sheet.ts';
import type { RecordMap } from '../../content/records.ts';
import { isRefusal } from '../../content/rule.ts';
import { gatherSheet } from '../../content/sheets/kinds.ts';
import type { SheetDress } from '../../templates/index.ts';
import { kept, smallHall } from '../support/hall.ts';
import { bareItem, fullItem, material } from '../support/items.ts';
import { articles, makeRule, teaRule } from './samples.ts';

const by = { id: 'chen', name: '陈管理' };

/** The blocks of a 公示 of so many rows. */
export function publicList(rows: number): NoticeBlock[] {
  return [
    { is: 'paragraph', text: '经村组核实、镇级复核，现将本批补贴发放对象予以公示。' },
    {
      is: 'table',
      caption: '发放名单',
      head: ['序号', '村组', '姓名', '金额（元）'],
      rows: Array.from({ length: rows }, (_, row) => [
        String(row + 1),
        `柳湾村${(row % 9) + 1}组`,
        '张某',
        (480 + row).toFixed(2),
      ]),
    },
  ];
}

/** A made-up hall with one record for each kind of sheet; `n` is a notice of `rows` rows. */
export function printedHall(rows = 12): RecordMap {
  const records = smallHall();
  records.apply([
    kept('rule', 'r', makeRule(teaRule)),
    kept('rule', 'r2', makeRule(articles('首问责任人不得以任何理由推诿。'), '首问负责制')),
    kept('item', 'i', { ...fullItem, savedBy: by, savedAt: 0 }),
    kept('staff', 's', {
      name: '欧阳建国',
      unit: '社会事务办公室',
      title: '主任',
      phone: '023-79000009',
      party: true,
      leader: true,
      order: 0,
    }),
    kept('pledge', 'p', { role: 'pledge', title: '服务承诺', lines: ['一次告知，一窗受理，限时办结。'] }),
    kept('notice', 'n', {
      title: '农业补贴发放公示',
      text: '名单',
      blocks: publicList(rows),
      category: 'subsidy',
      publicity: { days: 7 },
      from: Date.UTC(2026, 10, 20),
      until: Date.UTC(2026, 10, 27),
      postedBy: by,
      postedAt: 0,
      withdrawn: null,
    }),
  ]);
  return records;
}

/** The same hall as a sheet of this kind finds it: a package needs a second item, which lists of items do without. */
export function printedFor(kind: SheetKind, rows?: number): RecordMap {
  const records = printedHall(rows);
  if (kind !== 'package') return records;
  const second = bareItem('医疗救助申请', {
    category: 'assistance',
    statutoryDays: 15,
    promisedDays: 5,
    materials: [material('居民身份证', { form: 'both', count: 3 }), material('诊断证明')],
    windows: ['w2', 'w1'],
  });
  records.apply([
    kept('item', 'j', { ...second, savedBy: by, savedAt: 0 }),
    kept('package', 'k', {
      name: '困难群众救助一件事',
      items: ['i', 'j'],
      promisedDays: 12,
      note: '可以委托村（社区）代办。\n材料只交一次。',
    }),
  ]);
  return records;
}

/** A sheet of these records as the hub dresses it. */
export function dressOf(records: RecordMap, of: SheetOf, layout: SheetLayout): SheetDress {
  const now = gatherSheet(records, of, undefined);
  if (isRefusal(now)) throw new Error(now.refused);
  return {
    now,
    layout,
    accent: '#0f4c9c',
    code: 'S7K2M9QX',
    revision: now.single ? 1 : null,
    url: 'http://192.168.1.20:8080/s/S7K2M9QX',
    printedOn: '2026-11-21',
  };
}
