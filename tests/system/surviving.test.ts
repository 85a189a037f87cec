import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlaylistItem } from '../../content/model/playlist.ts';
import { openBrowser, seesText } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';
import { keeps, onGlass, pairShown, panelOf, play, plays } from '../support/screens.ts';
import { movable, quickTurns } from '../support/timeshift.ts';
import { png } from '../server/uploads/files.ts';

/** Screens whose hub, browser, clock or files fail under them. */
let folder: string;
let hub: HubProcess;
let browser: Browser;
let admin: Person;
let panel: Client;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-surviving-'));
  [hub, browser] = await Promise.all([
    HubProcess.start(join(folder, 'hub')),
    openBrowser({ profile: join(folder, 'profile') }),
  ]);
  admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  panel = await panelOf(admin);
});

afterEach(async () => {
  panel?.close();
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

const item = (is: 'slogan' | 'hours' | 'contacts'): PlaylistItem => ({ id: is, scene: { is }, seconds: 3 });
const items = [item('slogan'), item('hours'), item('contacts')];

/** A new page of the same browser, as its start script opens it; `ahead` puts its clock wrong by so many ms. */
async function open(ahead = 0): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1920, height: 1080 });
  await movable(page, ahead);
  await quickTurns(page);
  await page.goto(`${hub.url}/display`);
  return page;
}

interface Frames {
  seen: string[];
  blank: number;
}

/** Looks at every frame: what came one after another, and how many had nothing on the glass. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: Frames = { seen: [], blank: 0 };
    Object.assign(window, { frames });
    const look = (): void => {
      const front = document.querySelector<HTMLElement>('.slot.front');
      if (!front?.innerText.trim()) frames.blank += 1;
      const on = front?.dataset['slot'] ?? 'nothing';
      if (frames.seen[frames.seen.length - 1] !== on) frames.seen.push(on);
      requestAnimationFrame(look);
    };
    look();
  });
}

const framesOf = (page: Page): Promise<Frames> =>
  page.evaluate(() => (window as unknown as { frames: Frames }).frames);

/** Waits until so many items have come on the glass since `watch`. */
async function turns(page: Page, count: number): Promise<Frames> {
  await page.waitForFunction(
    (most) => (window as unknown as { frames: Frames }).frames.seen.length > most,
    { timeout: 60_000 },
    count,
  );
  return framesOf(page);
}

const covers = (page: Page): Promise<number> => page.$$eval('[data-over]', (all) => all.length);

/** Waits until the panel hears that this screen is there again, and shows `cover` over its scene. */
async function isBack(id: string): Promise<void> {
  for (;;) {
    const screens = await panel.next('screens:reported');
    if (screens.some(({ screen, connected }) => screen === id && connected)) return;
  }
}

/** The power fails for the hub and comes back. */
async function restart(): Promise<void> {
  hub = await HubProcess.start(join(folder, 'hub'), hub.port);
  panel = await panelOf(admin);
}

test('[L13] a hub that is killed while screens play: they play on without an empty frame, in turn, and come back by themselves', async () => {
  await play(panel, items);
  const page = await open();
  const id = await pairShown(page, admin, '大厅电视', { is: 'program' });
  await plays(page, 'slogan');
  await watch(page);
  await turns(page, 1);
  panel.close();
  await hub.process.kill('SIGKILL');
  await turns(page, 4);
  await restart();
  await isBack(id);
  const before = (await framesOf(page)).seen.length;
  const { seen, blank } = await turns(page, before + 1);
  expect(blank).toBe(0);
  // Neither its death nor its return began the list anew or repeated an item.
  const order = ['slogan', 'hours', 'contacts'];
  expect(seen).toEqual(seen.map((_, at) => order[at % 3]));
  expect([...panel.records.all('screen')]).toHaveLength(1);
});

