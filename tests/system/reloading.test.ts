import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { Person } from '../support/person.ts';
import { pairShown } from '../support/screens.ts';

let hub: TestHub;
let browser: Browser;
const SCREENS = 4;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startTestHub(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

interface Screen {
  page: Page;
  /** When it loaded itself, and how often the hub's health had answered by then. */
  loads: { at: number; answered: number }[];
  /** Lets the hub's health be asked, and the page be the newest. */
  let(newest: boolean): void;
}

/** A screen that thinks it is of an older version until it is let; its share of chance is `share`. */
async function screenOf(share: number): Promise<Screen> {
  const page = await (await browser.createBrowserContext()).newPage();
  let newest = true;
  let answered = 0;
  const loads: Screen['loads'] = [];
  await page.evaluateOnNewDocument((chance) => {
    Math.random = () => chance;
  }, share);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/api/health') {
      if (!newest) return void request.abort();
      answered++;
    }
    if (pathname === '/display') loads.push({ at: performance.now(), answered });
    void request.continue();
  });
  await page.goto(`${hub.url}/display`);
  return { page, loads, let: (may) => void (newest = may) };
}

test('[L27] pages of an older version load themselves again one after another, and none before the health of the hub answers', async () => {
  const cookie = await hub.setUp();
  const admin = new Person(hub.url);
  admin.cookie = cookie;
  const screens = await Promise.all(Array.from({ length: SCREENS }, (_, at) => screenOf(0.02 + at * 0.06)));
  for (const [at, { page }] of screens.entries())
    await pairShown(page, admin, `屏幕${at + 1}`, { is: 'board' });
  for (const screen of screens) screen.let(false);
  const asked = screens.map(({ page }) =>
    page.waitForRequest((request) => request.url().endsWith('/api/health')),
  );
  // The hub comes back as another version than the one that stamped these pages.
  await Promise.all(
    screens.map(({ page }) =>
      page.evaluate(() => {
        document.querySelector<HTMLMetaElement>('meta[name="mingting-version"]')!.content = 'older';
      }),
    ),
  );
  await hub.restart();
  // Its first news tells them.
  await hub.addAccount(cookie, 'wang', ['clerk']);
  await Promise.all(asked);
  // Each has found no answer, and stays what it is.
  expect(screens.map(({ loads }) => loads.length)).toEqual([1, 1, 1, 1]);
  for (const { page } of screens) expect(await page.$('.board, .header, header')).not.toBeNull();
  const reloaded = screens.map(({ page }) => page.waitForNavigation({ timeout: 60_000 }));
  for (const screen of screens) screen.let(true);
  await Promise.all(reloaded);
  const again = screens.map(({ loads }) => loads[1]!);
  expect(again.every(({ answered }) => answered >= 1)).toBe(true);
  const times = again.map(({ at }) => at).toSorted((one, other) => one - other);
  const apart = times.slice(1).map((at, i) => at - times[i]!);
  console.log(`reloads apart by ${apart.map((ms) => Math.round(ms)).join(', ')} ms`);
  expect(Math.max(...apart)).toBeGreaterThan(200);
});
