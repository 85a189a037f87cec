import './chinese.ts';
import '../../content/theme.css';
import '../../control/page.css';
import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { CommandInput } from '../../content/model/command.ts';
import type { ItemText } from '../../content/model/item.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import ItemPage from '../../control/pages/Item.svelte';
import ItemsPage from '../../control/pages/Items.svelte';
import type { Flash, Session } from '../../control/panel.svelte.ts';
import { smallHall } from '../support/hall.ts';
import { bareItem, fullItem } from '../support/items.ts';
import { must, testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

beforeEach(() => localStorage.clear());

/** The panel of an editor whose hall has a whole item, a bare one and a sample. */
function openPanel() {
  const world = testWorld().as('sun', '孙编辑');
  const records = smallHall();
  const items = [
    { text: fullItem },
    { text: bareItem('居住证申领') },
    { text: bareItem('老年优待证'), sample: true as const },
  ];
  const [full, bare, sample] = must(records, 'item:put', { items }, world).ids as [string, string, string];
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(records.everything(), world.now, 'sun'));
  const flashes: Flash[] = [];
  const put: CommandInput<'item:put'>['items'][] = [];
  const restored: CommandInput<'item:restore'>['items'][] = [];
  const went: string[] = [];
  const session = {
    me: { id: 'sun', name: 'sun', displayName: '孙编辑', roles: ['editor'] },
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    panel: {
      tell: (flash: Flash) => flashes.push(flash),
      router: { go: (page: string) => went.push(page), query: new URLSearchParams() },
      http: {
        asked: () => Promise.resolve({ ok: true, value: {} }),
        preview: () => Promise.resolve({ ok: false, code: 'request.invalid', message: '' }),
        putItems: (given: CommandInput<'item:put'>['items']) => {
          put.push(given);
          return Promise.resolve({ ok: true, value: { ids: given.map(({ id }) => id ?? 'new') } });
        },
        restoreItems: (given: CommandInput<'item:restore'>['items']) => {
          restored.push(given);
          return Promise.resolve({ ok: true, value: { ids: [] } });
        },
      },
    },
  } as unknown as Session;
  const given = () => wire.commands().map(({ name, sent }) => ({ name, input: sent.input }));
  return { wire, session, flashes, given, put, restored, went, ids: { full, bare, sample } };
}