test('[Z8] a hub and a browser that are killed while an alarm is on: it stands, once, until a person ends it', async () => {
  await play(panel, items);
  let page = await open();
  const id = await pairShown(page, admin, '大厅电视', { is: 'program' });
  await plays(page, 'hours');
  const request = 'alarm-of-the-test';
  const input = { is: 'fire', to: { is: 'all' }, wayOut: '出门左转到广场' } as const;
  const begun = await panel.give('interrupt:begin', input, request);
  if (!begun.ok) throw new Error(begun.message);
  await seesText(page, '请立即疏散');
  await keeps(page, 'interrupt');
  panel.close();
  await hub.process.kill('SIGKILL');
  await seesText(page, '出门左转到广场');
  browser.process()!.kill('SIGKILL');
  browser = await openBrowser({ profile: join(folder, 'profile') });
  const started = performance.now();
  page = await open();
  await seesText(page, '请立即疏散');
  console.log(
    `alarm on the glass ${Math.round(performance.now() - started)} ms after a start without the hub`,
  );
  await restart();
  await isBack(id);
  // The panel repeats its key, since it never heard the answer: it is the same alarm.
  expect(await panel.give('interrupt:begin', input, request)).toEqual(begun);
  expect([...panel.records.all('interrupt')]).toHaveLength(1);
  await seesText(page, '请立即疏散');
  expect(await covers(page)).toBe(1);
  expect(await panel.give('interrupt:end', { id: begun.value.id })).toMatchObject({ ok: true });
  await page.waitForFunction(() => !document.body.innerText.includes('请立即疏散'));
  await page.waitForSelector(onGlass);
});

const DAY_MS = 86_400_000;
/** A year, and forty days so that neither day nor month looks right by chance. */
const YEAR_MS = 405 * DAY_MS;
const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

test.each([
  ['behind', -YEAR_MS],
  ['ahead', YEAR_MS],
])(
  '[L28] a device whose clock is a year %s shows the right date and list, with the hub and without it',
  async (_, ahead) => {
    const now = Date.now();
    await play(panel, [item('contacts')]);
    const [from, until] = [dayOf(now - DAY_MS), dayOf(now + DAY_MS)];
    await play(panel, [item('hours')], { name: '这几天', priority: 5, from, until });
    const page = await open(ahead);
    await pairShown(page, admin, '大厅电视', { is: 'program' });
    await plays(page, 'hours');
    const [, month, day] = dayOf(Date.now()).split('-').map(Number);
    expect(await page.evaluate(() => new Date().getFullYear())).not.toBe(new Date(now).getFullYear());
    await seesText(page, `${month}月${day}日`);
    await keeps(page, 'schedule');
    panel.close();
    await hub.process.kill('SIGKILL');
    await page.close();
    const alone = await open(ahead);
    await plays(alone, 'hours');
    await seesText(alone, `${month}月${day}日`);
  },
);

test('[SC-3] [SC-8] [L14] a file of which one byte was changed on the disk is refused and told, the list goes on, and what is mended plays again', async () => {
  const form = new FormData();
  form.append('file', new Blob([await png()], { type: 'image/png' }), '大门.png');
  const { id: medium } = await admin.must<{ id: string }>('/api/media', form);
  while (!panel.records.get('medium', medium)) await panel.next('state:changed');
  const { upload } = panel.records.get('medium', medium)!;
  const checked = await panel.give('medium:check', { ids: [medium] });
  if (!checked.ok) throw new Error(checked.message);
  const file = join(folder, 'hub', 'uploads', upload);
  const whole = await readFile(file);
  const broken = Buffer.from(whole);
  broken[broken.length >> 1]! ^= 1;
  await writeFile(file, broken);
  const picture = { id: 'picture', scene: { is: 'media' as const, medium, fit: 'whole' as const } };
  const list = (seconds: number) => [item('slogan'), { ...picture, seconds }, item('hours')];
  const playlist = await play(panel, list(3));
  const page = await open();
  const screen = await pairShown(page, admin, '大厅电视', { is: 'program' });
  await plays(page, 'slogan');
  await watch(page);
  const { seen, blank } = await turns(page, 4);
  expect(blank).toBe(0);
  expect(seen).not.toContain('picture');
  expect(new Set(seen)).toEqual(new Set(['slogan', 'hours']));
  for (;;) {
    const told = (await panel.next('screens:reported')).find((one) => one.screen === screen)?.report?.trouble;
    if (told?.includes('digest')) break;
  }
  await writeFile(file, whole);
  // Without this it is tried again ever later; an item that somebody touched is tried at once.
  await panel.give('playlist:save', { id: playlist, name: '日常', items: list(4) });
  await plays(page, 'picture');
});
