import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Role } from '../../content/model/account.ts';
import type { PanelCommand } from '../../content/model/command.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import CasePage from '../../control/pages/Case.svelte';
import RatingsPage from '../../control/pages/Ratings.svelte';
import { smallHall } from '../support/hall.ts';
import { MINUTE, must, testWorld } from '../support/world.ts';
import { FakeWire, inputOf, snapshot } from './wire.ts';

/** Window 1 has served two visitors: one was very satisfied, one very dissatisfied. */
async function open(is: 'list' | 'case', roles: Role[] = ['admin']) {
  const world = testWorld().as('li', '李窗口');
  const records = smallHall();
  must(records, 'window:take', { window: 'w1' }, world);
  let bad = '';
  for (const degree of [5, 1] as const) {
    world.as('li', '李窗口');
    bad = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world).id;
    must(records, 'ticket:next', { window: 'w1' }, world.wait(MINUTE));
    must(records, 'ticket:finish', { window: 'w1' }, world.wait(MINUTE));
    world.by = { is: 'visitor', id: 'a'.repeat(32), name: '手机' };
    const words = degree === 1 ? { words: '来了三趟' } : {};
    must(records, 'rating:give', { ticket: bad, degree, ...words }, world);
  }
  world.as('chen', '陈管理');
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  const tell = (): void => wire.hear('state:replaced', snapshot(records.everything(), world.now, 'chen'));
  tell();
  const session = {
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    panel: { tell: () => {} },
    me: { roles },
  };
  const screen = await render(is === 'list' ? RatingsPage : CasePage, { session, id: bad } as never);
  /** Does what the hub does with the newest command. */
  const acknowledge = (): void => {
    const { event, word, answer } = wire.last();
    const input = inputOf<PanelCommand>({ sent: word as never });
    const value = must(records, event as PanelCommand, input as never, world);
    tell();
    answer({ ok: true, value });
  };
  return { screen, acknowledge, records, bad, wire };
}

describe('ratings in the panel', () => {
  test('[E12] [E16] open cases stand first with their days; rates are counted', async () => {
    const { screen } = await open('list');
    await expect.element(screen.getByText('待办差评 1')).toBeVisible();
    await expect.element(screen.getByText('还剩 7 天').first()).toBeVisible();
    await expect.element(screen.getByText('50%')).toBeVisible();
    await expect.element(screen.getByText('“来了三趟”').first()).toBeVisible();
  });

  test('the list is filtered and searched', async () => {
    const { screen } = await open('list');
    const rows = () => screen.getByRole('table').nth(1).element().querySelectorAll('tbody tr').length;
    expect(rows()).toBe(2);
    await screen.getByRole('button', { name: '差评' }).click();
    expect(rows()).toBe(1);
    await screen.getByRole('button', { name: '全部' }).click();
    await screen.getByRole('searchbox').fill('没有这样的字');
    await expect.element(screen.getByText('没有符合条件的内容。')).toBeVisible();
  });

  test('[E14] a case is closed once it is mended and the visitor called back', async () => {
    const { screen, acknowledge, records, bad } = await open('case');
    const close = screen.getByRole('button', { name: '办结' });
    await expect.element(close).toBeDisabled();
    await expect.element(screen.getByText('办结前还差：整改、回访')).toBeVisible();
    for (const deed of ['mend', 'callback']) {
      await screen.getByLabelText('做了什么').selectOptions(deed);
      await screen.getByLabelText('情况说明').fill('已经做了');
      await screen.getByRole('button', { name: '记下' }).click();
      acknowledge();
    }
    await close.click();
    await screen.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    acknowledge();
    await expect.element(screen.getByText('陈管理 于', { exact: false })).toBeVisible();
    expect(records.get('case', bad)?.closed).not.toBeNull();
  });

  test('a step without words is not sent', async () => {
    const { screen, wire } = await open('case');
    await screen.getByRole('button', { name: '记下' }).click();
    await expect.element(screen.getByText('请写情况说明。')).toBeVisible();
    expect(wire.commands()).toEqual([]);
  });

  test('an auditor reads and changes nothing', async () => {
    const { screen } = await open('case', ['auditor']);
    await expect.element(screen.getByText('“来了三趟”')).toBeVisible();
    expect(screen.container.querySelectorAll('button, textarea, select')).toHaveLength(0);
  });
});
