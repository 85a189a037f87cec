import { expect, it } from 'vitest';
import { hallAlerts } from '../../../content/views/alerts.ts';
import { DAY, MINUTE, MORNING, must, testWorld } from '../../support/world.ts';
import { begin, notice, reviewHall } from '../publishing/reviewhall.ts';

const kinds = ['notice-ending', 'release-stuck', 'release-after'];
const alerts = (records: Parameters<typeof hallAlerts>[0], now: number) =>
  hallAlerts(records, now).filter(({ is }) => kinds.includes(is));

it('[D14] a notice is told of in its last day, a short one in its last quarter, until it is over', () => {
  const { records, world } = reviewHall(0);
  const words = { title: '公示', text: '名单', category: 'general' as const };
  must(records, 'notice:withdraw', { id: 'welcome' }, world);
  const { id } = must(records, 'notice:save', { ...words, from: MORNING, until: MORNING + 7 * DAY }, world);
  const told = (now: number) => alerts(records, now).map(({ is, since }) => [is, since]);
  expect(told(MORNING + 6 * DAY - 1)).toEqual([]);
  expect(told(MORNING + 6 * DAY)).toEqual([['notice-ending', MORNING + 6 * DAY]]);
  expect(told(MORNING + 7 * DAY)).toEqual([]);
  must(records, 'notice:save', { id, ...words, from: MORNING, until: MORNING + 60 * MINUTE }, world);
  expect(told(MORNING + 44 * MINUTE)).toEqual([]);
  expect(told(MORNING + 45 * MINUTE)).toEqual([['notice-ending', MORNING + 45 * MINUTE]]);
});

it('[D14] a release that failed and one that was not reviewed yet are told of until somebody sees to them', () => {
  const { records, world, submitted } = reviewHall(1);
  must(records, 'notice:withdraw', { id: 'welcome' }, world);
  const at = MORNING + 60 * MINUTE;
  const id = submitted(notice({ title: '甲' }), at);
  must(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
  must(records, 'review:settings', { levels: 2 }, world.as('chen'));
  const hub = Object.assign(testWorld(2), { now: at, by: { is: 'system' as const, name: '定时发布' } });
  must(records, 'draft:due', { id }, hub);
  expect(alerts(records, at)).toEqual([
    { is: 'release-stuck', draft: { id, title: '甲', code: 'review.more' }, since: at },
  ]);
  must(records, 'draft:discard', { id }, world);
  const urgent = begin(records, world, notice({ title: '停电' }));
  must(records, 'draft:emergency', { id: urgent.id, rev: 1, reason: '停电' }, world.as('chen'));
  expect(alerts(records, world.now).map(({ is }) => is)).toEqual(['release-after']);
  must(records, 'draft:approve', { id: urgent.id, rev: 2 }, world.as('luo'));
  expect(alerts(records, world.now)).toEqual([]);
});
