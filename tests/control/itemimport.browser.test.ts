import './chinese.ts';
import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../control/page.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { TableRead } from '../../content/importing/items/read.ts';
import type { CommandInput } from '../../content/model/command.ts';
import ItemImport from '../../control/pages/ItemImport.svelte';
import { smallHall } from '../support/hall.ts';
import { bareItem } from '../support/items.ts';
import { must, testWorld } from '../support/world.ts';
import { adminPanel } from './adminpanel.ts';

type Items = CommandInput<'item:put'>['items'];

/** The page with a table of four rows: a new one, one with a draft, a changed public one and a changed sample. */
async function open(levels: 0 | 1) {
  await page.viewport(1366, 768);
  const records = smallHall();
  const world = testWorld().as('sun', '孙编辑');
  const items = [{ text: bareItem('甲') }, { text: bareItem('样'), sample: true as const }];
  const [known, sample] = must(records, 'item:put', { items }, world).ids as [string, string];
  must(records, 'review:settings', { levels }, world.as('chen'));
  if (levels)
    must(records, 'draft:save', { base: 0, of: { kind: 'item', body: bareItem('乙') } }, world.as('sun'));
  const read: TableRead = {
    rows: [
      { row: 2, is: 'new', text: bareItem('新'), changes: [] },
      { row: 3, is: 'new', text: bareItem('乙'), changes: [] },
      {
        row: 4,
        is: 'changed',
        id: known,
        rev: 1,
        text: bareItem('甲', { visits: 0 }),
        changes: ['到现场次数'],
      },
      {
        row: 5,
        is: 'changed',
        id: sample,
        rev: 1,
        text: bareItem('样', { visits: 1 }),
        changes: ['到现场次数'],
      },
    ],
    faults: [],
    unknown: [],
  };
  const panel = adminPanel(records);
  const sent: Items[] = [];
  Object.assign(panel.session.panel.http, {
    readItemTable: () => Promise.resolve({ ok: true, value: read }),
    proposeItems: (given: Items) => {
      sent.push(given);
      const ids = given.map(({ text }) => text.name);
      return Promise.resolve({ ok: true, value: levels ? { ids, drafts: 2 } : { ids } });
    },
  });
  const screen = await render(ItemImport, { session: panel.session, id: null });
  const input = screen.container.querySelector<HTMLInputElement>('input[type=file]')!;
  const files = new DataTransfer();
  files.items.add(new File(['x'], '事项.csv'));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.poll(() => screen.container.textContent).toContain('新增 2 项，修改 2 项');
  return { ...panel, screen, sent };
}

test('[U25] where others review, the preview says what becomes a draft, and leaves out what has one', async () => {
  const { screen, sent, flashes } = await open(1);
  const said = () => screen.container.textContent?.replace(/\s+/g, ' ') ?? '';
  expect(said()).toContain('2 项将成为稿件，审核通过后才公开；1 项还不公开，直接保存');
  expect(said()).toContain('1 项已有还没发布的稿件，这次不导入');
  const ways = [...screen.container.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
  expect(ways.map((row) => /成为稿件|已有稿件|直接保存/.exec(row)?.[0])).toEqual([
    ...['成为稿件', '已有稿件', '成为稿件', '直接保存'],
  ]);
  // What is new is reviewed: there is nothing to choose.
  expect(screen.container.querySelector('input[type=checkbox]')).toBeNull();
  await screen.getByRole('button', { name: '导入 3 项' }).click();
  expect(sent).toHaveLength(1);
  expect(sent[0]!.map(({ text, sample }) => [text.name, sample])).toEqual([
    ['新', undefined],
    ['甲', undefined],
    ['样', undefined],
  ]);
  await expect.poll(() => flashes.at(-1)?.text).toContain('其中 2 项是稿件');
});

test('[U25] without reviews it is as before: new ones to be checked first, all at once', async () => {
  const { screen, sent } = await open(0);
  expect(screen.container.textContent).not.toContain('稿件');
  await screen.getByRole('button', { name: '导入 4 项' }).click();
  expect(sent[0]!.map(({ sample }) => sample)).toEqual([true, true, undefined, undefined]);
});
