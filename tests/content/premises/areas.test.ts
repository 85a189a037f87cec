import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../content/model/area.ts';
import { inAreaOrder } from '../../../content/premises/areas.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const waiting = { name: '等候区', is: 'waiting' as const, windows: [] };

describe('areas and plans', () => {
  it('[R21] an area has a name of its own on its floor, and windows that exist', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const first = must(records, 'area:save', waiting, world);
    expect(mustRefuse(records, 'area:save', waiting, world).refused).toBe('area.name-taken');
    const upstairs = must(records, 'area:save', { ...waiting, floor: '2 楼' }, world);
    expect(
      mustRefuse(records, 'area:save', { ...waiting, name: '窗口', windows: ['w9'] }, world).refused,
    ).toBe('window.missing');
    must(records, 'area:order', { ids: [upstairs.id] }, world);
    expect(inAreaOrder(records.all('area')).map(({ id }) => id)).toEqual([upstairs.id, first.id]);
  });

  it('[R22] a plan marks what exists', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const plan = (mark: Mark) => ({ name: '一楼', marks: [mark] });
    const window: Mark = { is: 'window', window: 'w9', at: [0.5, 0.5] };
    expect(mustRefuse(records, 'plan:save', plan(window), world).refused).toBe('window.missing');
    const area: Mark = { is: 'area', area: 'x', at: [0, 1] };
    expect(mustRefuse(records, 'plan:save', plan(area), world).refused).toBe('area.missing');
    must(records, 'plan:save', plan({ is: 'sign', sign: 'exit', at: [1, 0] }), world);
  });

  it('[R27] a screen hangs on a plan that exists, and nowhere once it is removed', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const plan = must(records, 'plan:save', { name: '一楼', marks: [] }, world);
    const screen = must(
      records,
      'screen:add',
      {
        name: '吊牌',
        scene: { is: 'sign', window: 'w1', width: 192, height: 32 },
        diagonal: 43,
        distance: 6,
      },
      world,
    );
    const at: [number, number] = [0.25, 0.5];
    const nowhere = { id: screen.id, onPlan: { plan: 'gone', at } };
    expect(mustRefuse(records, 'screen:place', nowhere, world).refused).toBe('plan.missing');
    must(records, 'screen:place', { id: screen.id, number: 3, onPlan: { plan: plan.id, at } }, world);
    expect(records.get('screen', screen.id)?.onPlan).toEqual({ plan: plan.id, at });
    must(records, 'plan:remove', { id: plan.id }, world);
    expect(records.get('screen', screen.id)).toMatchObject({ number: 3 });
    expect(records.get('screen', screen.id)?.onPlan).toBeUndefined();
  });

  it('[R23] a window or an area that is removed leaves areas and plans in the same commit', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const area = must(records, 'area:save', { ...waiting, windows: ['w1', 'w2'] }, world);
    const marks: Mark[] = [
      { is: 'window', window: 'w1', at: [0.1, 0.1] },
      { is: 'window', window: 'w2', at: [0.2, 0.1] },
      { is: 'area', area: area.id, at: [0.5, 0.5] },
    ];
    const { id } = must(records, 'plan:save', { name: '一楼', marks }, world);
    must(records, 'window:remove', { id: 'w1' }, world.as('chen'));
    expect(records.get('area', area.id)?.windows).toEqual(['w2']);
    expect(records.get('plan', id)?.marks).toEqual(marks.slice(1));
    must(records, 'area:remove', { id: area.id }, world);
    expect(records.get('plan', id)?.marks).toEqual(marks.slice(1, 2));
    must(records, 'plan:remove', { id }, world);
    expect(records.count('plan')).toBe(0);
  });
});
