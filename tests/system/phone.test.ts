import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, openPage, press, seesText } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 568 };

let browser: Browser;
let hub: TestHub;
let panel: Client;
let window: string;
let service: { id: string; name: string };
let faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  hub = await startTestHub();
  panel = hub.panel(await hub.setUp());
  await panel.next('state:replaced');
  await panel.give('queue:settings', { phone: 'anywhere' });
  const body = [...panel.records.all('service')].find((one) => one.body.prefix === 'B')!;
  service = { id: body.id, name: body.body.name };
  window = [...panel.records.all('window')].find((one) => one.body.services.includes(body.id))!.id;
  await panel.give('window:take', { window });
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await hub.stop();
});

/** A visitor's phone of its own. */
async function phone(path = '/p/take', size = PHONE): Promise<Page> {
  const opened = await openPage(browser, hub.url + path, size);
  faults = opened.faults;
  return opened.page;
}

async function take(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`button[value="${service.id}"]`)]);
}

/** Serious faults that axe-core finds on the page as it is. */
async function faultsOf(page: Page): Promise<string[]> {
  // The page's policy lets no foreign script in; a tester's comes in through the debugger.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    return (await axe.run()).violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      html: nodes[0]?.html,
    }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, html }) => `${id}: ${html}`);
}

/** What stands out to the side, and keys lower than a finger: of a page that people of any age use. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) wrong.push(`${wide} px too wide`);
    if (parseFloat(getComputedStyle(document.body).fontSize) < 18) wrong.push('base type under 18 px');
    for (const key of document.querySelectorAll('button, summary, .big, label.choice')) {
      const { height, width } = key.getBoundingClientRect();
      if (width > 0 && height < 56) wrong.push(`${key.textContent}: ${height} px high`);
    }
    return wrong;
  });
}

test('[M8, M10] a phone takes a number, is told when it is soon, called and finished, without a reload', async () => {
  for (let before = 0; before < 4; before++)
    await panel.give('ticket:issue', { service: service.id, kind: 'normal' });
  const page = await phone();
  await take(page);
  expect(await seesText(page, 'B005')).toContain('前面还有 4 人');
  await page.evaluate(() => ((globalThis as { stayed?: boolean }).stayed = true));
  await panel.give('ticket:next', { window });
  await seesText(page, '前面还有 3 人');
  await panel.give('ticket:next', { window });
  await seesText(page, '还有 2 人就到您');
  for (let call = 0; call < 3; call++) await panel.give('ticket:next', { window });
  await seesText(page, /请到 \d+ 号窗口/);
  expect(await page.title()).toMatch(/^请到 \d+ 号窗口 · B005 号$/);
  await panel.give('ticket:start', { window });
  await seesText(page, '正在办理');
  await panel.give('ticket:finish', { window });
  expect(await seesText(page, '已办结')).toContain('评价这次服务');
  expect(await page.evaluate(() => (globalThis as { stayed?: boolean }).stayed)).toBe(true);
});

test('[M8] the phone rings once when it is soon and at every call, if its owner allowed it', async () => {
  for (let before = 0; before < 3; before++)
    await panel.give('ticket:issue', { service: service.id, kind: 'normal' });
  const page = await phone();
  await take(page);
  await page.evaluate(() => {
    const rung: string[] = [];
    Object.assign(globalThis, { rung });
    navigator.vibrate = () => rung.push(document.querySelector('.headline')?.textContent ?? '') > 0;
  });
  const rung = () => page.evaluate(() => (globalThis as unknown as { rung: string[] }).rung);
  await press(page, '快到时响铃、振动提醒我');
  expect(await rung()).toHaveLength(1);
  await panel.give('ticket:next', { window });
  await seesText(page, '还有 2 人就到您');
  await panel.give('ticket:next', { window });
  await seesText(page, '还有 1 人就到您');
  expect(await rung()).toHaveLength(2);
  await panel.give('ticket:next', { window });
  await panel.give('ticket:next', { window });
  await seesText(page, /请到 \d+ 号窗口/);
  await panel.give('ticket:recall', { window });
  await seesText(page, '第 2 次叫您');
  expect(await rung()).toHaveLength(4);
  await panel.give('ticket:start', { window });
  expect(await seesText(page, '正在办理')).not.toContain('提醒');
});

test('[M10] a page outlives the hub: it says so, comes back by itself and has not missed the call', async () => {
  const page = await phone();
  await take(page);
  await seesText(page, '下一个就是您');
  await hub.restart();
  const fresh = hub.panel((await hub.signIn('admin')).cookie);
  await fresh.next('state:replaced');
  await fresh.give('ticket:next', { window });
  await seesText(page, /请到 \d+ 号窗口/);
  await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-offline]')?.hidden);
});

test('[M9] leaving is asked twice, and the hall hears of it', async () => {
  const page = await phone();
  await take(page);
  await page.locator('summary').click();
  expect(await seesText(page, '确定离开')).toContain('B001 号作废');
  await Promise.all([page.waitForNavigation(), press(page, '确定离开')]);
  expect(await seesText(page, '已离开排队')).toContain('重新取号');
  await panel.reach(hub.hub.hall.mark.seq);
  expect(panel.first('ticket').body.state.is).toBe('cancelled');
});

test('[M10] without script a number is taken, seen and given up', async () => {
  const page = await phone('/p');
  await page.setJavaScriptEnabled(false);
  await page.goto(`${hub.url}/p/take`);
  await take(page);
  expect(await page.$eval('.headline', ({ textContent }) => textContent)).toBe('下一个就是您');
  await page.click('summary');
  await Promise.all([page.waitForNavigation(), page.click('.harm')]);
  expect(await page.$eval('.headline', ({ textContent }) => textContent)).toBe('已离开排队');
});

test.each([
  ['a phone', PHONE],
  ['a small old phone', SMALL],
])('pages fit %s, in large type too, and axe-core finds nothing serious', async (_name, size) => {
  const page = await phone('/p/take', size);
  const look = async () => {
    expect(await faultsOf(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);
    await press(page, '字大一些');
    expect(await misfits(page)).toEqual([]);
    await press(page, '字小一些');
  };
  await look();
  await take(page);
  await look();
  await page.locator('summary').click();
  await look();
  await panel.give('ticket:next', { window });
  await seesText(page, /请到 \d+ 号窗口/);
  await look();
  await panel.give('ticket:pass', { window });
  await seesText(page, '过号了');
  await look();
  await page.goto(`${hub.url}/p/take`);
  await look();
  await page.goto(`${hub.url}/t/22222222`);
  await look();
});
