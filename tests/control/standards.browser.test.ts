import './chinese.ts';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { StandardPack } from '../../content/model/standard.ts';
import { resolveStandard } from '../../content/standards.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import StandardsPage from '../../control/pages/Standards.svelte';
import type { Flash, Session } from '../../control/panel.svelte.ts';
import { smallHall } from '../support/hall.ts';
import { testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

function pack(id: string, title: string, rest: Partial<StandardPack>): StandardPack {
  return { id, title, purpose: title, from: `${title}方案`, effective: '2020年', locks: 'must', ...rest };
}
const first = pack('test', '甲县', {
  words: [
    { key: 'first-asked', word: '首问首接', source: '三(三)3', force: 'must' },
    { key: 'ab-post', word: 'AB角', source: '三(二)', force: 'ours' },
  ],
  deadlines: [
    { key: 'complaint', label: '投诉答复', limit: 5, unit: 'workday', source: '附件4六', force: 'must' },
  ],
  disclosures: [{ key: 'fees', label: '收费标准', on: ['guide'], source: '二(三)', force: 'ours' }],
  reports: [{ key: 'satisfaction', label: '满意度', every: 'month', source: '五', force: 'ours' }],
});
const second = pack('other', '乙省', {
  words: [
    { key: 'first-asked', word: '首问负责', source: '二(四)', force: 'must' },
    { key: 'ab-post', word: 'AB角', source: '二(四)2', force: 'ours' },
  ],
});
const whole = [first, second].map((one) => resolveStandard([{ pack: one, lent: false }]));

/** The page before a hall whose standard is `test`. */
function openPanel(roles: string[]) {
  const world = testWorld();
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(smallHall().everything(), world.now, 'chen'));
  const flashes: Flash[] = [];
  const http = {
    standards: () => Promise.resolve({ ok: true, value: whole }),
    standard: (id: string) => Promise.resolve({ ok: true, value: whole.find((one) => one.id === id) }),
  };
  const session = {
    me: { id: 'chen', name: 'chen', displayName: '陈管理', roles },
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    panel: { http, tell: (flash: Flash) => flashes.push(flash) },
  } as unknown as Session;
  return { wire, session, flashes };
}

test("[Y5] the hall's standard with source, force and lock; found by word and by its sound", async () => {
  const { session } = openPanel(['clerk']);
  const screen = await render(StandardsPage, { session, id: null });
  await expect.element(screen.getByText('首问首接')).toBeVisible();
  await expect.element(screen.getByText('5 个工作日')).toBeVisible();
  expect(screen.getByText('下级不能改').elements().length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: /^改/ }).query()).toBeNull();
  await screen.getByLabelText(/找词/).fill('swsj');
  await expect.element(screen.getByText('首问首接')).toBeVisible();
  await expect.element(screen.getByText('投诉答复')).not.toBeInTheDocument();
  await screen.getByLabelText(/找词/).fill('没有的词');
  await expect.element(screen.getByText('没有符合“没有的词”的内容。')).toBeVisible();
});

test('two standards side by side, with the differences only', async () => {
  const { session } = openPanel(['clerk']);
  const screen = await render(StandardsPage, { session, id: null });
  await screen.getByLabelText('对照').selectOptions('乙省');
  await expect.element(screen.getByText('首问负责')).toBeVisible();
  await expect.element(screen.getByText('只列出“甲县”与“乙省”不同的 4 项。')).toBeVisible();
  expect(screen.getByText('AB角').query()).toBeNull();
});

test('[Y8] an admin changes what is open, and only the field that was changed', async () => {
  const { session, wire, flashes } = openPanel(['admin']);
  const screen = await render(StandardsPage, { session, id: null });
  await screen.getByRole('button', { name: '改AB角' }).click();
  await screen.getByLabelText('词', { exact: true }).fill('AB岗');
  await screen.getByLabelText(/原因/).fill('县里统一');
  await screen.getByRole('button', { name: '保存改动' }).click();
  expect(wire.commands()).toMatchObject([
    {
      name: 'standard:override',
      sent: { input: { part: 'words', key: 'ab-post', set: { word: 'AB岗' }, reason: '县里统一' } },
    },
  ]);
  wire.last().answer({ ok: true, value: { id: 'hall' } });
  await expect.poll(() => flashes.length).toBe(1);
});

test('[Y8] one of a few is chosen from a list, several are ticked, what is emptied is told at its field', async () => {
  const { session, wire } = openPanel(['admin']);
  const screen = await render(StandardsPage, { session, id: null });
  await screen.getByRole('button', { name: '改满意度' }).click();
  await screen.getByLabelText('多久一次').selectOptions('每季度');
  await screen.getByRole('button', { name: '保存改动' }).click();
  const sent = () => wire.commands().map(({ sent: { input } }) => input);
  expect(sent()).toEqual([{ part: 'reports', key: 'satisfaction', set: { every: 'quarter' } }]);
  wire.last().answer({ ok: true, value: { id: 'hall' } });
  await screen.getByRole('button', { name: '改收费标准' }).click();
  await screen.getByRole('group', { name: '在哪里公开' }).getByLabelText('上墙').click();
  await screen.getByLabelText('叫法').fill('');
  await expect.element(screen.getByText(/不能留空/)).toBeVisible();
  await screen.getByRole('button', { name: '保存改动' }).click();
  expect(sent()).toHaveLength(1);
  await screen.getByLabelText('叫法').fill('收费标准');
  await screen.getByRole('button', { name: '保存改动' }).click();
  expect(sent()[1]).toEqual({ part: 'disclosures', key: 'fees', set: { on: ['guide', 'wall'] } });
});
