import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlaylistItem } from '../../content/model/playlist.ts';
import { openBrowser, seesText } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';
import { keeps } from '../support/screens.ts';
import { movable, quickTurns, sleepFor } from '../support/timeshift.ts';

let folder: string;
let hub: HubProcess;
let browser: Browser;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-playing-'));
  hub = await HubProcess.start(join(folder, 'hub'));
  browser = await openBrowser({ profile: join(folder, 'profile') });
});

afterEach(async () => {
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

const item = (id: string, scene: PlaylistItem['scene']): PlaylistItem => ({ id, scene, seconds: 3 });
const items = [
  item('slogan', { is: 'slogan' }),
  item('hours', { is: 'hours' }),
  item('phones', { is: 'contacts' }),
];

/** A screen that goes by the schedule, and a list for it. */
async function playing(list: readonly PlaylistItem[] = items): Promise<Page> {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const page = await browser.newPage();
  await page.setViewport({ width: 1920, height: 1080 });
  await movable(page);
  await quickTurns(page);
  await page.goto(`${hub.url}/display`);
  const text = await seesText(page, /\d{3}\s*\d{3}/);
  const code = text.match(/(\d{3})\s*(\d{3})/)!.slice(1);
  await admin.pair(code.join(''), '大厅电视', { is: 'program' });
  const panel = new Client(admin.url, { page: 'control' }, { cookie: admin.cookie });
  await panel.next('state:replaced');
  const saved = await panel.give('playlist:save', { name: '日常', items: [...list] });
  if (!saved.ok) throw new Error(saved.message);
  const playlist = saved.value.id;
  await panel.give('schedule:save', {
    ...{ name: '每天', playlist, to: { is: 'all' }, priority: 0, enabled: true },
  });
  panel.close();
  return page;
}

/** Looks at every frame: how many had nothing on the glass, and what came one after another. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const frames = { seen, blank: 0 };
    Object.assign(window, { frames });
    const look = (): void => {
      const front = document.querySelector<HTMLElement>('.slot.front');
      if (!front?.innerText.trim() || front.offsetWidth === 0) frames.blank += 1;
      const on = front?.dataset['slot'] ?? 'nothing';
      if (seen[seen.length - 1] !== on) seen.push(on);
      requestAnimationFrame(look);
    };
    look();
  });
}

const framesOf = (page: Page): Promise<{ seen: string[]; blank: number }> =>
  page.evaluate(() => (window as unknown as { frames: { seen: string[]; blank: number } }).frames);

test('[L13] a list plays without an empty frame; with the hub dead and the browser started anew it plays on', async () => {
  const page = await playing();
  await page.waitForSelector('.slot.front[data-slot="slogan"]');
  await watch(page);
  await page.waitForFunction(
    () => (window as unknown as { frames: { seen: string[] } }).frames.seen.length > 6,
  );
  const { seen, blank } = await framesOf(page);
  expect(blank).toBe(0);
  expect(seen.slice(0, 6)).toEqual(['slogan', 'hours', 'phones', 'slogan', 'hours', 'phones']);
  await keeps(page, 'schedule');
  await hub.process.kill();
  await browser.close();
  browser = await openBrowser({ profile: join(folder, 'profile') });
  const again = await browser.newPage();
  await quickTurns(again);
  await again.goto(`${hub.url}/display`);
  await again.waitForSelector('.slot.front:not([data-slot="safe"])');
  await watch(again);
  await again.waitForFunction(
    () => (window as unknown as { frames: { seen: string[] } }).frames.seen.length > 3,
  );
  expect((await framesOf(again)).blank).toBe(0);
});

test('[L29] what the list shows only later was loaded while the hub was there', async () => {
  const from = Date.now() + 600_000;
  const page = await playing([...items, { ...item('later', { is: 'pledges' }), from }]);
  await page.waitForSelector('.slot.front[data-slot="slogan"]');
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/Pledges-[^/]*\.js$/.test(name)),
  );
  await page.waitForSelector('.slot.front[data-slot="phones"]');
  await keeps(page, 'schedule');
  await hub.process.kill();
  await browser.close();
  browser = await openBrowser({ profile: join(folder, 'profile') });
  const again = await browser.newPage();
  await again.setViewport({ width: 1920, height: 1080 });
  await movable(again);
  await quickTurns(again);
  await again.goto(`${hub.url}/display`);
  await again.waitForSelector('.slot.front:not([data-slot="safe"])');
  await sleepFor(again, 600_000);
  await again.waitForSelector('.slot.front[data-slot="later"]', { timeout: 0 });
});
