import { describe, expect, it } from 'vitest';
import { gatherMaterials, packageView, publicPackages } from '../../../content/publishing/packages.ts';
import { smallHall } from '../../support/hall.ts';
import { bareItem, material } from '../../support/items.ts';
import { must, mustRefuse, seeded, testWorld } from '../../support/world.ts';

/** Birth: a certificate and an insurance, with one paper in common. */
function birth() {
  const records = smallHall();
  const world = testWorld().as('sun');
  const items = [
    bareItem('出生登记', {
      promisedDays: 2,
      materials: [material('居民户口簿', { form: 'seen' }), material('出生医学证明')],
    }),
    bareItem('新生儿参保', {
      promisedDays: 3,
      materials: [
        material('《居民户口簿》', { form: 'seen', need: 'deferrable' }),
        material('照片', { count: 2 }),
      ],
    }),
  ];
  const { ids } = must(records, 'item:put', { items: items.map((text) => ({ text })) }, world);
  return { records, world, ids };
}

describe('packages (items.md)', () => {
  it('[U21] a paper that two items ask for stands once, and must be there if one must have it', () => {
    const { records, world, ids } = birth();
    const { id } = must(records, 'package:save', { name: '新生儿出生一件事', items: ids }, world);
    const { materials } = packageView(records, records.get('package', id)!);
    expect(materials.map(({ material: { name, need }, items }) => [name, need, items])).toEqual([
      ['居民户口簿', 'required', ['出生登记', '新生儿参保']],
      ['出生医学证明', 'required', ['出生登记']],
      ['照片', 'required', ['新生儿参保']],
    ]);
  });

  it('[U21] whatever the items are, no paper stands twice, none is lost, and the largest count is kept', () => {
    const random = seeded(7);
    const pick = (count: number) => Math.floor(random() * count);
    for (let round = 0; round < 200; round += 1) {
      const items = Array.from({ length: 1 + pick(4) }, (_, at) => ({
        name: `事项${at}`,
        materials: Array.from({ length: pick(6) }, () =>
          material(`材料${pick(5)}`, { count: 1 + pick(3), form: (['original', 'copy'] as const)[pick(2)]! }),
        ),
      }));
      const keyOf = ({ name, form }: { name: string; form: string }) => `${name} ${form}`;
      const all = items.flatMap(({ materials }) => materials);
      const once = gatherMaterials(items);
      expect(once.map(({ material: one }) => keyOf(one))).toEqual([...new Set(all.map(keyOf))]);
      for (const { material: one } of once) {
        const counts = all.filter((other) => keyOf(other) === keyOf(one)).map(({ count }) => count);
        expect(one.count).toBe(Math.max(...counts));
      }
    }
  });

  it('[U22] the whole is not promised later than its items one after another', () => {
    const { records, world, ids } = birth();
    const late = { name: '新生儿出生一件事', items: ids, promisedDays: 6 };
    expect(mustRefuse(records, 'package:save', late, world)).toEqual({
      refused: 'package.promise-late',
      params: { promised: 6, days: 5 },
    });
    must(records, 'package:save', { ...late, promisedDays: 5 }, world);
    expect(mustRefuse(records, 'package:save', { ...late, promisedDays: 1 }, world).refused).toBe(
      'package.name-taken',
    );
  });

  it('[U23] what the public may not read, or what is gone, is passed over; one item alone is no package', () => {
    const { records, world, ids } = birth();
    const { id } = must(records, 'package:save', { name: '新生儿出生一件事', items: ids }, world);
    expect(publicPackages(records).map((one) => one.id)).toEqual([id]);
    must(records, 'item:remove', { ids: [ids[0]!] }, testWorld().as('chen'));
    expect(publicPackages(records)).toEqual([]);
    expect(mustRefuse(records, 'package:save', { name: '另一件事', items: ids }, world).refused).toBe(
      'package.item-missing',
    );
    must(records, 'package:remove', { id }, world);
    expect(records.get('item', ids[1]!)).toBeDefined();
  });

  it('[U24] [D2] where the hall reviews, a package is a draft until it is released, and an admin removes it', () => {
    const { records, world, ids } = birth();
    must(records, 'review:settings', { levels: 1 }, world.as('chen'));
    const words = { name: '新生儿出生一件事', items: ids };
    expect(mustRefuse(records, 'package:save', words, world.as('sun')).refused).toBe('review.needed');
    const { id } = must(records, 'draft:save', { base: 0, of: { kind: 'package', body: words } }, world);
    must(records, 'draft:submit', { id, rev: 1 }, world);
    expect(publicPackages(records)).toEqual([]);
    must(records, 'draft:approve', { id, rev: 2 }, world.as('lin'));
    must(records, 'draft:release', { id, rev: 3 }, world.as('sun'));
    const [live] = publicPackages(records);
    expect(live?.view.name).toBe('新生儿出生一件事');
    const own = { id: live?.id ?? '' };
    expect(mustRefuse(records, 'package:remove', own, world).refused).toBe('review.admin-removes');
    must(records, 'package:remove', own, world.as('chen'));
  });
});
