import './chinese.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import App from '../../control/App.svelte';
import { Clock } from '../../control/clock.svelte.ts';
import { Hall } from '../../control/hall.svelte.ts';
import type { Http } from '../../control/http.ts';
import { Hub } from '../../control/hub.svelte.ts';
import { Panel } from '../../control/panel.svelte.ts';
import { smallHall } from '../support/hall.ts';
import { must, testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

const here = location.href;
beforeEach(() => history.replaceState(null, '', '/control/caller'));
afterEach(() => history.replaceState(null, '', here));

test('a session that ends at the caller’s page leaves no number behind for the next clerk', async () => {
  const world = testWorld().as('li', '李窗口');
  const records = smallHall();
  must(records, 'window:take', { window: 'w1' }, world);
  must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(records.everything(), world.now));
  const standards = () => Promise.resolve({ ok: true, value: [] });
  const panel = new Panel({ standards } as unknown as Http);
  const me = { id: 'li', name: 'li', displayName: '李窗口', roles: ['clerk' as const] };
  panel.standing = {
    is: 'signed-in',
    session: { me, panel, hub, hall: new Hall(hub), clock: new Clock(() => hub.now()) },
  } as Panel['standing'];
  await render(App, { panel });
  await expect.poll(() => panel.waiting).toBe(1);
  wire.hear('session:ended');
  await expect.poll(() => panel.standing.is).toBe('signed-out');
  await expect.poll(() => panel.waiting).toBe(0);
});
