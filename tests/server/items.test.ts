import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'puppeteer-core';
import type { TableRead } from '../../content/importing/items/read.ts';
import type { ItemText } from '../../content/model/item.ts';
import { categoryOrder } from '../../content/publishing/items.ts';
import { checkSteps } from '../../content/publishing/itemsteps.ts';
import { itemSamples } from '../../server/samples.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { bareItem, fullItem } from '../support/items.ts';

let hub: TestHub;
let admin: string;
let panel: Client;
let full: string;
let sample: string;

beforeAll(async () => {
  hub = await startTestHub();
  admin = await hub.setUp();
  panel = hub.panel(admin);
  await panel.next('state:replaced');
  await panel.give('queue:settings', { phone: 'anywhere' });
  const windows = [...panel.records.all('window')];
  const text = { ...fullItem, windows: [windows[0]!.id], services: [windows[0]!.body.services[0]!] };
  const items = [
    { text },
    { text: bareItem('居住证申领', { visits: 0, noMaterials: true }) },
    { text: bareItem('样例事项'), sample: true as const },
  ];
  const put = await hub.ask<{ ids: string[] }>('/api/items/put', { body: { items }, cookie: admin });
  [full, , sample] = put.body.ids as [string, string, string];
});
afterAll(() => hub.stop());

const page = (path: string) => hub.ask<string>(path);

describe('guides on the phone (items.md)', () => {
  test('[U11] the list has the public items by category, and the home page leads there', async () => {
    const { status, body } = await page('/p/items');
    expect(status).toBe(200);
    expect(body.indexOf('居住证申领')).toBeLessThan(body.indexOf('临时救助申请'));
    expect((await page('/p')).body).toContain('href="/p/items"');
  });

  test('[U5] a sample is nowhere until it is checked', async () => {
    expect((await page('/p/items')).body).not.toContain('样例事项');
    expect((await page(`/p/items/${sample}`)).status).toBe(404);
    expect((await page(`/p/items/${sample}/flow.svg`)).status).toBe(404);
    expect((await page('/p/items?q=样例')).body).toContain('没有找到“样例”');
  });

  test('items are found by their signs and by their sound, without any script', async () => {
    for (const word of ['救助', 'lsjz', 'linshi'])
      expect((await page(`/p/items?q=${encodeURIComponent(word)}`)).body).toContain(full);
    const none = await page(`/p/items?q=${encodeURIComponent('<b>税务')}`);
    expect(none.body).toContain('没有找到“&lt;b>税务”');
    expect((await page('/p/items')).body).not.toMatch(/<script|\sstyle=/);
  });

  test('the lists of QJ 二(四)11 are made from the items', async () => {
    const zero = await page('/p/items?list=zero');
    expect(zero.body).toContain('居住证申领');
    expect(zero.body).not.toContain('临时救助申请');
    const once = await page('/p/items?list=visits-1');
    expect(once.body).toContain('居住证申领');
    expect(once.body).toContain('临时救助申请');
    expect((await page('/p/items?list=none')).status).toBe(400);
  });

  test('a guide has the seven disclosures, phones that dial, and the way to a number', async () => {
    const { body } = await page(`/p/items/${full}`);
    for (const words of [
      '《社会救助暂行办法》第九章 临时救助',
      '家庭成员突发重大疾病。',
      '原件和复印件 2 份',
      '复印件 1 份 · 因病申请的',
      '原件 1 份 · 可容缺后补',
      '综合窗口 · 1 个工作日 · 出具 受理通知书',
      '10 个工作日',
      '20 个工作日',
      '不收费',
      'href="tel:023-79000003"'.replace(/-/g, ''),
      'href="/p/take"',
    ])
      expect(body).toContain(words);
    // It names no complaint phone, so the hall's own stands there.
    const complaint = [...panel.records.all('contact')].find(({ body: { role } }) => role === 'complain')!;
    expect(body).toContain(complaint.body.value);
  });

  test('[U12] the flow chart is an image of its own', async () => {
    const { status, headers, body } = await page(`/p/items/${full}/flow.svg`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(body).toContain('调查核实');
    const sheet = await page(`/p/items/${full}/flow.svg?on=sheet`);
    expect(sheet.body).not.toBe(body);
  });

  test('[U6] many items go in one request, and none if one is wrong', async () => {
    const before = panel.records.count('item');
    const items = [{ text: bareItem('新事项') }, { text: bareItem('临时救助申请') }];
    const refused = await hub.ask<{ code: string }>('/api/items/put', { body: { items }, cookie: admin });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('item.name-taken');
    expect(panel.records.count('item')).toBe(before);
  });
});

describe('samples', () => {
  test('thirty and more, of every category of HN 1.1–1.12, all fit to be saved together', async () => {
    const samples = await itemSamples();
    expect(samples.length).toBeGreaterThanOrEqual(30);
    const categories = new Set(samples.map(({ category }) => category));
    expect(categoryOrder.filter((one) => one !== 'other' && !categories.has(one))).toEqual([]);
    for (const { name, steps, conditions, promisedDays, fees, materials, noMaterials } of samples) {
      expect(checkSteps(steps, name)).toBeUndefined();
      expect({ name, conditions: conditions.length > 0, promised: promisedDays !== undefined }).toEqual({
        name,
        conditions: true,
        promised: true,
      });
      expect(steps.length > 1 && fees !== undefined && (materials.length > 0 || noMaterials)).toBe(true);
    }
    const names = new Set(samples.map(({ name }) => name));
    expect(names.size).toBe(samples.length);
  });

  test('[U5] they are taken over as samples, more than one message of the live line holds', async () => {
    const { body: samples } = await hub.ask<ItemText[]>('/api/items/samples', { cookie: admin });
    const items = samples.filter(({ name }) => name !== '居住证申领').map((text) => ({ text, sample: true }));
    const put = await hub.ask<{ ids: string[] }>('/api/items/put', { body: { items }, cookie: admin });
    expect(put.body.ids).toHaveLength(items.length);
    expect((await page('/p/items')).body).not.toContain('生育登记');
    const ids = put.body.ids.slice(0, 1);
    await panel.give('item:check', { ids, checked: true });
    expect((await page(`/p/items/${ids[0]!}`)).status).toBe(200);
    await panel.give('item:remove', { ids: put.body.ids });
  });
});

describe('tables of items', () => {
  const send = (bytes: BlobPart, name = '事项.xlsx') => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    return hub.ask<TableRead & { code?: string }>('/api/items/table', { body: form, cookie: admin });
  };

  async function download(path: string): Promise<ArrayBuffer> {
    const response = await fetch(hub.url + path, { headers: { cookie: admin } });
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''");
    return response.arrayBuffer();
  }

  test('[U16] what is exported and read again changes nothing', async () => {
    const { body } = await send(await download('/api/items/all.xlsx'));
    expect(body.faults).toEqual([]);
    expect(body.rows.map(({ is }) => is)).toEqual(['same', 'same', 'same']);
  });

  test('[U17] the template can be read and holds nothing yet', async () => {
    const { body } = await send(await download('/api/items/template.xlsx'));
    expect(body.faults.map(({ fault }) => fault)).toEqual(['table.empty']);
  });

  test('[U15] CSV as Excel writes it in China is read; a picture is refused', async () => {
    const text = '事项名称,类别,办件类型,承诺时限\r\n高龄津贴,社会保障,承诺件,5\r\n错的,没有,承诺件,5\r\n';
    const { body } = await send(new Uint8Array(iconv.encode(text, 'gb18030')), '事项.csv');
    expect(body.rows).toMatchObject([{ row: 2, is: 'new', text: { name: '高龄津贴', promisedDays: 5 } }]);
    expect(body.faults).toMatchObject([{ row: 3, column: '类别', fault: 'table.choice' }]);
    const picture = await send(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), '图.png');
    expect([picture.status, picture.body.code]).toEqual([400, 'itemtable.unreadable']);
    const torn = await send(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]));
    expect([torn.status, torn.body.code]).toEqual([400, 'itemtable.unreadable']);
  });
});

