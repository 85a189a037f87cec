import { expect, test, vi } from 'vitest';
import type { DraftKind } from '../../content/model/draft.ts';

vi.stubGlobal('location', { search: '' });
const { namedWords } = await import('../../control/idnames.ts');
const { compareBodies } = await import('../../control/compare.ts');
const { fieldWord, valueWord } = await import('../../control/fieldwords.ts');
const { itemLines } = await import('../../control/itemdiff.ts');
const { newDraft } = await import('../../content/publishing/drafts.ts');
const { kept, smallHall } = await import('../support/hall.ts');
const { bareItem, material } = await import('../support/items.ts');

const medium = (id: string, name: string) =>
  kept('medium', id, {
    is: 'document',
    name,
    upload: 'a'.repeat(64),
    size: 9,
    by: { id: 'sun', name: '孙编辑' },
    at: 1,
    checked: null,
    removed: null,
  } as never);

const records = smallHall();
records.apply([
  medium('m-form-00001', '居住证申请表'),
  medium('m-photo-0001', '李想二寸照'),
  kept('item', 'i-first-00001', {
    ...bareItem('出生登记'),
    savedBy: { id: 'sun', name: '孙编辑' },
    savedAt: 1,
  }),
]);

/** What a person reads of a change from nothing to these words. */
function read(kind: DraftKind, body: Record<string, unknown>): string {
  const named = namedWords(kind, body, records);
  const lines = kind === 'item' ? itemLines(named) : named;
  return compareBodies(undefined, lines, (field, value) => valueWord(kind, field, value, 'UTC', '2026-11-21'))
    .map(({ field, runs }) => `${fieldWord(field, kind)}：${runs.map(({ text }) => text).join('')}`)
    .join('\n');
}

test('windows, services, phones and files of an item are told by their names', () => {
  const words = read('item', {
    ...bareItem('居住证申领'),
    windows: ['w1'],
    services: ['social'],
    consult: [
      { is: 'contact', id: 'hotline' },
      { is: 'own', label: '户籍科', value: '023-79000011' },
    ],
    materials: [material('申请表', { blankFile: 'm-form-00001' })],
  });
  expect(words).toContain('办理窗口：1 综合服务');
  expect(words).toContain('社会保障');
  expect(words).toContain('户籍科 023-79000011');
  expect(words).toContain('居住证申请表');
  for (const id of ['w1', 'social', 'hotline', 'm-form', 'contact']) expect(words).not.toContain(id);
});

test('a package, a person and a notice are told by names too, what is gone as that', () => {
  const parts = read('package', {
    name: '一件事',
    items: ['i-first-00001', 'i-gone-000001'],
    promisedDays: 3,
  });
  expect(parts).toContain('出生登记');
  expect(parts).toContain('（已删除）');
  expect(parts).toContain('3 个工作日');
  const person = read('staff', { name: '李想', title: '主任', photo: 'm-photo-0001', party: false });
  expect(person).toContain('职务：主任');
  expect(person).toContain('照片：李想二寸照');
  expect(person).not.toContain('m-photo');
  const notice = read('notice', {
    title: '公告',
    text: '',
    blocks: [{ is: 'picture', medium: 'm-photo-0001', caption: '公示牌' }],
    attachments: ['m-form-00001'],
  });
  expect(notice).toContain('李想二寸照 · 公示牌');
  expect(notice).toContain('附件：居住证申请表');
});

test('[U4] a phone that waits for its release is told by its name and as that', () => {
  const words = { role: 'consult' as const, label: '养老专线', value: '023-79000066' };
  const person = { id: 'sun', name: '孙编辑' };
  const draft = newDraft({ kind: 'contact', body: words }, { base: 0, was: undefined }, person, 1);
  records.apply([kept('draft', 'd-phone-00001', { ...draft, as: 'awaited' })]);
  const consult = ['awaited', 'never'].map((id) => ({ is: 'contact' as const, id }));
  const told = read('item', { ...bareItem('养老待遇申领'), consult });
  expect(told).toContain('养老专线 023-79000066（尚未发布）');
  expect(told).toContain('（已删除）');
});
