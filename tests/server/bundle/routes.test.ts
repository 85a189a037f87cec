import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runImport } from '../../../server/importer/run.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BundlePreview } from '../../../content/api/importing.ts';
import { startTestHub } from '../../support/hub.ts';
import type { TestHub } from '../../support/hub.ts';

let one: TestHub;
let other: TestHub;
let cookie: string;
let there: string;
beforeEach(async () => {
  [one, other] = await Promise.all([startTestHub(), startTestHub()]);
  [cookie, there] = await Promise.all([one.setUp(), other.setUp()]);
});
afterEach(() => Promise.all([one.stop(), other.stop()]));

const fetchZip = async () =>
  new Uint8Array(await (await fetch(`${one.url}/api/bundle`, { headers: { cookie } })).arrayBuffer());
const formOf = (bytes: Uint8Array<ArrayBuffer>, take?: string[]) => {
  const form = new FormData();
  if (take) form.append('take', take.join('\n'));
  form.append('file', new Blob([bytes]), '导出.zip');
  return form;
};

test('[C1] [C6] a whole hall goes from one hub to another', async () => {
  const panel = one.panel(cookie);
  await panel.next('state:replaced');
  const rules = [
    { title: '接待制度', blocks: [{ number: '', depth: 0, text: '甲。' }], source: { title: '通知' } },
  ];
  await one.hub.hall.execute('rule:adopt', { rules } as never, { is: 'system', name: '主机管理' });
  const zip = await fetchZip();
  const { body } = await other.ask<BundlePreview>('/api/bundle/preview', {
    body: formOf(zip),
    cookie: there,
  });
  const wanted = body.entries.filter(({ state }) => state !== 'same').map(({ key }) => key);
  expect(body.entries.find(({ title }) => title === '接待制度')?.state).toBe('new');
  const { seq } = other.hub.hall.mark;
  expect((await other.ask('/api/bundle/adopt', { body: formOf(zip, wanted), cookie: there })).status).toBe(
    200,
  );
  expect(other.hub.hall.mark.seq).toBe(seq + 1);
  expect([...other.hub.hall.records.all('rule')].map(({ body: { title } }) => title)).toContain('接待制度');
  const again = await other.ask<BundlePreview>('/api/bundle/preview', { body: formOf(zip), cookie: there });
  expect(again.body.entries.every(({ state }) => state === 'same')).toBe(true);
});

test('[C6] the command line takes it over through the running hub', async () => {
  const path = join(one.folder, '导出.zip');
  await writeFile(path, await fetchZip());
  const out: string[] = [];
  const run = (...argv: string[]) =>
    runImport({
      argv: [path, '--data', other.folder, ...argv],
      env: {},
      print: (line) => void out.push(line),
      complain: (line) => void out.push(line),
      ask: null,
    });
  const rename = { id: [...one.hub.hall.records.all('contact')][0]?.id ?? '' };
  await one.hub.hall.execute('contact:remove', rename, { is: 'system', name: '主机管理' });
  await other.hub.hall.execute(
    'rule:remove',
    { id: [...other.hub.hall.records.all('rule')][0]?.id ?? '' },
    { is: 'system', name: '主机管理' },
  );
  expect(await run()).toBe(0);
  expect(out.join('\n')).toContain('--take all');
  expect(await run('--take', 'all')).toBe(0);
  expect(out.at(-1)).toContain('已导入');
  expect(await run('--take', 'all')).toBe(0);
  expect(out.at(-1)).toContain('没有变化');
});

test('[C9] a hall that asks for review takes over drafts, told before by panel and command line', async () => {
  const system = { is: 'system', name: '主机管理' } as const;
  const rules = [
    { title: '接待制度', blocks: [{ number: '', depth: 0, text: '甲。' }], source: { title: '通知' } },
  ];
  await one.hub.hall.execute('rule:adopt', { rules } as never, system);
  await other.hub.hall.execute('review:settings', { levels: 1 }, system);
  const zip = await fetchZip();
  const preview = await other.ask<BundlePreview>('/api/bundle/preview', { body: formOf(zip), cookie: there });
  const entry = preview.body.entries.find(({ title }) => title === '接待制度');
  expect(entry).toMatchObject({ state: 'new', goes: 'draft' });
  const path = join(one.folder, '导出.zip');
  await writeFile(path, zip);
  const out: string[] = [];
  const run = (...argv: string[]) =>
    runImport({
      argv: [path, '--data', other.folder, ...argv],
      env: {},
      print: (line) => void out.push(line),
      complain: (line) => void out.push(line),
      ask: null,
    });
  expect(await run()).toBe(0);
  const drafts = preview.body.entries.filter(
    ({ state, goes }) => state !== 'same' && goes === 'draft',
  ).length;
  expect(out.join('\n')).toContain(`${drafts} 条将成为稿件`);
  expect(out.find((line) => line.includes('接待制度'))).toContain('稿件，待审核');
  const { seq } = other.hub.hall.mark;
  expect(await run('--take', 'all')).toBe(0);
  expect(out.at(-1)).toContain(`${drafts} 条是稿件`);
  expect(other.hub.hall.mark.seq).toBe(seq + 1);
  expect(other.hub.hall.records.count('draft')).toBe(drafts);
  expect([...other.hub.hall.records.all('rule')].map(({ body: { title } }) => title)).not.toContain(
    '接待制度',
  );
  // A second time there is nothing left that could be taken over.
  expect(await run('--take', 'all')).toBe(0);
  expect(out.join('\n')).toContain('没发布的稿件');
  expect(other.hub.hall.mark.seq).toBe(seq + 1);
});

test('[C7] a torn file changes nothing, and only an admin exports or imports', async () => {
  const zip = await fetchZip();
  const { seq } = other.hub.hall.mark;
  const torn = await other.ask('/api/bundle/adopt', {
    body: formOf(zip.slice(0, 900), ['rule/x']),
    cookie: there,
  });
  expect(torn.body).toMatchObject({ code: 'bundle.broken' });
  expect(other.hub.hall.mark.seq).toBe(seq);
  expect((await one.ask('/api/bundle')).status).toBe(401);
  const editor = await one.addAccount(cookie, 'wang', ['editor']);
  expect((await one.ask('/api/bundle', { cookie: editor })).status).toBe(403);
});