describe('the list of items', () => {
  test('an item is found by the sound of its name and by what it lacks', async () => {
    const { session } = openPanel();
    const screen = await render(ItemsPage, { session, id: null });
    const names = () =>
      screen
        .getByRole('link')
        .elements()
        .map((link) => link.textContent);
    await screen.getByLabelText('查找事项，可用拼音').fill('jzz');
    await expect.poll(names).toContain('居住证申领');
    expect(names()).not.toContain('临时救助申请');
    await screen.getByLabelText('查找事项，可用拼音').fill('');
    await screen.getByLabelText('缺项').selectOptions('有缺项的');
    await expect.poll(names).not.toContain('临时救助申请');
    await screen.getByLabelText('状态').selectOptions('样例，待核对');
    await expect.poll(names).not.toContain('居住证申领');
    expect(names()).toContain('老年优待证');
  });

  test('[U8] several are removed at once, and that is taken back', async () => {
    const { session, given, restored, flashes, wire, ids } = openPanel();
    const screen = await render(ItemsPage, { session, id: null });
    await screen.getByLabelText('选中“居住证申领”').click();
    await screen.getByLabelText('选中“老年优待证”').click();
    await screen.getByRole('button', { name: '删除' }).click();
    expect(given()).toEqual([{ name: 'item:remove', input: { ids: [ids.bare, ids.sample] } }]);
    wire.last().answer({ ok: true, value: { ids: [] } });
    await expect.poll(() => flashes.length).toBe(1);
    expect(flashes[0]?.text).toBe('已删除 2 项');
    flashes[0]?.undo?.run();
    await expect.poll(() => restored.length).toBe(1);
    expect(restored[0]).toMatchObject([
      { id: ids.bare, body: { name: '居住证申领' } },
      { id: ids.sample, body: { name: '老年优待证', sample: true } },
    ]);
  });

  test('[U5] only samples are marked as checked, after a word on what that means', async () => {
    const { session, given, ids } = openPanel();
    const screen = await render(ItemsPage, { session, id: null });
    await screen.getByLabelText('选中这一页全部').click();
    await screen.getByRole('button', { name: '标为已核对' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByText('记录里写明是您核对的', { exact: false })).toBeVisible();
    await dialog.getByRole('button', { name: '标为已核对' }).click();
    expect(given()).toEqual([{ name: 'item:check', input: { ids: [ids.sample], checked: true } }]);
  });

  test('what a filter hides is not changed with the rest', async () => {
    const { session, put, ids } = openPanel();
    const screen = await render(ItemsPage, { session, id: null });
    await screen.getByLabelText('选中这一页全部').click();
    await screen.getByLabelText('查找事项，可用拼音').fill('居住证');
    await screen.getByRole('button', { name: '改窗口' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('checkbox').first().click();
    await dialog.getByRole('button', { name: '改窗口' }).click();
    await expect.poll(() => put.length).toBe(1);
    expect(put[0]).toMatchObject([{ id: ids.bare, rev: 1, text: { name: '居住证申领', windows: ['w1'] } }]);
  });
});

describe('the editor of an item', () => {
  test('an item that is opened and saved says what it said', async () => {
    const { session, given, ids } = openPanel();
    const screen = await render(ItemPage, { session, id: ids.full });
    const name = screen.getByLabelText('事项名称');
    await expect.element(name).toHaveValue('临时救助申请');
    await name.fill('临时救助');
    await screen.getByRole('button', { name: '保存并公开' }).click();
    expect(given()).toEqual([
      { name: 'item:save', input: { id: ids.full, rev: 1, ...fullItem, name: '临时救助' } },
    ]);
  });

  test('rows are moved with keys, removed and brought back', async () => {
    const { session, given, flashes, ids } = openPanel();
    const screen = await render(ItemPage, { session, id: ids.full });
    await screen.getByRole('button', { name: '“收入证明”上移' }).click();
    await screen.getByRole('button', { name: '删除“居民身份证”' }).click();
    await expect.poll(() => flashes.map(({ text }) => text)).toEqual(['已删除“居民身份证”']);
    flashes[0]?.undo?.run();
    await screen.getByRole('button', { name: '保存并公开' }).click();
    const input = given()[0]?.input as ItemText;
    expect(input.materials.map((material) => material.name)).toEqual([
      '临时救助申请书',
      '居民身份证',
      '收入证明',
      '医疗费用票据',
    ]);
  });

  test('a new item is written from nothing; without a name nothing is sent', async () => {
    const { session, given } = openPanel();
    const screen = await render(ItemPage, { session, id: 'new' });
    await screen.getByRole('button', { name: '保存并公开' }).click();
    await expect.element(screen.getByText('请写事项名称。')).toBeVisible();
    expect(given()).toEqual([]);
    await screen.getByLabelText('事项名称').fill('饮水点咨询');
    await screen.getByRole('button', { name: '加一份材料' }).click();
    await screen.getByLabelText('材料名称').fill('身份证');
    await screen.getByRole('button', { name: '加一个环节' }).click();
    await screen.getByLabelText('环节', { exact: true }).fill('受理');
    await screen.getByLabelText('工作日（0 为当场）').fill('０');
    await screen.getByLabelText('承诺时限').fill('1');
    await screen.getByLabelText('不收费').click();
    await screen.getByRole('button', { name: '保存并公开' }).click();
    expect(given()).toMatchObject([
      {
        name: 'item:save',
        input: {
          name: '饮水点咨询',
          materials: [{ name: '身份证', form: 'original', count: 1, need: 'required' }],
          steps: [{ key: 's1', name: '受理', days: 0, branches: [] }],
          promisedDays: 1,
          fees: { is: 'free' },
        },
      },
    ]);
  });

  test('[C14] what is half written is there again', async () => {
    const { session, ids } = openPanel();
    const first = await render(ItemPage, { session, id: ids.bare });
    await first.getByLabelText('申请条件').fill('住满半年');
    await expect.poll(() => Object.values(localStorage).join()).toContain('住满半年');
    await first.unmount();
    const second = await render(ItemPage, { session, id: ids.bare });
    await expect.element(second.getByLabelText('申请条件')).toHaveValue('住满半年');
    await second.getByRole('button', { name: '不要了，恢复原样' }).click();
    await expect.element(second.getByLabelText('申请条件')).toHaveValue('');
  });

  test('[U12] the flow chart is drawn while the steps are written', async () => {
    const { session, ids } = openPanel();
    const screen = await render(ItemPage, { session, id: ids.full });
    await screen.getByRole('button', { name: '流程图' }).click();
    const image = screen.getByRole('img', { name: '流程图' });
    await expect.element(image).toBeVisible();
    const source = () => decodeURIComponent(image.element().getAttribute('src') ?? '');
    expect(source()).toContain('>调查核实</text>');
    await screen.getByLabelText('环节', { exact: true }).nth(2).fill('入户走访');
    await expect.poll(source).toContain('>入户走访</text>');
  });
});
