import '../../content/theme.css';
import '../../control/page.css';
import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Flash, Session } from '../../control/panel.svelte.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import QueuePage from '../../control/pages/Queue.svelte';
import WindowsPage from '../../control/pages/Windows.svelte';
import { smallHall } from '../support/hall.ts';
import { MINUTE, must, testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

/** The panel of an admin, with two numbers of social security given out. */
function openPanel(settings: object = {}) {
  const world = testWorld().as('chen', '陈管理');
  const records = smallHall();
  must(records, 'queue:settings', settings, world);
  for (const kind of ['normal', 'priority'] as const)
    must(records, 'ticket:issue', { service: 'social', kind }, world.wait(MINUTE));
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(records.everything(), world.now, 'chen'));
  const flashes: Flash[] = [];
  const session = {
    me: { id: 'chen', name: 'chen', displayName: '陈管理', roles: ['admin'] },
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    panel: { tell: (flash: Flash) => flashes.push(flash) },
  } as unknown as Session;
  const given = () => wire.commands().map(({ name, sent }) => ({ name, input: sent.input }));
  return { wire, session, flashes, given };
}

describe('windows and services', () => {
  test('[Q35] a service is a window’s own or backed up, never both', async () => {
    const { session, given } = openPanel();
    const screen = await render(WindowsPage, { session, id: null });
    await screen
      .getByRole('row', { name: /民政事务 民政事务业务/ })
      .getByRole('button', { name: '编辑' })
      .click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('row', { name: /^A/ }).getByText('帮办').click();
    await dialog.getByRole('row', { name: /^B/ }).getByText('帮办').click();
    await dialog.getByRole('row', { name: /^C/ }).getByText('不办').click();
    await dialog.getByRole('row', { name: /^A/ }).getByText('办理', { exact: true }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    expect(given()).toMatchObject([
      { name: 'window:save', input: { id: 'w3', number: 3, services: ['social'], backup: ['civil'] } },
    ]);
  });

  test('[Q41 Q42 G1] limits, group and ways in go to the hub as they were typed, and nothing as none', async () => {
    const { session, given, wire, flashes } = openPanel();
    const screen = await render(WindowsPage, { session, id: null });
    await screen
      .getByRole('row', { name: /社会保障 社保/ })
      .getByRole('button', { name: '编辑' })
      .click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByText('今天已发 2 个')).toBeVisible();
    await dialog.getByLabelText('分组').fill('社会保障');
    await dialog.getByText('手机').click();
    await dialog.getByLabelText('上午').fill('30');
    await dialog.getByLabelText('停止取号时间').fill('25:00');
    await expect.element(dialog.getByText('请写成 16:30 这样。')).toBeVisible();
    await dialog.getByRole('button', { name: '保存' }).click();
    expect(given()).toEqual([]);
    await dialog.getByLabelText('停止取号时间').fill('1630');
    await dialog.getByRole('button', { name: '保存' }).click();
    expect(given()).toMatchObject([
      {
        name: 'service:save',
        input: { group: '社会保障', closedTo: ['phone'], limits: { morning: 30, lastIssue: '16:30' } },
      },
    ]);
    expect(given()[0]?.input).not.toHaveProperty('limits.day');
    wire.last().answer({ ok: true, value: { id: 'social' } });
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(flashes).toHaveLength(1);
  });

  test('[R4] a letter that is taken is told beside its field, and nothing typed is lost', async () => {
    const { session, wire } = openPanel();
    const screen = await render(WindowsPage, { session, id: null });
    await screen.getByRole('button', { name: '添加业务' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('名称', { exact: true }).fill('医疗保障');
    await dialog.getByLabelText('简称').fill('医保');
    await dialog.getByLabelText('号码字母').fill('a');
    await dialog.getByRole('button', { name: '保存' }).click();
    const message = '字母 A 已被“社会保障”使用，请换一个。';
    wire.last().answer({ ok: false, code: 'service.prefix-taken', message });
    await expect.element(dialog.getByText(message)).toBeVisible();
    await expect.element(dialog.getByLabelText('号码字母')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(dialog.getByLabelText('简称')).toHaveValue('医保');
  });
});

describe('the rules of the queue', () => {
  const numbers = (container: HTMLElement) =>
    [...container.querySelectorAll('ol li')].map((one) => one.textContent?.trim().slice(0, 4));

  test('[Q4 Q38] the example shows how those who wait now would be called', async () => {
    const { session } = openPanel();
    const screen = await render(QueuePage, { session, id: null });
    expect(numbers(screen.container)).toEqual(['A002', 'A001']);
    await screen.getByRole('spinbutton', { name: /提前/ }).fill('0');
    await expect.poll(() => numbers(screen.container)).toEqual(['A001', 'A002']);
    await screen.getByText('优先号都在前').click();
    await expect.poll(() => numbers(screen.container)).toEqual(['A002', 'A001']);
  });

  test('[Q29 Q30 Q39] what is chosen is saved, and what nobody touched stays', async () => {
    const { session, given } = openPanel({ phone: 'hall', passBack: 'end' });
    const screen = await render(QueuePage, { session, id: null });
    await screen.getByText('轮流叫').click();
    await screen.getByLabelText('普通').fill('3');
    await screen.getByText('排到后面几个人之后').click();
    await screen.getByLabelText('等候人数达到').fill('20');
    await screen.getByRole('button', { name: '保存排队规则' }).click();
    expect(given()).toMatchObject([
      {
        name: 'queue:settings',
        input: {
          rev: 2,
          order: { is: 'ratio', priority: 1, normal: 3 },
          passBack: 3,
          passLimit: 3,
          alarm: { waiting: 20 },
          phone: 'hall',
        },
      },
    ]);
  });

  test('a figure out of bounds is told, and nothing can be saved', async () => {
    const { session, given } = openPanel();
    const screen = await render(QueuePage, { session, id: null });
    await screen.getByRole('spinbutton', { name: /提前/ }).fill('500');
    await expect.element(screen.getByText('请填 0 到 120 分钟。')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '保存排队规则' })).toBeDisabled();
    expect(given()).toEqual([]);
  });

  test('[R11] the wording is heard as it is typed, and needs both places', async () => {
    const { session, given } = openPanel();
    const screen = await render(QueuePage, { session, id: null });
    const text = screen.getByLabelText('这样叫号');
    await text.fill('{number}号请到柜台');
    await expect.element(screen.getByText('各要出现一次', { exact: false }).last()).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '保存用语' })).toBeDisabled();
    await text.fill('{number}号请到');
    await screen.getByRole('button', { name: '加入窗口' }).click();
    await expect.element(text).toHaveValue('{number}号请到{window}');
    await expect.element(screen.getByText(/A 零 一 二.*三/)).toBeVisible();
    await screen.getByRole('button', { name: '保存用语' }).click();
    expect(given()).toMatchObject([
      { name: 'hall:wording', input: { rev: 1, wording: '{number}号请到{window}' } },
    ]);
  });
});
