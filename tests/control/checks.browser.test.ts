import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Asked } from '../../content/checks/asked.ts';
import type { Role } from '../../content/model/account.ts';
import type { PanelCommand } from '../../content/model/command.ts';
import type { Standard } from '../../content/model/standard.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import ChecksPage from '../../control/pages/Checks.svelte';
import Beside from '../../control/parts/checks/Beside.svelte';
import { kept, smallHall } from '../support/hall.ts';
import { must, testWorld } from '../support/world.ts';
import { FakeWire, inputOf, snapshot } from './wire.ts';

const asked: Partial<Asked> = {
  names: [{ placeKind: 'town', level: 'town' }],
  checklist: [
    { key: '1', group: '一、运行', label: '有咨询、投诉电话', points: 4, evidence: ['contacts'] },
    { key: '2', group: '一、运行', label: '有固定场所', points: 6, evidence: ['tick'] },
  ],
};

function open(roles: Role[] = ['admin'], query = '') {
  const world = testWorld().as('chen', '陈管理');
  world.standards.set('test', asked as unknown as Standard);
  const records = smallHall();
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  const tell = (): void => wire.hear('state:replaced', snapshot(records.everything(), world.now, 'chen'));
  const session = {
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    me: { roles },
    panel: {
      tell: () => {},
      router: { query: new URLSearchParams(query) },
      http: { asked: () => Promise.resolve({ ok: true, value: asked }) },
    },
  };
  /** Does what the hub does with the newest command. */
  const acknowledge = (): void => {
    const { event, word, answer } = wire.last();
    const input = inputOf<PanelCommand>({ sent: word as never });
    const value = must(records, event as PanelCommand, input as never, world);
    tell();
    answer({ ok: true, value });
  };
  return { session, records, tell, wire, acknowledge };
}

describe('checks in the panel', () => {
  test('[K1] [K2] findings stand by gravity, with a link to where each is mended', async () => {
    const { session, records, tell } = open();
    records.apply([kept('contact', 'bad', { role: 'hotline', label: '电话13900001111', value: '12345' })]);
    tell();
    const screen = await render(ChecksPage, { session } as never);
    await expect.element(screen.getByRole('heading', { name: /必须改/ })).toBeVisible();
    await expect.element(screen.getByText(/个人电话：“13900001111”/)).toBeVisible();
    const line = screen.getByRole('listitem').filter({ hasText: '个人电话' });
    await expect
      .element(line.getByRole('link', { name: '去改' }))
      .toHaveAttribute('href', '/control/contacts');
    await expect.element(screen.getByText('还没有屏幕。')).toBeVisible();
    await screen.getByRole('button', { name: /个人信息/ }).click();
    await expect.element(screen.getByText('还没有屏幕。')).not.toBeInTheDocument();
  });

  test('[K1] who may not go where it is mended is not sent there', async () => {
    const { session, tell } = open(['reviewer']);
    tell();
    const screen = await render(ChecksPage, { session } as never);
    const line = screen.getByRole('listitem').filter({ hasText: '还没有屏幕。' });
    await expect.element(line).toBeVisible();
    await expect.element(line.getByRole('link')).not.toBeInTheDocument();
  });

  test('[K20] [K22] the score names what records prove, is kept, and takes a tick', async () => {
    const { session, tell, wire, acknowledge } = open(['admin'], 'tab=score');
    tell();
    const screen = await render(ChecksPage, { session } as never);
    await expect.element(screen.getByText('记录：2 / 2')).toBeVisible();
    await expect.element(screen.getByText('1 项待核对')).toBeVisible();
    expect(wire.commands().map(({ name }) => name)).toEqual(['score:keep']);
    acknowledge();
    await screen.getByRole('button', { name: '核对' }).click();
    await screen.getByLabelText('得分').fill('5');
    await screen.getByLabelText(/依据/).fill('照片在档案柜');
    await screen.getByRole('button', { name: '记下' }).click();
    expect(wire.commands().at(-1)).toMatchObject({
      name: 'tick:set',
      sent: { input: { line: '2', is: 'line', points: 5, note: '照片在档案柜' } },
    });
    acknowledge();
    await expect.element(screen.getByText(/照片在档案柜/)).toBeVisible();
    await expect.element(screen.getByText(/陈管理/)).toBeVisible();
  });

  test('[K1] [K10] beside what is written: found at once, shown in its place, masked by the hall’s rule', async () => {
    const { session, tell } = open();
    tell();
    const text = '请联系13900001111';
    const jumps: unknown[] = [];
    let masked = '';
    const props = {
      session,
      kind: 'notice',
      words: { title: '通知', text, from: session.clock.now },
      onjump: ({ where }: { where: unknown }) => jumps.push(where),
      onmask: (mask: (text: string) => string) => (masked = mask(text)),
    };
    const screen = await render(Beside, props as never);
    await expect.element(screen.getByText(/个人电话：“13900001111”/)).toBeVisible();
    await screen.getByRole('button', { name: '定位' }).click();
    expect(jumps).toEqual([{ path: 'text', start: 3, end: 14 }]);
    await screen.getByRole('button', { name: '一键脱敏' }).click();
    expect(masked).toBe('请联系＊＊＊');
    await screen.rerender({ words: { ...props.words, text: masked } } as never);
    await expect.element(screen.getByText('没有发现问题。')).toBeVisible();
  });
});
