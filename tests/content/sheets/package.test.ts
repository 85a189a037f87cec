import { describe, expect, test } from 'vitest';
import type { Item } from '../../../content/model/item.ts';
import type { Package } from '../../../content/model/package.ts';
import { gatherMaterials } from '../../../content/publishing/packages.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { choicesOf } from '../../../content/sheets/choices.ts';
import { gatherSheet, type SheetNow } from '../../../content/sheets/kinds.ts';
import { stateOf, type SheetState } from '../../../content/sheets/sheet.ts';
import { kept } from '../../support/hall.ts';
import { printedFor } from '../../templates/hall.ts';

const of = { is: 'package', package: 'k' } as const;

function gather(records: RecordMap): Extract<SheetNow, { is: 'package' }> {
  const now = gatherSheet(records, of, undefined);
  if (isRefusal(now) || now.is !== 'package') throw new Error('not a package');
  return now;
}

/** How a sheet that was printed before stands after the hall changed. */
function after(change: (records: RecordMap) => void): SheetState {
  const records = printedFor('package');
  const { made, hash } = gather(records);
  change(records);
  return stateOf(records, {
    of,
    size: 'A4',
    made,
    hash,
    printedBy: { id: 'chen', name: '陈' },
    printedAt: 1,
  });
}

const item = (id: string, more: Partial<Item>) => (records: RecordMap) =>
  records.apply([{ kind: 'item', id, rev: 7, body: { ...records.get('item', id)!, ...more } }]);
const pack = (more: Partial<Package>) => (records: RecordMap) =>
  records.apply([{ kind: 'package', id: 'k', rev: 7, body: { ...records.get('package', 'k')!, ...more } }]);

describe('the sheet of a package', () => {
  test('[S24] says what its records say: items in order, materials once, windows and phones once', () => {
    const records = printedFor('package');
    const { title, data, made } = gather(records);
    const items = ['i', 'j'].map((id) => records.get('item', id)!);
    expect(title).toBe(records.get('package', 'k')?.name);
    expect(data.items.map(({ name, promisedDays }) => [name, promisedDays])).toEqual(
      items.map(({ name, promisedDays }) => [name, promisedDays]),
    );
    expect(data.materials.map(({ material: { name, count }, items }) => [name, count, items])).toEqual(
      gatherMaterials(items).map(({ material: { name, count }, items: names }) => [
        name,
        count,
        items.flatMap((one, at) => (names.includes(one.name) ? [at + 1] : [])),
      ]),
    );
    expect(data.materials.find(({ material }) => material.name === '居民身份证')).toMatchObject({
      material: { count: 3 },
      items: [1, 2],
    });
    expect(data.windows.map(({ number }) => number)).toEqual([1, 2]);
    // The first has a phone of its own, the second has the hall's.
    expect(data.consult.map(({ value }) => value)).toEqual(['023-79000003', '023-79000000']);
    expect(data.complain).toHaveLength(2);
    expect(data.path).toBe('/p/packages/k');
    expect(made[0]).toEqual({ kind: 'package', id: 'k', rev: 1 });
  });

  test.each([
    ['a limit of an item', item('j', { promisedDays: 4 }), 'item'],
    ['a material of an item', item('j', { materials: [] }), 'item'],
    ['the order', pack({ items: ['j', 'i'] }), 'package'],
    ['the limit of the whole', pack({ promisedDays: 9 }), 'package'],
    [
      'a window that is called otherwise',
      (records: RecordMap) =>
        records.apply([
          kept('window', 'w2', { ...records.get('window', 'w2')!, name: '民生服务', settings: 5 }),
        ]),
      'window',
    ],
  ])('[S2] [S3] [S24] %s makes it stale', (_, change, kind) => {
    expect(after(change)).toMatchObject({ is: 'stale', changed: [{ kind }] });
  });

  test('[S2] what it does not show leaves it current', () => {
    expect(after(item('j', { outcome: '救助金', fees: { is: 'free' } })).is).toBe('current');
  });

  test('[S24] what the public does not see is no sheet, and is not offered', () => {
    const offered = (records: RecordMap) =>
      choicesOf(records, undefined).filter((one) => one.of.is === 'package');
    expect(offered(printedFor('package'))).toEqual([{ of, title: '困难群众救助一件事' }]);
    const records = printedFor('package');
    item('j', { sample: true })(records);
    expect(gatherSheet(records, of, undefined)).toMatchObject({ refused: 'record.missing' });
    expect(offered(records)).toEqual([]);
    expect(after((held) => held.apply([{ kind: 'package', id: 'k', rev: 8, body: null }])).is).toBe('gone');
  });
});
