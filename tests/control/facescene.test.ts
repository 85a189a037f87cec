import { expect, test } from 'vitest';
import type { FacesMade } from '../../content/api/printing.ts';
import type { Previewed } from '../../content/model/preview.ts';
import { isOnScreen, recordsAsIf, sceneOf, showsAt } from '../../control/facescene.ts';
import { smallHall } from '../support/hall.ts';
import { bareItem } from '../support/items.ts';
import { DAY, MORNING, must, testWorld } from '../support/world.ts';

const made = (live: string, changes: FacesMade['changes']): FacesMade => ({
  ...{ live, changes },
  ...{ phone: true, sheet: true },
});
const notice: Extract<Previewed, { kind: 'notice' }> = {
  kind: 'notice',
  body: {
    ...{ title: '停电通知', text: '周三停电。', category: 'general' },
    ...{ from: MORNING + DAY, until: MORNING + 2 * DAY },
  },
};

test('[C32] a notice stands alone on the screen, at a moment at which it shows', () => {
  const records = smallHall();
  const by = { postedBy: { id: 'chen', name: '陈管理' }, postedAt: MORNING, withdrawn: null };
  const body = { ...notice.body, ...by };
  const after = recordsAsIf(records, notice, made('draft', [{ kind: 'notice', id: 'draft', rev: 1, body }]));
  expect([...after.all('notice')].map(({ id }) => id)).toEqual(['draft']);
  expect([...records.all('notice')].map(({ id }) => id)).toEqual(['welcome']);
  expect(showsAt(notice, MORNING)).toBe(MORNING + DAY);
  expect(showsAt(notice, MORNING + 9 * DAY)).toBe(MORNING + 2 * DAY - 1);
});

test('[C32] of many people the one who is written about stands first', () => {
  const records = smallHall();
  const world = testWorld().as('chen');
  const person = (name: string) => ({ name, unit: '党政办', party: false, leader: false });
  must(records, 'staff:save', person('王小明'), world);
  const { id } = must(records, 'staff:save', person('李想'), world);
  const of: Previewed = { kind: 'staff', id, body: person('李想') };
  const after = recordsAsIf(records, of, made(id, []));
  const order = (one: string) => after.get('staff', one)?.order ?? 0;
  for (const other of after.all('staff'))
    if (other.id !== id) expect(order(id)).toBeLessThan(order(other.id));
});

test('[C32] an area is shown on the plan that marks it; a package on a screen of its own', () => {
  const records = smallHall();
  const world = testWorld().as('chen');
  const area = must(records, 'area:save', { is: 'waiting', name: '等候区', windows: [] }, world);
  must(records, 'plan:save', { name: '二楼', marks: [] }, world);
  const mark = { is: 'area' as const, area: area.id, at: [0.5, 0.5] as [number, number] };
  const plan = must(records, 'plan:save', { name: '一楼', marks: [mark] }, world);
  const of: Previewed = { kind: 'area', input: { is: 'waiting', name: '等候区', windows: [] } };
  expect(sceneOf(of, made(area.id, []), records)).toEqual({ is: 'plan', plan: plan.id });
  const whole: Previewed = { kind: 'package', body: { name: '新生儿出生', items: ['a', 'b'] } };
  expect(sceneOf(whole, made('p', []), records)).toEqual({ is: 'packages', packages: ['p'] });
});

test('[C32] [U23] a package of fewer than two public items is told to be on no screen', () => {
  const records = smallHall();
  const world = testWorld().as('chen');
  const texts = [{ text: bareItem('出生登记') }, { text: bareItem('社保卡申领'), sample: true as const }];
  const { ids } = must(records, 'item:put', { items: texts }, world);
  const of: Previewed = { kind: 'package', body: { name: '新生儿出生', items: ids } };
  const { id } = must(records, 'package:save', of.body, world);
  expect(isOnScreen(of, made(id, []), records)).toBe(false);
  must(records, 'item:check', { ids: ids.slice(1), checked: true }, world);
  expect(isOnScreen(of, made(id, []), records)).toBe(true);
  expect(isOnScreen(notice, made('welcome', []), records)).toBe(true);
});
