import './chinese.ts';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import CalendarPage from '../../control/pages/Calendar.svelte';
import type { Flash, Session } from '../../control/panel.svelte.ts';
import { office, smallHall } from '../support/hall.ts';
import { testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

/** The calendar of a hall with office hours, on Thursday 2026-11-19 at nine. */
function openPanel(roles: string[]) {
  const world = testWorld();
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(smallHall(office).everything(), world.now, 'chen'));
  const flashes: Flash[] = [];
  const session = {
    me: { id: 'chen', name: 'chen', displayName: '陈管理', roles },
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    panel: {
      http: { preview: () => Promise.resolve({ ok: false, message: '' }) },
      tell: (flash: Flash) => flashes.push(flash),
    },
  } as unknown as Session;
  return { wire, session, flashes };
}

test('[H7] [R12] a day is set off with its reason, told, and taken back', async () => {
  const { wire, session, flashes } = openPanel(['admin']);
  const screen = await render(CalendarPage, { session, id: null });
  await screen.getByRole('radio', { name: '放假' }).click();
  await screen.getByLabelText('说明').fill('停电检修');
  await screen.getByRole('button', { name: '保存这一天' }).click();
  expect(wire.commands()).toMatchObject([
    {
      name: 'calendar:save',
      sent: { input: { days: [{ day: '2026-11-19', is: 'off', note: '停电检修' }] } },
    },
  ]);
  wire.last().answer({ ok: true, value: { id: 'calendar' } });
  await expect.poll(() => flashes.length).toBe(1);
  flashes[0]?.undo?.run();
  expect(wire.commands().at(-1)).toMatchObject({ name: 'calendar:save', sent: { input: { days: [] } } });
});

test('[H7] who may not change the calendar sees it, and no form', async () => {
  const { session } = openPanel(['clerk']);
  const screen = await render(CalendarPage, { session, id: null });
  await expect.element(screen.getByRole('heading', { name: '2026年11月' })).toBeVisible();
  expect(screen.getByRole('button', { name: '保存这一天' }).query()).toBeNull();
});
