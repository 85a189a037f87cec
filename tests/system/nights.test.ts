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

/** Time goes on for hub and page alike; then the page has found its line to the hub again. */
async function pass(page: Page, id: string, ms: number): Promise<void> {
  hub.clock.pass(ms);
  await sleepFor(page, ms, MINUTE).catch((error: unknown) => {
    // What fell due was to load the page anew: it is gone before it can answer.
    if (!String(error).includes('Execution context was destroyed')) throw error;
  });
  await expect.poll(() => hub.hub.live.screens.heardOf(id)?.connected, { timeout: 30_000 }).toBe(true);
}

test('[L22] a screen loads itself anew at night, some minutes after the hour, and not twice', async () => {
  await panel.give('care:save', { care: { reloadAt: '03:00' } });
  await play(panel, [item('slogan')]);
  const { page, id } = await screen();
  await plays(page, 'slogan');
  const loads: number[] = [];
  page.on('framenavigated', (frame) => frame === page.mainFrame() && loads.push(hub.clock.time));
  const three = hub.clock.time + 18 * HOUR;
  await pass(page, id, 18 * HOUR - MINUTE / 2);
  while (loads.length === 0 && hub.clock.time < three + 15 * MINUTE) await pass(page, id, MINUTE);
  // Its share of the ten minutes is five. The line may be lost for a minute where clocks jump.
  expect(loads[0]).toBeGreaterThanOrEqual(three + 5 * MINUTE);
  expect(loads[0]).toBeLessThan(three + 10 * MINUTE);
  await plays(page, 'slogan');
  for (let minute = 0; minute < 5; minute += 1) await pass(page, id, MINUTE);
  await plays(page, 'slogan');
  expect(loads).toHaveLength(1);
});

test('[L21] [SC-7] without the hub: what ends, ends at its moment; after the lease the safe loop stands, and with the hub the list again', async () => {
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
  expect(await page.$eval('.slot.front', (slot) => slot.textContent)).toContain('公共服务中心');
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
