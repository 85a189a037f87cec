import './chinese.ts';
import { userEvent } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { CommandInput } from '../../content/model/command.ts';
import type { NoticeTable } from '../../content/model/notice.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import Notice from '../../control/pages/Notice.svelte';
import { smallHall } from '../support/hall.ts';
import { testWorld } from '../support/world.ts';
import { FakeWire, inputOf, snapshot } from './wire.ts';

/** What the hub draws is looked at elsewhere. */
const drawn = { ok: true, value: { live: 'x', changes: [], phone: false, sheet: false } };

async function open() {
  const world = testWorld().as('chen', '陈管理');
  const records = smallHall();
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(records.everything(), world.now, 'chen'));
  localStorage.clear();
  const session = {
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    me: { id: 'chen', displayName: '陈管理', roles: ['admin'] },
    panel: {
      tell: vi.fn(),
      router: { query: new URLSearchParams(), go: vi.fn() },
      http: { asked: () => Promise.resolve({ ok: true, value: {} }), preview: () => Promise.resolve(drawn) },
    },
  };
  const screen = await render(Notice, { session, id: 'new' } as never);
  await expect.element(screen.getByRole('textbox', { name: '正文' })).toBeVisible();
  const saved = (): CommandInput<'notice:save'> =>
    inputOf<'notice:save'>({ sent: wire.last().word as never });
  return { screen, session, saved, wire };
}

/** Copies a table as a spreadsheet program writes it, with its styles, through the clipboard of the browser. */
async function copyTable(rows: string[][]): Promise<void> {
  const table = document.createElement('table');
  for (const cells of rows) {
    const row = table.insertRow();
    for (const cell of cells) {
      const box = row.insertCell();
      box.style.color = 'red';
      box.textContent = cell;
    }
  }
  document.body.append(table);
  getSelection()?.selectAllChildren(table);
  await userEvent.copy();
  table.remove();
}

const list = [
  ['户主姓名', '身份证号', '金额'],
  ['王小草', '500999196202281234', '500'],
  ['李大山', '500999196202281235', '600'],
];

describe('the editor of notices', () => {
  test('[O1] headings, lists and paragraphs by keys and by what one types', async () => {
    const { screen, saved } = await open();
    await screen.getByLabelText('标题', { exact: true }).fill('停电通知');
    await screen.getByRole('textbox', { name: '正文' }).click();
    await userEvent.keyboard('# 一、时间{Enter}下午两点起{Enter}- 带好证件{Enter}提前来电');
    await screen.getByRole('button', { name: '发布' }).click();
    expect(saved().blocks).toEqual([
      { is: 'heading', text: '一、时间' },
      { is: 'paragraph', text: '下午两点起' },
      { is: 'list', ordered: false, lines: ['带好证件', '提前来电'] },
    ]);
  });

  test('a notice of paragraphs alone stays plain text', async () => {
    const { screen, saved } = await open();
    await screen.getByLabelText('标题', { exact: true }).fill('停电通知');
    await screen.getByRole('textbox', { name: '正文' }).click();
    await userEvent.keyboard('下午停电。{Enter}请改日再来。');
    await screen.getByRole('button', { name: '发布' }).click();
    expect(saved()).toMatchObject({ text: '下午停电。\n请改日再来。' });
    expect(saved().blocks).toBeUndefined();
  });

  test('[O11] [O12] a pasted table keeps no style, is checked by its columns, cut and masked by one key each', async () => {
    const { screen, saved } = await open();
    await screen.getByLabelText('标题', { exact: true }).fill('低保对象公示');
    await copyTable(list);
    await screen.getByRole('textbox', { name: '正文' }).click();
    await userEvent.keyboard('王小草等两户{Enter}');
    await userEvent.paste();
    await expect.element(screen.getByRole('textbox', { name: '第 1 行 户主姓名' })).toHaveValue('王小草');
    expect(document.querySelector('.paper [style*="red"]')).toBeNull();
    await expect.element(screen.getByText(/“身份证号”列第 1 行等 2 处/)).toBeVisible();
    await expect.element(screen.getByRole('combobox', { name: '影响评估' })).toBeVisible();
    await screen.getByRole('button', { name: '删去不得公开的列' }).click();
    await expect.element(screen.getByText(/“身份证号”列/)).not.toBeInTheDocument();
    await screen.getByRole('button', { name: '一键脱敏' }).click();
    await expect.element(screen.getByRole('textbox', { name: '第 1 行 户主姓名' })).toHaveValue('王＊草');
    await screen.getByRole('button', { name: '发布' }).click();
    const table: NoticeTable = {
      is: 'table',
      head: ['户主姓名', '金额'],
      rows: [
        ['王＊草', '500'],
        ['李＊山', '600'],
      ],
    };
    expect(saved().blocks).toEqual([{ is: 'paragraph', text: '王＊草等两户' }, table]);
  });

  test('what is done to a table is undone by the editor’s key', async () => {
    const { screen } = await open();
    await copyTable(list);
    await screen.getByRole('textbox', { name: '正文' }).click();
    await userEvent.paste();
    const cell = screen.getByRole('textbox', { name: '第 1 行 金额' });
    await cell.fill('900');
    await userEvent.keyboard('{Tab}');
    await expect.element(cell).toHaveValue('900');
    await screen.getByRole('button', { name: '撤销' }).click();
    await expect.element(cell).toHaveValue('500');
    await screen.getByRole('button', { name: '重做' }).click();
    await expect.element(cell).toHaveValue('900');
  });

  test('[O7] [O8] a 公示 asks for its days and tells its last one', async () => {
    const { screen, saved } = await open();
    await screen.getByLabelText('标题', { exact: true }).fill('补贴公示');
    await screen.getByLabelText('类别').selectOptions('社会救助');
    await screen.getByLabelText('这是公示，要满规定的天数').click();
    await expect.element(screen.getByText('这类公示至少 7 个工作日。')).toBeVisible();
    await expect.element(screen.getByText(/发布当天不算，到.*为止/)).toBeVisible();
    await screen.getByLabelText('公示依据').fill('社会救助暂行办法');
    await screen.getByRole('textbox', { name: '正文' }).click();
    await userEvent.keyboard('名单见公示栏。');
    await screen.getByRole('button', { name: '发布' }).click();
    expect(saved().publicity).toEqual({ days: 7, basis: '社会救助暂行办法' });
  });
});
