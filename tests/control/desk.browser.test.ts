import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { PanelCommand } from '../../content/model/command.ts';
import type { Flash } from '../../control/panel.svelte.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import DeskPage from '../../control/pages/Desk.svelte';
import { smallHall } from '../support/hall.ts';
import { MINUTE, must, testWorld } from '../support/world.ts';
import { FakeWire, inputOf, snapshot } from './wire.ts';

/** The guide desk with three tickets of social security, the first of them called to window 1 and passed. */
async function openDesk() {
  const world = testWorld().as('li', '李窗口');
  const records = smallHall();
  must(records, 'window:take', { window: 'w1' }, world);
  for (let count = 0; count < 3; count++) {
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    world.wait(MINUTE);
  }
  must(records, 'ticket:next', { window: 'w1' }, world);
  must(records, 'ticket:pass', { window: 'w1' }, world);
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  const tell = (): void => wire.hear('state:replaced', snapshot(records.everything(), world.now));
  tell();
  const flashes: Flash[] = [];
  const printSlip = () => Promise.resolve({ ok: true as const, value: { unsure: false } });
  const panel = { tell: (flash: Flash) => flashes.push(flash), http: { printSlip } };
  const session = { hub, hall: new Hall(hub), clock: { now: world.now }, panel };
  const screen = await render(DeskPage, { session });
  /** Does what the hub does with the newest command. */
  const acknowledge = (): void => {
    const { event, word, answer } = wire.last();
    const input = inputOf<PanelCommand>({ sent: word as never });
    const value = must(records, event as PanelCommand, input as never, world);
    tell();
    answer({ ok: true, value });
  };
  return { screen, wire, records, world, flashes, acknowledge };
}

type Opened = Awaited<ReturnType<typeof openDesk>>;
const card = ({ screen }: Opened) => screen.getByRole('status');
const given = ({ wire }: Opened) => wire.commands().map(({ name, sent }) => ({ name, input: sent.input }));

describe('issuing at the desk', () => {
  test('[G7] letters and Enter take a number, + gives it priority, and the next one is normal again', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('mz+');
    await expect.element(desk.screen.getByRole('radio', { name: '优先' })).toBeChecked();
    await userEvent.keyboard('{Enter}');
    expect(given(desk)).toEqual([{ name: 'ticket:issue', input: { service: 'civil', kind: 'priority' } }]);
    desk.acknowledge();
    await expect.element(card(desk)).toMatchTextContent('请告诉群众');
    await expect.element(card(desk)).toMatchTextContent('B001');
    await expect.element(desk.screen.getByRole('radio', { name: '普通' })).toBeChecked();
    await expect.element(desk.screen.getByRole('searchbox')).toHaveValue('');
  });

  test('[G7] the arrows choose among the services found; Enter on nothing does nothing', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('zzz{Enter}');
    await expect.element(desk.screen.getByText('没有与“zzz”相符的业务。')).toBeVisible();
    expect(desk.wire.commands()).toHaveLength(0);
    // 自然资源 begins with the sound, 社会保障 and 民政事务 have it further on.
    await userEvent.keyboard('{Escape}z{ArrowDown}{Enter}');
    expect(given(desk)).toMatchObject([{ name: 'ticket:issue', input: { service: 'social' } }]);
  });

  test('[G7] a refusal stands where the number would', async () => {
    const desk = await openDesk();
    await desk.screen
      .getByRole('button', { name: /社会保障/ })
      .first()
      .click();
    desk.wire.last().answer({ ok: false, code: 'queue.full', message: '“社会保障”今天的号已经发完。' });
    await expect.element(card(desk)).toMatchTextContent('今天的号已经发完');
  });
});

describe('outside the hours', () => {
  test('[Q58] the desk hears that the hall is closed, and may go on all the same', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('mz+{Enter}');
    desk.wire.last().answer({ ok: false, code: 'queue.closed', message: '现在不发号。' });
    await expect.element(card(desk)).toMatchTextContent('现在不发号。');
    await desk.screen.getByRole('button', { name: '仍然取号' }).click();
    expect(given(desk).at(-1)).toEqual({
      name: 'ticket:issue',
      input: { service: 'civil', kind: 'priority', confirmed: true },
    });
    desk.acknowledge();
    await expect.element(card(desk)).toMatchTextContent('B001');
    await expect.element(desk.screen.getByRole('button', { name: '仍然取号' })).not.toBeInTheDocument();
  });
});

describe('putting a ticket right', () => {
  test('[G8] a typed number finds the ticket; it moves, and a click moves it back', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('a3{Enter}');
    await expect.element(card(desk)).toMatchTextContent('A003');
    await expect.element(desk.screen.getByRole('searchbox')).toHaveValue('');
    await expect.element(card(desk)).toMatchTextContent('前面还有 1 人');
    await desk.screen.getByLabelText(/改办业务/).selectOptions('civil');
    expect(given(desk)).toMatchObject([{ name: 'ticket:move', input: { service: 'civil' } }]);
    desk.acknowledge();
    await expect.poll(() => desk.flashes.length).toBe(1);
    await expect.element(card(desk)).toMatchTextContent('民政事务');
    desk.flashes[0]!.undo!.run();
    desk.acknowledge();
    await expect.element(card(desk)).toMatchTextContent('社会保障');
  });

  test('[G8] the kind is changed, and the place with it', async () => {
    const desk = await openDesk();
    await desk.screen.getByRole('button', { name: /A003/ }).click();
    await desk.screen.getByRole('button', { name: '改为优先' }).click();
    desk.acknowledge();
    await expect.element(card(desk)).toMatchTextContent('前面没有人');
    await expect.element(desk.screen.getByRole('button', { name: '改为普通' })).toBeVisible();
  });

  test('[G8] a passed ticket goes back in line', async () => {
    const desk = await openDesk();
    await desk.screen.getByRole('button', { name: /A001/ }).click();
    await expect.element(card(desk)).toMatchTextContent('过号');
    await desk.screen.getByRole('button', { name: '重新排队' }).click();
    desk.acknowledge();
    await expect.element(card(desk)).toMatchTextContent('前面还有 2 人');
  });

  test('[G8] cancelling asks why, and is taken back', async () => {
    const desk = await openDesk();
    await desk.screen.getByRole('button', { name: /A002/ }).click();
    await desk.screen.getByRole('button', { name: '取消此号' }).click();
    const dialog = desk.screen.getByRole('dialog');
    await dialog.getByText('取错号').click();
    expect(desk.wire.commands()).toHaveLength(0);
    await dialog.getByRole('button', { name: '取消此号' }).click();
    expect(given(desk)).toMatchObject([{ name: 'ticket:cancel', input: { reason: 'mistake' } }]);
    desk.acknowledge();
    await expect.element(card(desk)).toMatchTextContent('取错号');
    await expect.element(desk.screen.getByRole('dialog')).not.toBeInTheDocument();
    desk.flashes[0]!.undo!.run();
    desk.acknowledge();
    await expect.element(card(desk)).toMatchTextContent('前面没有人');
  });
});
