import { beforeAll, describe, expect, test } from 'vitest';
import type { SheetOf } from '../../../content/model/sheet.ts';
import type { Standard } from '../../../content/model/standard.ts';
import { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { choicesOf } from '../../../content/sheets/choices.ts';
import { gatherSheet, type SheetNow } from '../../../content/sheets/kinds.ts';
import { linesOf } from '../../../content/sheets/lines.ts';
import { mustHang, type MustHang } from '../../../content/sheets/musthang.ts';
import { stateOf } from '../../../content/sheets/sheet.ts';
import { signKinds } from '../../../content/sheets/signs/kinds.ts';
import { isLight, lookOf } from '../../../content/sheets/signs/look.ts';
import { loadStandards } from '../../../server/standards.ts';
import { kept } from '../../support/hall.ts';
import { signHall } from '../../templates/signhall.ts';

let standards: Map<string, Standard>;
beforeAll(async () => {
  standards = await loadStandards('content/standards');
});

function gather(records: RecordMap, of: SheetOf): SheetNow {
  const now = gatherSheet(records, of, standards.get('qianjiang'));
  if (isRefusal(now)) throw new Error(now.refused);
  return now;
}

const by = { id: 'chen', name: '陈管理' };
function printed(records: RecordMap, of: SheetOf, more: { hung?: { by: typeof by; at: number } } = {}) {
  const { made, hash } = gather(records, of);
  return kept('sheet', 'S7K2M9QX', { of, size: 'A4', made, hash, printedBy: by, printedAt: 1, ...more });
}

test('[SG1] letters that white would swallow stand on the night ground', () => {
  expect(lookOf(standards.get('qianjiang'), 'name')).toMatchObject({ colour: '#e6c15a', ground: '#0b1b2e' });
  expect(lookOf(standards.get('sichuan'), 'name')).toMatchObject({
    colour: '#c4161c',
    ground: '#ffffff',
    face: '宋体',
    across: true,
  });
  expect(lookOf(standards.get('national'), 'name').face).toBe('');
  expect([isLight('#ffffff'), isLight('#e6c15a'), isLight('#0f4c9c'), isLight('#000000')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  [{ is: 'slogan' }, 'sheet.no-slogan'],
  [{ is: 'conduct' }, 'sheet.no-conduct'],
  [{ is: 'directions' }, 'sheet.no-areas'],
  [{ is: 'wall' }, 'sheet.no-staff'],
  [{ is: 'badge' }, 'sheet.no-staff'],
  [{ is: 'desk', staff: 'nobody' }, 'staff.missing'],
  [{ is: 'window', window: 'none' }, 'window.missing'],
  [{ is: 'post', window: 'w1' }, 'sheet.no-posts'],
  [{ is: 'area', area: 'none' }, 'area.missing'],
  [{ is: 'plan', plan: 'none' }, 'record.missing'],
  [{ is: 'code', to: { is: 'guide', item: 'none' } }, 'record.missing'],
] satisfies [SheetOf, string][])('[SG8] an empty hall is told what is missing for %j', (of, refused) => {
  const full = signHall();
  const left = [...full.everything()].filter(
    ({ kind }) => kind === 'hall' || (kind === 'window' && 'window' in of && of.window !== 'none'),
  );
  const records = new RecordMap(
    left.map((one) => (one.kind === 'window' ? { ...one, body: { ...one.body, posts: {} } } : one)),
  );
  expect(gatherSheet(records, of, undefined)).toMatchObject({ refused });
});

test('[SG11] a window that calls keeps its plate current; one that is renamed does not', () => {
  const records = signHall();
  const of: SheetOf = { is: 'window', window: 'w2' };
  const sheet = printed(records, of).body;
  if (!('of' in sheet)) throw new Error('old');
  const body = records.get('window', 'w2')!;
  const state = { is: 'open' as const, clerk: by, since: 5 };
  records.apply([{ kind: 'window', id: 'w2', rev: 9, body: { ...body, state } }]);
  expect(stateOf(records, sheet, standards.get('qianjiang')).is).toBe('current');
  expect(gather(records, of).made).toEqual(sheet.made);
  records.apply([{ kind: 'window', id: 'w2', rev: 10, body: { ...body, name: '医疗保障', settings: 10 } }]);
  expect(stateOf(records, sheet, standards.get('qianjiang'))).toMatchObject({ is: 'stale' });
});

test('[Y14] a post plate takes the word of the standard, and is stale when that changes', () => {
  const records = signHall();
  const of: SheetOf = { is: 'post', window: 'w2' };
  for (const ours of ['national', 'sichuan'])
    expect(gatherSheet(records, of, standards.get(ours))).not.toHaveProperty('data.word');
  expect(gather(records, of)).toMatchObject({ data: { word: '角' } });
  const sheet = printed(records, of).body;
  if (!('of' in sheet)) throw new Error('old');
  expect(stateOf(records, sheet, standards.get('qianjiang')).is).toBe('current');
  expect(stateOf(records, sheet, standards.get('sichuan')).is).toBe('stale');
});

test('[SG13] a plate sends people to another window, or tells that the system is down', () => {
  const records = signHall();
  const of: SheetOf = { is: 'pause', window: 'w2', says: 'goto', to: 'w1' };
  const now = gather(records, of);
  expect(now.title).toBe('2 号窗口 请到 1 号窗口');
  expect(linesOf(now)[0]).toBe('请到 1 号窗口');
  expect(now.made.map(({ id }) => id)).toEqual(['w2', 'w1']);
  const fault = gather(records, { is: 'pause', says: 'fault' });
  expect([fault.title, linesOf(fault)]).toEqual(['系统故障', ['系统故障']]);
  // What was printed before there was a choice says what it said.
  expect(gather(records, { is: 'pause', window: 'w2' }).data).toEqual({
    window: { number: 2, name: '社会保障' },
  });
  const sheet = printed(records, of).body;
  if (!('of' in sheet)) throw new Error('old');
  records.apply([
    { kind: 'window', id: 'w1', rev: 9, body: { ...records.get('window', 'w1')!, number: 8, settings: 9 } },
  ]);
  expect(stateOf(records, sheet, standards.get('qianjiang'))).toMatchObject({
    is: 'stale',
    changed: [{ id: 'w1' }],
  });
  expect(gatherSheet(records, { ...of, to: 'none' }, undefined)).toMatchObject({ refused: 'window.missing' });
});

test('[S15] everything that can be picked can be gathered, and no two are called the same', () => {
  const found = choicesOf(signHall(), standards.get('qianjiang'));
  const names = found.filter(({ of }) => of.is in signKinds).map(({ of, title }) => `${of.is} ${title}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('sign 安全出口');
  expect(names).toContain('pause 2 号窗口 暂停服务');
  expect(found.some(({ of }) => of.is === 'wifi')).toBe(false);
});

describe('[SG10] what this hall must hang', () => {
  const line = (list: MustHang[], is: string, more: object = {}): MustHang | undefined =>
    list.find(
      ({ of }) =>
        of?.is === is && Object.entries(more).every(([key, value]) => Reflect.get(of, key) === value),
    );

  test('names the source of each, once, and what is missing', () => {
    const records = signHall();
    const list = mustHang(records, standards.get('qianjiang'));
    expect(line(list, 'name')?.why).toMatchObject({ source: '四(一)', force: 'must' });
    expect(line(list, 'slogan')?.why.source).toBe('四(三)8');
    expect(line(list, 'conduct')?.why.label).toContain('三清、四亮');
    expect(list.filter(({ of }) => of?.is === 'window')).toHaveLength(4);
    expect(line(list, 'desk', { staff: 'zhou' })?.why.label).toBe('座牌');
    expect(line(list, 'sign', { sign: 'exit' })).toMatchObject({ lacks: null, have: { is: 'none' } });
    expect(line(list, 'area', { area: 'waiting' })?.why.source).toBe('四(三)3');
    expect(list.find(({ why }) => why.label === '填写区')).toMatchObject({
      of: null,
      lacks: 'sheet.no-areas',
    });
    const subjects = list.flatMap(({ of }) => (of ? [JSON.stringify(of)] : []));
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(list.every(({ why }) => why.force !== 'advice')).toBe(true);
  });

  test('follows a sheet from printing over hanging to stale', () => {
    const records = signHall();
    const of: SheetOf = { is: 'slogan' };
    const have = () => line(mustHang(records, standards.get('qianjiang')), 'slogan')?.have;
    expect(have()).toEqual({ is: 'none' });
    records.apply([printed(records, of)]);
    expect(have()).toEqual({ is: 'printed', code: 'S7K2M9QX' });
    records.apply([printed(records, of, { hung: { by, at: 2 } })]);
    expect(have()).toEqual({ is: 'hung', code: 'S7K2M9QX' });
    const slogan = records.get('pledge', 'slogan')!;
    records.apply([kept('pledge', 'slogan', { ...slogan, lines: ['别的话'] })]);
    expect(have()).toEqual({ is: 'stale', code: 'S7K2M9QX' });
  });

  test('asks for what each standard asks, and for nothing without one', () => {
    const records = signHall();
    expect(mustHang(records, undefined)).toEqual([]);
    for (const standard of standards.values()) {
      const list = mustHang(records, standard);
      expect(list.length, standard.id).toBeGreaterThan(0);
      for (const { of, lacks } of list) expect(of === null, standard.id).toBe(of === null && lacks !== null);
    }
    expect(line(mustHang(records, standards.get('sichuan')), 'post', { window: 'w2' })).toBeDefined();
    expect(line(mustHang(records, standards.get('yanjin')), 'pause')).toBeDefined();
  });
});
