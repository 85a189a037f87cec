import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, openPage, press, seesText, write } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let hub: TestHub;
let panel: Client;
let code: string;
let id: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  hub = await startTestHub();
  panel = hub.panel(await hub.setUp());
  await panel.next('state:replaced');
  const window = [...panel.records.all('window')].find(({ body }) => body.services.length > 0)!;
  await panel.give('window:take', { window: window.id });
  const issued = await panel.give('ticket:issue', { service: window.body.services[0]!, kind: 'normal' });
  if (!issued.ok) throw new Error(issued.message);
  code = issued.value.code!;
  id = issued.value.id;
  await panel.give('ticket:next', { window: window.id });
  await panel.give('ticket:finish', { window: window.id });
});
afterEach(() => hub.stop());

/** Faults that axe-core finds on the page as it is. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string }[] }> };
    };
    return (await axe.run()).violations.map((one) => one.id);
  });
}

test('[E4] [E8] a visitor rates on a phone: a number in the words is told, mended, and thanked for', async () => {
  const { page, faults } = await openPage(browser, `${hub.url}/t/${code}/rate`, { width: 390, height: 844 });
  expect(await faultsOf(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  await press(page, '不满意');
  await write(page, '想说的话（可不填）', '请打13900001111');
  await Promise.all([page.waitForNavigation(), press(page, '提交评价')]);
  await seesText(page, '文字里好像有电话号码');
  expect(await faultsOf(page)).toEqual([]);
  await write(page, '想说的话（可不填）', '请快一些');
  await Promise.all([page.waitForNavigation(), press(page, '提交评价')]);
  await seesText(page, /谢谢您的评价.*5 个工作日/);
  expect(hub.hub.hall.records.get('rating', id)).toMatchObject({ degree: 2, words: '请快一些' });
  await Promise.all([page.waitForNavigation(), press(page, '看号票')]);
  const seen = await seesText(page, '谢谢您的评价');
  expect(seen).not.toContain('评价这次服务');
  expect(faults).toEqual([]);
});
