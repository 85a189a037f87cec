import './chinese.ts';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { TodayView } from '../../content/history/live.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import Live from '../../control/pages/Live.svelte';
import { smallHall } from '../support/hall.ts';
import { MINUTE, MORNING, must, testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

test('[T15] [T16] the live view tells who waits, how long, at which window, and what needs attention', async () => {
  const world = testWorld().as('li', '李窗口');
  const records = smallHall();
  must(records, 'window:take', { window: 'w1' }, world);
  for (let i = 0; i < 3; i++) must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
  must(records, 'ticket:next', { window: 'w1' }, world);
  must(records, 'queue:settings', { alarm: { waiting: 2 } }, world.as('chen'));
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(records.everything(), world.now));
  const view: TodayView = {
    issued: 3,
    served: 0,
    hours: [{ hour: '09', issued: 3, waiting: 3 }],
    windows: { w1: { served: 7, mean: 6 * MINUTE } },
    services: { social: { issued: 3, served: 0 } },
    staffing: { is: 'hint', now: null, more: 1, then: 20 * MINUTE },
  };
  const panel = { http: { today: () => Promise.resolve({ ok: true, value: view }) } };
  const session = { hub, hall: new Hall(hub), clock: { now: MORNING + 4 * MINUTE }, panel };
  const screen = await render(Live, { session: session as never, id: null });
  const row = screen.getByRole('row', { name: /综合服务/ });
  await expect.element(row).toBeVisible();
  const text = () => row.element().textContent;
  expect(text()).toMatch(/李窗口\s*A001/);
  await expect.poll(text).toMatch(/7\s*6\.0 分钟/);
  await expect.element(screen.getByText('社会保障已有 2 人等候，最久的已等 4 分钟。')).toBeVisible();
  await expect.element(screen.getByText('再开 1 个窗口，等候约 20 分钟。')).toBeVisible();
  await expect.element(screen.getByRole('img', { name: /取号/ })).toBeVisible();
});
