import { describe, expect, it } from 'vitest';
import type { Item, Step } from '../../../content/model/item.ts';
import { inItemOrder, isPublic, publicItems, textOf } from '../../../content/publishing/items.ts';
import { afterStep, checkSteps, reachedSteps } from '../../../content/publishing/itemsteps.ts';
import { smallHall } from '../../support/hall.ts';
import { bareItem, fullItem, material, step } from '../../support/items.ts';
import { MINUTE, MORNING, must, mustRefuse, seeded, testWorld } from '../../support/world.ts';

const sun = { id: 'sun', name: '孙编辑' };
const chen = { id: 'chen', name: '陈管理' };

describe('items (items.md)', () => {
  it('[U1] names and codes are one item each, also within one command', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { id } = must(records, 'item:save', bareItem('临时救助', { code: 'A-1' }), world);
    expect(mustRefuse(records, 'item:save', bareItem('临时救助'), world)).toEqual({
      refused: 'item.name-taken',
      params: { item: '临时救助' },
    });
    expect(mustRefuse(records, 'item:save', bareItem('居住证', { code: 'A-1' }), world)).toEqual({
      refused: 'item.code-taken',
      params: { item: '居住证', code: 'A-1', other: '临时救助' },
    });
    const twice = { items: [{ text: bareItem('户口簿') }, { text: bareItem('户口簿') }] };
    expect(mustRefuse(records, 'item:put', twice, world).refused).toBe('item.name-taken');
    must(records, 'item:save', { id, ...bareItem('临时救助金', { code: 'A-1' }) }, world);
    must(records, 'item:save', bareItem('临时救助'), world);
  });

  it('[U1] two items swap their names in one command', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const both = { items: [{ text: bareItem('甲') }, { text: bareItem('乙') }] };
    const [one, other] = must(records, 'item:put', both, world).ids;
    const swap = {
      items: [
        { id: one, text: bareItem('乙') },
        { id: other, text: bareItem('甲') },
      ],
    };
    must(records, 'item:put', swap, world);
    expect(records.get('item', one!)?.name).toBe('乙');
  });

  it('[U2] a promise is not longer than the law', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const late = bareItem('临时救助', { statutoryDays: 10, promisedDays: 11 });
    expect(mustRefuse(records, 'item:save', late, world)).toEqual({
      refused: 'item.promise-late',
      params: { item: '临时救助', promised: 11, statutory: 10 },
    });
    must(records, 'item:save', bareItem('临时救助', { statutoryDays: 10, promisedDays: 10 }), world);
    must(records, 'item:save', bareItem('当场办', { promisedDays: 0 }), world);
  });

  it('[U3] branches lead somewhere and every step can be reached', () => {
    const jump = (to: string) => ({ is: 'step' as const, when: '简易', to });
    expect(checkSteps([step('a', '申请'), step('a', '受理')], '甲')).toEqual({
      refused: 'item.step-twice',
      params: { item: '甲', step: '受理' },
    });
    expect(checkSteps([step('a', '申请', { branches: [jump('z')] })], '甲')?.refused).toBe(
      'item.step-missing',
    );
    expect(checkSteps([step('a', '申请', { branches: [jump('a')] })], '甲')?.refused).toBe('item.step-self');
    const ended = [step('a', '申请', { ends: true }), step('b', '受理')];
    expect(checkSteps(ended, '甲')).toEqual({
      refused: 'item.step-unreachable',
      params: { item: '甲', step: '受理' },
    });
    expect(
      checkSteps([step('a', '申请', { ends: true, branches: [jump('b')] }), step('b', '受理')], '甲'),
    ).toBe(undefined);
    expect(checkSteps(fullItem.steps, '甲')).toBe(undefined);
    expect(checkSteps([], '甲')).toBe(undefined);
  });

  it('[U3] what is reached is what following the arrows reaches, for any steps', () => {
    const random = seeded(3);
    for (let round = 0; round < 300; round += 1) {
      const count = 1 + Math.floor(random() * 8);
      const steps: Step[] = Array.from({ length: count }, (_, index) =>
        step(`s${index}`, `环节${index}`, {
          ...(random() < 0.4 ? { ends: true as const } : {}),
          branches:
            random() < 0.4
              ? [{ is: 'step', when: '其他', to: `s${Math.floor(random() * count)}` }]
              : [{ is: 'refuse', when: '不符' }],
        }),
      );
      const selves = (list: Step[]) =>
        list.some(({ key, branches }) =>
          branches.some((branch) => branch.is === 'step' && branch.to === key),
        );
      // Closing the set of the first step under "goes to", until it grows no more.
      const closed = new Set(['s0']);
      for (let before = 0; before !== closed.size;) {
        before = closed.size;
        steps.forEach(({ key }, index) => {
          if (closed.has(key)) for (const to of afterStep(steps, index)) closed.add(to);
        });
      }
      expect([...reachedSteps(steps)].sort()).toEqual([...closed].sort());
      expect(checkSteps(steps, '甲') === undefined).toBe(closed.size === count && !selves(steps));
    }
  });

  it('[U4] what the hall does not have is left out', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const text = bareItem('临时救助', {
      windows: ['w1', 'gone'],
      services: ['gone', 'civil'],
      complain: [
        { is: 'contact', id: 'gone' },
        { is: 'contact', id: 'complain' },
      ],
    });
    const { id } = must(records, 'item:save', text, world);
    expect(records.get('item', id)).toMatchObject({
      windows: ['w1'],
      services: ['civil'],
      complain: [{ is: 'contact', id: 'complain' }],
    });
  });

  it('[U5] the public sees a sample only when somebody has checked it', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const samples = { items: [{ text: bareItem('甲'), sample: true as const }, { text: bareItem('乙') }] };
    const [id, other] = must(records, 'item:put', samples, world).ids;
    const shown = () => publicItems(records.all('item')).map(({ body }) => body.name);
    expect(shown()).toEqual(['乙']);
    must(records, 'item:save', { id, ...bareItem('甲', { promisedDays: 1 }) }, world);
    expect(records.get('item', id!)).toMatchObject({ sample: true, promisedDays: 1 });
    expect(shown()).toEqual(['乙']);
    must(
      records,
      'item:check',
      { ids: [id!, other!], checked: true },
      world.wait(MINUTE).as('chen', '陈管理'),
    );
    expect(records.get('item', id!)?.checked).toEqual({ by: chen, at: MORNING + MINUTE });
    expect(records.rev('item', other!)).toBe(1);
    expect(shown()).toEqual(['甲', '乙']);
    must(records, 'item:check', { ids: [id!, other!], checked: false }, world);
    expect(shown()).toEqual(['乙']);
    expect(records.get('item', id!)?.checked).toBeUndefined();
    expect(mustRefuse(records, 'item:check', { ids: ['none'], checked: true }, world).refused).toBe(
      'record.missing',
    );
  });

  it('[U6] many are saved or none', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const late = bareItem('乙', { statutoryDays: 1, promisedDays: 2 });
    mustRefuse(records, 'item:put', { items: [{ text: bareItem('甲') }, { text: late }] }, world);
    expect(records.count('item')).toBe(0);
    const [id] = must(records, 'item:put', { items: [{ text: bareItem('甲') }] }, world).ids;
    must(records, 'item:put', { items: [{ id, text: bareItem('甲', { visits: 0 }), sample: true }] }, world);
    expect(isPublic(records.get('item', id!)!)).toBe(true);
    const stale = { items: [{ text: bareItem('丙') }, { id, rev: 1, text: bareItem('甲') }] };
    expect(mustRefuse(records, 'item:put', stale, world).refused).toBe('record.changed');
    expect(mustRefuse(records, 'item:save', { id: 'none', ...bareItem('丁') }, world).refused).toBe(
      'record.missing',
    );
  });

  it('[U7] a save that changes nothing makes no revision', () => {
    const records = smallHall();
    const world = testWorld().as('sun', '孙编辑');
    const { id } = must(records, 'item:save', fullItem, world);
    expect(records.get('item', id)).toMatchObject({ savedBy: sun, savedAt: MORNING });
    must(records, 'item:save', { id, rev: 1, ...fullItem }, world.wait(1).as('chen'));
    expect(records.rev('item', id)).toBe(1);
    expect(textOf(records.get('item', id)!)).toEqual(fullItem);
  });

  it('[U8] a removal is taken back under the same id, and signed anew', () => {
    const records = smallHall();
    const world = testWorld().as('sun', '孙编辑');
    const [one, other] = must(
      records,
      'item:put',
      {
        items: [
          { text: fullItem, sample: true },
          { text: bareItem('乙'), sample: true },
        ],
      },
      world,
    ).ids as [string, string];
    must(records, 'item:check', { ids: [one], checked: true }, world);
    const bodies = [one, other].map((id) => ({ id, body: records.get('item', id) as Item }));
    must(records, 'item:remove', { ids: [one, other] }, world);
    expect(records.count('item')).toBe(0);
    expect(mustRefuse(records, 'item:remove', { ids: [one] }, world).refused).toBe('record.missing');
    must(records, 'item:restore', { items: bodies }, world.wait(1).as('chen', '陈管理'));
    expect(records.get('item', one)).toEqual({
      ...bodies[0]!.body,
      checked: { by: chen, at: MORNING + 1 },
      savedBy: chen,
      savedAt: MORNING + 1,
    });
    expect(records.get('item', other)?.sample).toBe(true);
    expect(mustRefuse(records, 'item:restore', { items: bodies }, world).refused).toBe('item.exists');
    must(records, 'item:remove', { ids: [one] }, world);
    must(records, 'item:save', bareItem(fullItem.name), world);
    expect(mustRefuse(records, 'item:restore', { items: [bodies[0]!] }, world).refused).toBe(
      'item.name-taken',
    );
  });

  it('[U9] no materials means none', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const text = bareItem('甲', { noMaterials: true, materials: [material('身份证')] });
    expect(mustRefuse(records, 'item:save', text, world).refused).toBe('item.no-materials');
    must(records, 'item:save', { ...text, materials: [] }, world);
  });

  it('[U10] an own phone is a phone', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const own = (value: string) => bareItem('甲', { consult: [{ is: 'own', label: '咨询', value }] });
    expect(mustRefuse(records, 'item:save', own('打电话'), world).refused).toBe('phone.wrong');
    const { id } = must(records, 'item:save', own('０２３－７９２０００００'), world);
    expect(records.get('item', id)?.consult).toEqual([{ is: 'own', label: '咨询', value: '023-79200000' }]);
  });

  it('[U11] items stand in the order of HN’s categories', () => {
    const item = (name: string, category: Item['category']) => ({ body: { name, category } });
    const mixed = [item('a', 'party'), item('b', 'household'), item('c', 'other'), item('d', 'household')];
    expect(inItemOrder(mixed).map(({ body }) => body.name)).toEqual(['b', 'd', 'a', 'c']);
  });
});