describe('guides in a real browser', () => {
  let browser: Browser;
  let axe: string;
  beforeAll(async () => {
    browser = await openBrowser();
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });
  afterAll(() => browser.close());

  async function faultsOf(shown: Page): Promise<string[]> {
    await shown.evaluate(axe);
    return shown.evaluate(async () => {
      const tool = (
        globalThis as unknown as {
          axe: {
            run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe;
      return (await tool.run()).violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
  }

  test.each([390, 320])(
    'they fit a phone of %i pixels, and axe-core finds nothing serious',
    async (width) => {
      for (const path of ['/p/items', `/p/items/${full}`, '/p/items?q=zz']) {
        const { page: shown, faults } = await openPage(browser, hub.url + path, { width, height: 844 });
        expect(await faultsOf(shown)).toEqual([]);
        expect(
          await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
        if (path.endsWith(full)) {
          const chart = await shown.$eval('.chart img', (image) => ({
            loaded: (image as HTMLImageElement).naturalWidth,
            shown: image.getBoundingClientRect().width,
          }));
          expect(chart.loaded).toBeGreaterThan(200);
          // Words of 14 units stay at least 11 pixels high on an ordinary phone.
          if (width === 390) expect((chart.shown / chart.loaded) * 14).toBeGreaterThan(11);
        }
        await shown.close();
      }
    },
  );
});
