import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL } from '../../content/protocol.ts';
import { openBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { Person } from '../support/person.ts';
import { HubProcess, Process, root } from '../support/process.ts';
import { pairShown, panelOf, play, plays } from '../support/screens.ts';

/** A hub is updated to one of the next protocol, built anew from altered sources, under the screens that play. */
let folder: string;
let next: string;
let hub: HubProcess;
let browser: Browser;
const SCREENS = 3;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-protocol-'));
  next = join(folder, 'next');
  [, hub, browser] = await Promise.all([buildNext(), HubProcess.start(join(folder, 'hub')), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

/** The next version: these sources with another protocol number, and its own display page. */
async function buildNext(): Promise<void> {
  await mkdir(join(next, 'build'), { recursive: true });
  const parts = ['content', 'display', 'server', 'templates', 'scripts', 'package.json', 'vite.config.ts'];
  for (const part of [...parts, 'svelte.config.js'])
    await cp(join(root, part), join(next, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(next, 'node_modules'));
  for (const part of await readdir(join(root, 'build')))
    if (part !== 'pages') await symlink(join(root, 'build', part), join(next, 'build', part));
  const protocol = join(next, 'content/protocol.ts');
  const text = await readFile(protocol, 'utf8');
  const raised = text.replace(/PROTOCOL = \d+/, `PROTOCOL = ${PROTOCOL + 1}`);
  expect(raised).not.toBe(text);
  await writeFile(protocol, raised);
  const build = `
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({ logLevel: 'error' });
    await builder.build(builder.environments.display);
  `;
  const building = new Process(['--input-type=module', '--eval', build], { cwd: next });
  if ((await building.ended()) !== 0) throw new Error(building.err);
}

interface Screen {
  page: Page;
  /** When it loaded itself. */
  loads: number[];
  /** Frames that were asked for: the new page, tried out of sight. */
  tries: string[];
}

/** A screen that plays; its share of chance is `share`. */
async function screenOf(admin: Person, share: number): Promise<Screen> {
  const page = await (await browser.createBrowserContext()).newPage();
  const screen: Screen = { page, loads: [], tries: [] };
  await page.evaluateOnNewDocument((chance) => {
    Math.random = () => chance;
  }, share);
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname !== '/display' || !request.isNavigationRequest()) return;
    if (search === '') screen.loads.push(performance.now());
    else screen.tries.push(search);
  });
  await page.goto(`${hub.url}/display`);
  await pairShown(page, admin, `屏幕${share}`, { is: 'program' });
  return screen;
}

/** Looks at every frame, over reloads: how many had nothing on the glass while the old page stood. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frames = { blank: 0, turns: 0 };
    Object.assign(window, { frames });
    let last = '';
    const look = (): void => {
      const front = document.querySelector<HTMLElement>('.slot.front');
      if (!front?.innerText.trim()) frames.blank += 1;
      if (front && front.dataset['slot'] !== last) frames.turns += 1;
      last = front?.dataset['slot'] ?? '';
      requestAnimationFrame(look);
    };
    look();
  });
const framesOf = (page: Page): Promise<{ blank: number; turns: number }> =>
  page.evaluate(() => (window as unknown as { frames: { blank: number; turns: number } }).frames);

test('[L27] [W1] a hub of another protocol: screens play on while its page does not come up, then go over one after another', async () => {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const panel = await panelOf(admin);
  const items = (['slogan', 'hours', 'contacts'] as const).map((is) => ({
    id: is,
    scene: { is },
    seconds: 3,
  }));
  await play(panel, items);
  const screens = await Promise.all(Array.from({ length: SCREENS }, (_, at) => screenOf(admin, at * 0.1)));
  for (const { page } of screens) await plays(page, 'slogan');
  for (const { page } of screens) await watch(page);
  panel.close();
  await hub.process.kill();

  // The update is broken: its page is whole, and fails as soon as it runs.
  const html = join(next, 'build/pages/display/index.html');
  const good = await readFile(html, 'utf8');
  await writeFile(join(next, 'build/pages/assets/broken.js'), 'throw new Error("of another browser");');
  await writeFile(html, good.replace(/\/assets\/[^"]+\.js/, '/assets/broken.js'));
  hub = await HubProcess.start(join(folder, 'hub'), hub.port, [], next);
  for (const { tries, page } of screens)
    while (tries.length === 0) await page.waitForRequest((request) => request.url().includes('?preview='));
  const before = await Promise.all(screens.map(({ page }) => framesOf(page)));
  for (const [at, { page }] of screens.entries())
    await page.waitForFunction(
      (turns) => (window as unknown as { frames: { turns: number } }).frames.turns > turns,
      {},
      before[at]!.turns + 2,
    );
  for (const { page, loads } of screens) {
    expect((await framesOf(page)).blank).toBe(0);
    expect(loads).toHaveLength(1);
  }

  // It is mended.
  await hub.process.kill();
  await writeFile(html, good);
  const over = screens.map(({ page }) => page.waitForNavigation({ timeout: 120_000 }));
  hub = await HubProcess.start(join(folder, 'hub'), hub.port, [], next);
  await Promise.all(over);
  for (const { page } of screens) await plays(page, 'hours');
  expect(screens.map(({ loads }) => loads.length)).toEqual(Array.from({ length: SCREENS }, () => 2));
  const times = screens.map(({ loads }) => loads[1]!).toSorted((one, other) => one - other);
  const apart = times.slice(1).map((at, i) => Math.round(at - times[i]!));
  console.log(`pages of the new protocol came up ${apart.join(' and ')} ms apart`);
  expect(Math.max(...apart)).toBeGreaterThan(200);
  // They hear the new hub: what is changed there is on the glass.
  const boss = new Client(hub.url, { page: 'control', protocol: PROTOCOL + 1 }, { cookie: admin.cookie });
  await boss.next('state:replaced');
  for (;;) {
    const heard = await boss.next('screens:reported');
    if (heard.filter(({ connected }) => connected).length === SCREENS) break;
  }
  boss.close();
});
