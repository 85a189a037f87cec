import './chinese.ts';
import '../../content/theme.css';
import '../../control/page.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Care } from '../../content/model/care.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import CareAsk from '../../control/parts/screens/CareAsk.svelte';
import type { Flash, Session } from '../../control/panel.svelte.ts';
import { smallHall } from '../support/hall.ts';
import { testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

/** Two admins have the care of the hall's screens open; the other saves `theirs` first. */
async function twoSavers(theirs: Care) {
  const world = testWorld().as('chen', '陈主任');
  const records = smallHall();
  const hall = records.get('hall', 'hall')!;
  records.apply([{ kind: 'hall', id: 'hall', rev: 1, body: { ...hall, care: { lease: 72 } } }]);
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
  const screen = await render(CareAsk, { session, onclose: () => undefined });
  records.apply([{ kind: 'hall', id: 'hall', rev: 2, body: { ...hall, care: theirs } }]);
  wire.hear('state:replaced', snapshot(records.everything(), world.now, 'chen'));
  const late = () =>
    wire.last().answer({ ok: false, code: 'record.changed', message: '这条内容刚被别人改过' });
  const sent = () => wire.commands().map(({ sent: { input } }) => input as { rev: number; care: Care });
  return { screen, wire, late, sent, flashes };
}

test('[D13] two who set the care of screens are brought together field by field', async () => {
  const { screen, wire, late, sent, flashes } = await twoSavers({ lease: 72, shift: true });
  await screen.getByRole('spinbutton').last().fill('48');
  await screen.getByRole('button', { name: '保存' }).click();
  late();
  await expect.poll(() => sent().length).toBe(2);
  expect(sent()[1]).toMatchObject({ rev: 2, care: { lease: 48, shift: true } });
  wire.last().answer({ ok: true, value: { id: 'hall' } });
  await expect.poll(() => flashes.length).toBe(1);
  expect(flashes[0]?.text).toContain('防烧屏');
});

test('[D13] where both set the same of it, the second chooses', async () => {
  const { screen, late, sent } = await twoSavers({ lease: 24 });
  await screen.getByRole('spinbutton').last().fill('48');
  await screen.getByRole('button', { name: '保存' }).click();
  late();
  const theirs = screen.getByRole('radio').nth(1);
  await expect.element(theirs).toBeVisible();
  expect(sent()).toHaveLength(1);
  await theirs.click();
  await screen.getByRole('dialog').last().getByRole('button').last().click();
  await expect.poll(() => sent().length).toBe(2);
  expect(sent()[1]).toMatchObject({ rev: 2, care: { lease: 24 } });
});
