import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import CallerPage from '../../control/pages/Caller.svelte';
import type { RecordMap } from '../../content/records.ts';
import { smallHall } from '../support/hall.ts';
import { MINUTE, MORNING, must, testWorld } from '../support/world.ts';
import { FakeWire, inputOf, snapshot } from './wire.ts';

/** Li at window 1, with three tickets of social security waiting, and the panel before him. */
async function morning({ held = true } = {}) {
  const world = testWorld().as('li', '李窗口');
  const records = smallHall();
  if (held) must(records, 'window:take', { window: 'w1' }, world);
  for (const kind of ['normal', 'normal', 'priority'] as const) {
    must(records, 'ticket:issue', { service: 'social', kind }, world);
    world.wait(MINUTE);
  }
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  const tell = (): void => wire.hear('state:replaced', snapshot(records.everything(), world.now));
  tell();
  const session = { me: { id: 'li' }, hub, hall: new Hall(hub), clock: { now: MORNING + 4 * MINUTE } };
  const screen = await render(CallerPage, { session });
  return { wire, records, world, tell, screen };
}

/** Does what the hub does with the newest command: decides it, tells of the change, then answers. */
function acknowledge(hub: {
  wire: FakeWire;
  records: RecordMap;
  world: ReturnType<typeof testWorld>;
  tell: () => void;
}) {
  const { event, word, answer } = hub.wire.last();
  const input = inputOf<'ticket:next'>({ sent: word as never });
  const value = must(hub.records, event as 'ticket:next', input, hub.world);
  hub.tell();
  answer({ ok: true, value });
}

describe('taking a window', () => {
  test('[C4] a clerk sees the windows and takes one; the page goes on when the hub says so', async () => {
    const hub = await morning({ held: false });
    await expect.element(hub.screen.getByText('民政事务').first()).toBeVisible();
    await hub.screen.getByRole('button', { name: '上岗' }).first().click();
    expect(hub.wire.commands()).toMatchObject([{ name: 'window:take', sent: { input: { window: 'w1' } } }]);
    await expect.element(hub.screen.getByRole('button', { name: '上岗' }).first()).toBeDisabled();
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('heading', { name: '1 号窗口 · 综合服务' })).toBeVisible();
  });
});

