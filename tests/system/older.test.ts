import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seesText } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { forget, newer } from '../support/older.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';
import { interrupt, pairShown, panelOf, play, plays } from '../support/screens.ts';

/** TV boxes of 2018 (Chrome 66): the built page with about seventy newer abilities taken away. */
let folder: string;
let hub: HubProcess;
let browser: Browser;
let admin: Person;
let panel: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-older-'));
  [hub, browser] = await Promise.all([HubProcess.start(folder), openBrowser()]);
  admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  panel = await panelOf(admin);
});

afterAll(async () => {
  panel?.close();
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

async function openOlder(names: readonly string[] = newer): Promise<{ page: Page; faults: string[] }> {
  const page = await (await browser.createBrowserContext()).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.setViewport({ width: 1920, height: 1080 });
  await page.evaluateOnNewDocument(forget, [...names]);
  await page.goto(`${hub.url}/display`);
  return { page, faults };
}

const texts = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

test('on a browser of 2018 the board shows calls and the time, and an alarm goes over it', async () => {
  const { page, faults } = await openOlder();
  const forgotten = await page.evaluate(() => (window as unknown as { forgotten: string[] }).forgotten);
  // What this Chromium never had cannot be taken away.
  expect(forgotten.length).toBeGreaterThan(60);
  await pairShown(page, admin, '大厅主屏', { is: 'board' });
  await seesText(page, '白石镇公共服务中心');
  const at = [...panel.records.all('window')].find(({ body }) => body.number === 2)!;
  const clerk = await panelOf(await admin.addClerk('wang', '王窗口'));
  await clerk.give('window:take', { window: at.id });
  await clerk.give('ticket:issue', { service: at.body.services[0]!, kind: 'normal' });
  const called = await clerk.give('ticket:next', { window: at.id });
  clerk.close();
  if (!called.ok) throw new Error(called.message);
  expect(await seesText(page, called.value.number)).toMatch(/2\s*号窗口/);
  const hours = new Intl.DateTimeFormat('en-US', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  expect(await texts(page)).toMatch(new RegExp(`${hours.format(Date.now())}:\\d\\d`));
  const alarm = await interrupt(panel, { is: 'fire', wayOut: '出门左转到广场' });
  expect(await seesText(page, '请立即疏散')).toContain('出门左转到广场');
  await panel.give('interrupt:end', { id: alarm });
  await page.waitForFunction(() => !document.body.innerText.includes('请立即疏散'));
  expect(faults).toEqual([]);
  await page.close();
});

test('on a browser of 2018 a program plays every scene of its list', async () => {
  const posted = await panel.give('notice:save', {
    ...{ title: '医保缴费通知', category: 'insurance', from: Date.now() - 1000, until: Date.now() + 9e8 },
    blocks: [
      { is: 'paragraph', text: '请在规定时间内缴费。' },
      { is: 'table', head: ['人群', '标准'], rows: [['居民', '400元']] },
    ],
  });
  if (!posted.ok) throw new Error(posted.message);
  const scenes = ['slogan', 'notices', 'guide', 'pledges', 'contacts', 'hours', 'rules', 'staff'] as const;
  await play(
    panel,
    scenes.map((is) => ({ id: is, scene: { is }, seconds: 3 })),
  );
  const { page, faults } = await openOlder();
  await pairShown(page, admin, '大厅电视', { is: 'program' });
  for (const scene of ['slogan', 'notices', 'pledges', 'contacts', 'hours'] as const) {
    await plays(page, scene);
    expect((await texts(page)).trim()).not.toBe('');
  }
  expect(faults).toEqual([]);
  await page.close();
});

test('a browser that is older still is told what is missing', async () => {
  const { page } = await openOlder(['ResizeObserver', 'AbortController']);
  const words = await seesText(page, '这台设备的浏览器版本太旧');
  expect(words).toContain('66');
  expect(words).toMatch(/ResizeObserver, AbortController/);
  await page.close();
});
