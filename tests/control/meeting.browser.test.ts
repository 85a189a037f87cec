import './chinese.ts';
import '../../content/theme.css';
import '../../control/page.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import ServiceAsk from '../../control/parts/ServiceAsk.svelte';
import type { Flash, Session } from '../../control/panel.svelte.ts';
import { smallHall } from '../support/hall.ts';
import { testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

/** Two admins have the same service open; the other saves first. */
async function twoSavers(theirs: { name?: string; short?: string }) {
  const world = testWorld().as('chen', '陈主任');
  const records = smallHall();
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(records.everything(), world.now, 'chen'));
  const flashes: Flash[] = [];
  const session = {
    me: { id: 'chen', name: 'chen', displayName: '陈主任', roles: ['admin'] },
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    panel: { tell: (flash: Flash) => flashes.push(flash) },
  } as unknown as Session;
  const kept = session.hall.services[0]!;
  const screen = await render(ServiceAsk, { session, kept, onclose: () => undefined });
  records.apply([{ kind: 'service', id: kept.id, rev: kept.rev + 1, body: { ...kept.body, ...theirs } }]);
  wire.hear('state:replaced', snapshot(records.everything(), world.now, 'chen'));
  const late = () =>
    wire.last().answer({ ok: false, code: 'record.changed', message: '这条内容刚被别人改过' });
  const sent = () => wire.commands().map(({ sent: { input } }) => input as Record<string, unknown>);
  return { screen, wire, kept, late, sent, flashes };
}

test('[D13] what only the other changed is taken over, and told', async () => {
  const { screen, wire, kept, late, sent, flashes } = await twoSavers({ short: '社' });
  await screen.getByLabelText('名称', { exact: true }).fill('社会保险');
  await screen.getByRole('button', { name: '保存' }).click();
  late();
  await expect.poll(() => sent().length).toBe(2);
  expect(sent()[1]).toMatchObject({ id: kept.id, rev: kept.rev + 1, name: '社会保险', short: '社' });
  wire.last().answer({ ok: true, value: { id: kept.id } });
  await expect.poll(() => flashes.length).toBe(1);
});

test('[D13] where both changed the same, the second chooses, and nothing was sent before', async () => {
  const { screen, kept, late, sent } = await twoSavers({ name: '社保业务' });
  await screen.getByLabelText('名称', { exact: true }).fill('社会保险');
  await screen.getByRole('button', { name: '保存' }).click();
  late();
  const theirs = screen.getByRole('radio').nth(1);
  await expect.element(theirs).toBeVisible();
  expect(sent()).toHaveLength(1);
  await theirs.click();
  await screen.getByRole('dialog').last().getByRole('button').last().click();
  await expect.poll(() => sent().length).toBe(2);
  expect(sent()[1]).toMatchObject({ id: kept.id, rev: kept.rev + 1, name: '社保业务' });
});