describe('calling', () => {
  test('[C4] the number stands there once the hub has acknowledged the call, and not before', async () => {
    const hub = await morning();
    await userEvent.keyboard('{Enter}');
    expect(hub.wire.commands().map(({ name }) => name)).toEqual(['ticket:next']);
    await expect.element(hub.screen.getByText('—', { exact: true })).toBeVisible();
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('已呼叫 A003');
    await expect.element(hub.screen.getByLabelText('本窗口')).toMatchTextContent('A003');
  });

  test('[C2] however often the key is pressed, one command is under way', async () => {
    const hub = await morning();
    await userEvent.keyboard('n');
    await userEvent.keyboard('n');
    await userEvent.keyboard('r');
    await userEvent.keyboard('{Enter}');
    expect(hub.wire.commands()).toHaveLength(1);
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('已呼叫');
    await userEvent.keyboard('r');
    expect(hub.wire.commands().map(({ name }) => name)).toEqual(['ticket:next', 'ticket:recall']);
  });

  test('[C3] Enter held down on the focused key calls once, answered or not', async () => {
    const hub = await morning();
    const key = hub.screen.getByRole('button', { name: /顺呼/ });
    (key.element() as HTMLElement).focus();
    const press = (repeat: boolean) =>
      key
        .element()
        .dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true }),
        );
    expect(press(false)).toBe(true);
    for (let times = 0; times < 20; times++) expect(press(true)).toBe(false);
  });

  test('[C3] a double click calls once, even when the first is answered at once', async () => {
    const hub = await morning();
    const key = hub.screen.getByRole('button', { name: /顺呼/ }).element();
    key.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('已呼叫');
    key.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    expect(hub.wire.commands()).toHaveLength(1);
  });

  test('[C3] letters typed in the pause dialog are not the keys of the caller', async () => {
    const hub = await morning();
    await hub.screen.getByRole('button', { name: '暂停' }).click();
    await expect.element(hub.screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('nrsfp');
    expect(hub.wire.commands()).toHaveLength(0);
    await hub.screen.getByText('就餐').click();
    await hub.screen.getByRole('button', { name: '暂停服务' }).click();
    expect(hub.wire.commands()).toMatchObject([
      { name: 'window:pause', sent: { input: { reason: 'meal' } } },
    ]);
  });

  test('[C4] a refusal is one line that is read out, and the page stays as it was', async () => {
    const hub = await morning();
    await userEvent.keyboard('p');
    hub.wire.last().answer({ ok: false, code: 'window.no-ticket', message: '1 号窗口现在没有叫到的号。' });
    const line = hub.screen.getByRole('status');
    await expect.element(line).toMatchTextContent('1 号窗口现在没有叫到的号。');
    await expect.element(line).toHaveAttribute('aria-live', 'polite');
    await expect.element(hub.screen.getByText('等候 3 人')).toBeVisible();
  });

  test('the line stands in the order of calling, with the reason for the next', async () => {
    const hub = await morning();
    const numbers = [...hub.screen.container.querySelectorAll('ol .number')].map((one) => one.textContent);
    expect(numbers).toEqual(['A003', 'A001', 'A002']);
    await expect.element(hub.screen.getByText(/下一位 A003.*提前 15 分钟/)).toBeVisible();
    await hub.screen.getByRole('button', { name: '选呼 A002' }).click();
    expect(hub.wire.commands()).toMatchObject([{ name: 'ticket:call' }]);
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('已呼叫 A002');
  });

  test('a window with a ticket at it is not paused: the clerk is told what to do first', async () => {
    const hub = await morning();
    await userEvent.keyboard('n');
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('已呼叫');
    await hub.screen.getByRole('button', { name: '暂停' }).click();
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('请先完成或过号');
    expect(hub.wire.commands()).toHaveLength(1);
  });
});

describe('rarer deeds', () => {
  test('[C4] a ticket is put on hold, stands in its list, and can be taken back while the seconds run', async () => {
    const hub = await morning();
    // Now it is as late as the panel's clock says.
    hub.world.wait(MINUTE);
    await userEvent.keyboard('{Enter}');
    acknowledge(hub);
    await expect.element(hub.screen.getByLabelText('本窗口')).toMatchTextContent('A003');
    await userEvent.keyboard('h');
    expect(hub.wire.commands().at(-1)).toMatchObject({
      name: 'ticket:hold',
      sent: { input: { window: 'w1' } },
    });
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('heading', { name: '挂起 1 人' })).toBeVisible();
    await expect.element(hub.screen.getByRole('button', { name: /撤销“挂起”/ })).toBeVisible();
    await userEvent.keyboard('u');
    expect(hub.wire.commands().at(-1)).toMatchObject({ name: 'ticket:undo' });
    acknowledge(hub);
    await expect.element(hub.screen.getByLabelText('本窗口')).toMatchTextContent('A003');
  });

  test('[C4] T asks where to, and the ticket goes to the service that was chosen', async () => {
    const hub = await morning();
    await userEvent.keyboard('t');
    await expect.element(hub.screen.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    acknowledge(hub);
    await expect.element(hub.screen.getByLabelText('本窗口')).toMatchTextContent('A003');
    await userEvent.keyboard('t');
    const services = hub.screen.getByRole('combobox', { name: '另一项业务' });
    await expect.element(services).toBeVisible();
    await services.selectOptions((services.element() as HTMLSelectElement).options[1]!.value);
    await hub.screen.getByRole('dialog').getByRole('button', { name: '转移' }).click();
    expect(hub.wire.commands().at(-1)).toMatchObject({
      name: 'ticket:transfer',
      sent: { input: { window: 'w1' } },
    });
    acknowledge(hub);
    await expect.element(hub.screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(hub.screen.getByText('空闲')).toBeVisible();
  });
});
