import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PlaylistItem } from '../../content/model/playlist.ts';
import { openBrowser } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { Person } from '../support/person.ts';
import { pairShown, panelOf, play, plays } from '../support/screens.ts';
import { movable, sleepFor } from '../support/timeshift.ts';

/** Nights, weeks and days without a hub, in a real browser whose clocks are moved. */
let hub: TestHub;
let browser: Browser;
let admin: Person;
let panel: Client;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  hub = await startTestHub();
  admin = new Person(hub.url);
  admin.cookie = await hub.setUp();
  panel = await panelOf(admin);
});
afterEach(async () => {
  panel?.close();
  await hub?.stop();
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const item = (is: 'slogan' | 'hours' | 'contacts', more: Partial<PlaylistItem> = {}): PlaylistItem => ({
  ...{ id: is, scene: { is }, seconds: 3 },
  ...more,
});

/** A paired screen that goes by the schedule. Its share of chance is one half. */
async function screen(): Promise<{ page: Page; id: string }> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await movable(page);
  await page.evaluateOnNewDocument(() => {
    Math.random = () => 0.5;
  });
  await page.goto(`${hub.url}/display`);
  return { page, id: await pairShown(page, admin, '大厅电视', { is: 'program' }) };
}

/** Time goes on for hub and page alike. */
async function pass(page: Page, ms: number): Promise<void> {
  hub.clock.pass(ms);
  await sleepFor(page, ms);
}

/** Waits until the hub hears the screen again. */
async function heard(id: string): Promise<void> {
  for (;;) {
    const told = await panel.next('screens:reported');
    if (told.some(({ screen: its, connected }) => its === id && connected)) return;
  }
}

test('[L22] a screen loads itself anew at night, some minutes after the hour, and not twice', async () => {
  await panel.give('care:save', { care: { reloadAt: '03:00' } });
  await play(panel, [item('slogan')]);
  const { page, id } = await screen();
  await plays(page, 'slogan');
  let loads = 0;
  page.on('framenavigated', (frame) => (loads += frame === page.mainFrame() ? 1 : 0));
  // From nine in the morning to four minutes past three: its share of the ten minutes is five.
  await pass(page, 18 * HOUR + 4 * MINUTE);
  await heard(id);
  await pass(page, MINUTE / 2);
  await plays(page, 'slogan');
  expect(loads).toBe(0);
  const reloaded = page.waitForNavigation();
  await pass(page, MINUTE);
  await reloaded;
  await plays(page, 'slogan');
  await heard(id);
  for (let minute = 0; minute < 5; minute += 1) await pass(page, MINUTE);
  await plays(page, 'slogan');
  expect(loads).toBe(1);
});

test('[L21] without the hub: what ends, ends at its moment; after the lease the safe loop stands, and with the hub the list again', async () => {
  const now = hub.clock.time;
  const today = '2026-11-19';
  await play(panel, [item('contacts')]);
  await play(panel, [item('hours'), item('slogan', { until: now + HOUR })], {
    name: '今天',
    priority: 5,
    until: today,
  });
  const { page } = await screen();
  await plays(page, 'hours');
  await plays(page, 'slogan');
  // What is kept on the device is written within two seconds.
  panel.close();
  await hub.hub.close();
  await sleepFor(page, HOUR);
  await page.waitForFunction(() => !document.querySelector('[data-slot="slogan"]'));
  await plays(page, 'hours');
  // The entry's last day is over.
  await sleepFor(page, 16 * HOUR);
  await plays(page, 'contacts');
  await sleepFor(page, 54 * HOUR);
  await plays(page, 'contacts');
  await sleepFor(page, 2 * HOUR);
  await plays(page, 'safe');
  expect(await page.$eval('.slot.front', (slot) => slot.textContent)).toContain('便民服务中心');
  hub.clock.pass(73 * HOUR);
  await hub.restart();
  await plays(page, 'contacts');
});

test('[L25] without the hub the picture moves by a few pixels and is back at its place', async () => {
  await panel.give('care:save', { care: { shift: true } });
  await play(panel, [item('slogan')]);
  const { page } = await screen();
  await plays(page, 'slogan');
  panel.close();
  await hub.hub.close();
  const places: string[] = [];
  for (let step = 0; step < 10; step += 1) {
    places.push(await page.$eval('#page', (root) => (root as HTMLElement).style.transform));
    await sleepFor(page, 3 * MINUTE);
  }
  expect(new Set(places.slice(0, 9)).size).toBe(9);
  expect(places[9]).toBe(places[0]);
});
