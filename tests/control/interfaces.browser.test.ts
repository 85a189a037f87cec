import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { HookState, KeyInput, WebhookInput } from '../../content/api/interfaces.ts';
import type { Kept } from '../../content/model/record.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import InterfacesPage from '../../control/pages/Interfaces.svelte';
import type { Flash, Session } from '../../control/panel.svelte.ts';
import { kept, smallHall } from '../support/hall.ts';
import { MINUTE, MORNING } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

const by = { id: 'chen', name: '陈管理' };
const key = kept('key', 'k1', {
  name: '一号取号机',
  rights: ['tickets:issue', 'tickets:call'],
  windows: ['w1', 'w2'],
  hash: 'a'.repeat(64),
  hint: 'mt_abcdef',
  createdBy: by,
  createdAt: MORNING,
  revoked: null,
});
const hook = kept('webhook', 'h1', {
  url: 'http://10.0.0.7/hook',
  events: [],
  reach: 'lan',
  on: true,
  secret: 'whsec_0123456789',
  after: 0,
  createdBy: by,
  createdAt: MORNING,
});
const letter = kept('deadletter', 'h1-9-0', {
  webhook: 'h1',
  event: '9.0',
  type: 'ticket.called',
  at: MORNING,
  failing: MORNING,
  reason: 'status 500',
});
const failing: HookState = {
  id: 'h1',
  delivered: null,
  failing: { since: MORNING, tries: 3, reason: 'timeout' },
  waiting: 7,
  more: false,
  retryAt: MORNING + 2 * MINUTE,
};

/** The page of an admin, and what it asked of the hub over HTTP. */
function openPanel(more: Kept[] = [], webhooks: HookState[] = []) {
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot([...smallHall().everything(), ...more], MORNING, 'chen'));
  const asked: unknown[] = [];
  const flashes: Flash[] = [];
  const answer = (word: unknown, value: object = {}) => {
    asked.push(word);
    return Promise.resolve({ ok: true, value });
  };
  const http = {
    interfaces: () => Promise.resolve({ ok: true, value: { used: { k1: MORNING }, webhooks } }),
    makeKey: (input: KeyInput) => answer(input, { id: 'k9', key: 'mt_the-whole-key' }),
    saveWebhook: (input: WebhookInput) => answer(input, { id: 'h9', secret: 'whsec_the-secret' }),
    testWebhook: (id: string) => answer({ test: id }),
    retryWebhook: (id: string) => answer({ retry: id }),
    resendLetter: (id: string) => answer({ resend: id }),
  };
  const session = {
    me: { id: 'chen', name: 'chen', displayName: '陈管理', roles: ['admin'] },
    hub,
    hall: new Hall(hub),
    clock: { now: MORNING + MINUTE },
    panel: { tell: (flash: Flash) => flashes.push(flash), http },
  } as unknown as Session;
  const given = () => wire.commands().map(({ name, sent }) => ({ name, input: sent.input }));
  return { session, asked, flashes, given };
}

describe('interfaces', () => {
  test('[X1] a new key is shown once, and only a word that it is kept closes it', async () => {
    const { session, asked } = openPanel();
    const screen = await render(InterfacesPage, { session, id: null });
    await expect.element(screen.getByText('还没有接口密钥')).toBeVisible();
    await screen.getByRole('button', { name: '新建密钥' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByRole('button', { name: '新建密钥' })).toBeDisabled();
    await dialog.getByLabelText('用在哪里').fill('二号窗口叫号器');
    await dialog.getByRole('checkbox', { name: '叫号' }).click();
    await dialog.getByRole('checkbox', { name: '2 号' }).click();
    await dialog.getByRole('button', { name: '新建密钥' }).click();
    expect(asked).toEqual([{ name: '二号窗口叫号器', rights: ['tickets:call'], windows: ['w2'] }]);
    const shown = screen.getByLabelText('“二号窗口叫号器”的密钥');
    await expect.element(shown).toHaveValue('mt_the-whole-key');
    await userEvent.keyboard('{Escape}');
    await expect.element(shown).toBeVisible();
    await screen.getByRole('button', { name: '我已保存' }).click();
    await expect.element(shown).not.toBeInTheDocument();
  });

  test('[X3] revoking says what it breaks before it does', async () => {
    const { session, given } = openPanel([key]);
    const screen = await render(InterfacesPage, { session, id: null });
    await expect.element(screen.getByText('取号和取消、叫号（1 号、2 号）')).toBeVisible();
    await screen.getByRole('button', { name: '停用' }).click();
    await expect.element(screen.getByText('马上连不上', { exact: false })).toBeVisible();
    expect(given()).toEqual([]);
    await screen.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    expect(given()).toEqual([{ name: 'key:revoke', input: { id: 'k1' } }]);
  });

  test('[X13] an address that fails says since when, why and what waits, and is tried at once', async () => {
    const { session, asked } = openPanel([hook], [failing]);
    const screen = await render(InterfacesPage, { session, id: null });
    await expect.element(screen.getByText('09:00 起送不到：timeout', { exact: false })).toBeVisible();
    await expect.element(screen.getByText('7 条在等，09:02 再试')).toBeVisible();
    await screen.getByRole('button', { name: '马上重试' }).click();
    await screen.getByRole('button', { name: '测试' }).click();
    await expect.poll(() => asked).toEqual([{ retry: 'h1' }, { test: 'h1' }]);
  });

  test('[X10] an address is added with the events that it wants, and its secret is shown once', async () => {
    const { session, asked } = openPanel();
    const screen = await render(InterfacesPage, { session, id: null });
    await screen.getByRole('button', { name: '添加地址' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('地址', { exact: true }).fill('http://10.0.0.8:9000/in');
    await dialog.getByRole('checkbox', { name: '办结' }).click();
    await dialog.getByRole('button', { name: '添加地址' }).click();
    expect(asked).toEqual([
      { url: 'http://10.0.0.8:9000/in', events: ['ticket.finished'], reach: 'lan', on: true },
    ]);
    await expect.element(screen.getByLabelText('签名密钥')).toHaveValue('whsec_the-secret');
  });

  test('[X15] what was not delivered is sent again, or discarded after a question', async () => {
    const { session, asked, given } = openPanel([hook, letter], [failing]);
    const screen = await render(InterfacesPage, { session, id: null });
    await screen.getByRole('button', { name: '重发' }).click();
    await expect.poll(() => asked).toEqual([{ resend: 'h1-9-0' }]);
    await screen.getByRole('button', { name: '丢弃', exact: true }).click();
    expect(given()).toEqual([]);
    await screen.getByRole('dialog').getByRole('button', { name: '丢弃' }).click();
    expect(given()).toEqual([{ name: 'letter:discard', input: { ids: ['h1-9-0'] } }]);
  });
});
