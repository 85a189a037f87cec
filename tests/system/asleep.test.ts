import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ScreenPresence } from '../../content/protocol.ts';
import { openBrowser, openPage, seesText } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let admin: string;
let browser: Browser;

beforeEach(async () => {
  hub = await startTestHub();
  admin = await hub.setUp();
});
afterEach(async () => {
  await browser?.close();
  await hub?.stop();
});

interface Counter {
  panel: Client;
  window: string;
  service: string;
}

async function openCounter(): Promise<Counter> {
  const panel = hub.panel(await hub.addAccount(admin, 'wang', ['clerk']));
  await panel.next('state:replaced');
  const at = [...panel.records.all('window')].find(({ body }) => body.number === 2)!;
  await panel.give('window:take', { window: at.id });
  return { panel, window: at.id, service: at.body.services[0]! };
}

/** Issues a ticket and calls it. */
async function call({ panel, window, service }: Counter): Promise<string> {
  await panel.give('ticket:issue', { service, kind: 'normal' });
  const reply = await panel.give('ticket:next', { window });
  if (!reply.ok) throw new Error(reply.message);
  return reply.value.number;
}

async function pairBoard(): Promise<{ page: Page; id: string }> {
  const { page } = await openPage(browser, `${hub.url}/display`);
  const id = await pair(await seesText(page, /\d{3}\s*\d{3}/));
  await seesText(page, '白石镇公共服务中心');
  return { page, id };
}

/** Pairs the screen whose text holds this code as a hall board. */
async function pair(text: string): Promise<string> {
  const [, one, two] = text.match(/(\d{3})\s*(\d{3})/)!;
  const body = {
    code: one! + two!,
    name: '大厅主屏',
    scene: { is: 'board' },
    diagonal: 43,
    distance: 6,
    sound: true,
  };
  const paired = await hub.ask<{ id: string }>('/api/screens/pair', { body, cookie: admin });
  return paired.body.id;
}

/** Waits until the panel hears this of the screen. */
async function reported(
  { panel }: Counter,
  id: string,
  fits: (presence: ScreenPresence) => boolean,
): Promise<void> {
  for (;;) {
    const screens = await panel.next('screens:reported');
    if (screens.some((one) => one.screen === id && fits(one))) return;
  }
}

/** A process and all that it started, and they: a browser, as a computer that goes to sleep stops it. */
function familyOf(pid: number): number[] {
  const list = execFileSync('ps', ['-e', '-o', 'pid=,ppid=']).toString().trim().split('\n');
  const pairs = list.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const family = [pid];
  for (const one of family)
    family.push(...pairs.filter(([, parent]) => parent === one).map(([child]) => child));
  return family;
}

function signal(family: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of family)
    try {
      process.kill(pid, name);
    } catch {
      // A spare renderer may have ended by itself meanwhile.
    }
}

/** The number in the big place, and whether it is announced as a new call. */
const bigNumber = (page: Page) =>
  page.evaluate(() => ({
    number: document.querySelector('.call .number')?.textContent ?? null,
    announced: document.querySelector('.call.announced') !== null,
  }));

async function shows(page: Page, number: string): Promise<void> {
  await page.waitForFunction(
    (text) => document.querySelector('.call .number')?.textContent === text,
    { timeout: 60_000 },
    number,
  );
}

test('a screen that slept an hour shows the newest call, announces none of the old ones, and the next one again', async () => {
  browser = await openBrowser();
  const counter = await openCounter();
  const { page, id } = await pairBoard();
  const first = await call(counter);
  await shows(page, first);
  const asleep = familyOf(browser.process()!.pid!);
  signal(asleep, 'SIGSTOP');
  let newest = '';
  for (let minute = 0; minute < 60; minute += 15) {
    newest = await call(counter);
    hub.clock.pass(15 * 60_000);
  }
  await reported(counter, id, ({ connected }) => !connected);
  signal(asleep, 'SIGCONT');
  await shows(page, newest);
  expect(await bigNumber(page)).toEqual({ number: newest, announced: false });
  const next = await call(counter);
  await shows(page, next);
  expect(await bigNumber(page)).toEqual({ number: next, announced: true });
});

/** Reads the page without touching it: what puppeteer evaluates counts as a visitor's touch, which frees the sound. */
async function readQuietly(page: Page, expression: string, fits: (text: string) => boolean): Promise<string> {
  const devtools = await page.createCDPSession();
  for (;;) {
    const { result } = await devtools.send('Runtime.evaluate', { expression, returnByValue: true });
    if (typeof result.value === 'string' && fits(result.value)) return result.value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a browser that lets no sound play shows every call, and the panel hears that the sound is blocked', async () => {
  browser = await openBrowser({ autoplay: false });
  const counter = await openCounter();
  const { page } = await openPage(browser, `${hub.url}/display`);
  const text = await readQuietly(page, 'document.body.innerText', (it) => /\d{3}\s*\d{3}/.test(it));
  const id = await pair(text);
  const big = '(document.querySelector(".call.announced .number") || {}).textContent';
  for (let i = 0; i < 2; i++) {
    const number = await call(counter);
    await readQuietly(page, big, (it) => it === number);
  }
  await reported(counter, id, ({ report }) => report?.sound === 'blocked');
});
