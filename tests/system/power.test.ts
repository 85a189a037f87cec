import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser, openPage, seesText } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';

let folder: string;
let hub: HubProcess;
let browser: Browser;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-power-'));
  hub = await HubProcess.start(folder);
  browser = await openBrowser();
});

afterEach(async () => {
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Every announcement that the board makes from now on, in order: the number in the big place while it pulses. */
async function watchCalls(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const known = new WeakSet<Element>();
    Object.assign(window, { seen, neverReloaded: true });
    const look = () => {
      for (const call of document.querySelectorAll('.call.announced')) {
        if (known.has(call)) continue;
        known.add(call);
        seen.push(call.querySelector('.number')!.textContent!);
      }
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

async function pairBoard(person: Person): Promise<Page> {
  const { page } = await openPage(browser, `${hub.url}/display`);
  const text = await seesText(page, /\d{3}\s*\d{3}/);
  await person.pair(
    text
      .match(/(\d{3})\s*(\d{3})/)!
      .slice(1)
      .join(''),
    '大厅主屏',
    { is: 'board' },
  );
  await seesText(page, '白石镇公共服务中心');
  return page;
}

const panelOf = (person: Person) => new Client(person.url, { page: 'control' }, { cookie: person.cookie });

test('a hub that is killed in a burst of calls comes back with every acknowledged call, and the board recovers alone', async () => {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const clerk = await admin.addClerk('chen', '陈建华');
  const board = await pairBoard(admin);
  const announced = await watchCalls(board);
  const before = panelOf(clerk);
  await before.next('state:replaced');
  const window = [...before.records.all('window')].find(({ body }) => body.number === 2)!;
  const [service] = window.body.services;
  await before.give('window:take', { window: window.id });
  for (let i = 0; i < 12; i++) await before.give('ticket:issue', { service: service!, kind: 'normal' });

  // Calls are sent without waiting; the power fails as soon as a third of them is acknowledged.
  const acknowledged = new Map<string, string>();
  const requests = Array.from({ length: 6 }, (_, i) => `burst-call-${i}`);
  const third = new Promise<void>((resolve) => {
    for (const request of requests)
      void before.give('ticket:next', { window: window.id }, request).then((reply) => {
        if (reply.ok) acknowledged.set(request, reply.value.number);
        if (acknowledged.size === 2) resolve();
      });
  });
  await third;
  await hub.process.kill('SIGKILL');
  before.close();
  const durable = new Map(acknowledged);
  expect(durable.size).toBeGreaterThanOrEqual(2);

  hub = await HubProcess.start(folder, hub.port);
  const after = panelOf(clerk);
  await after.next('state:replaced');
  const tickets = [...after.records.all('ticket')].map(({ body }) => body);
  for (const number of durable.values())
    expect(tickets.find((one) => one.number === number)?.call).not.toBeNull();
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(12);

  // The panel repeats what it got no answer for, under the same names: nothing is done twice.
  const numbers: string[] = [];
  for (const request of requests) {
    const reply = await after.give('ticket:next', { window: window.id }, request);
    if (!reply.ok) throw new Error(reply.message);
    if (durable.has(request)) expect(reply.value.number).toBe(durable.get(request));
    numbers.push(reply.value.number);
  }
  expect(numbers).toEqual([...new Set(numbers)]);
  expect(numbers).toHaveLength(6);

  // The board is the same page as before, shows the newest call, and has announced none twice.
  await board.waitForFunction(
    (count) => (window as unknown as { seen: string[] }).seen.length >= count,
    { timeout: 60_000 },
    6,
  );
  expect(await board.evaluate(() => (window as unknown as { neverReloaded?: true }).neverReloaded)).toBe(
    true,
  );
  const seen = await announced();
  expect(seen.toSorted()).toEqual([...new Set(seen)].toSorted());
  expect(seen.toSorted()).toEqual(numbers.toSorted());
  await seesText(board, numbers.at(-1)!);
  after.close();
});

test('a paired screen comes back after a reload, a new browser and a new hub, and a revoked one asks to be paired', async () => {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const profile = await mkdtemp(join(tmpdir(), 'mingting-profile-'));
  let kiosk = await openBrowser(profile);
  try {
    let page = await kiosk.newPage();
    await page.goto(`${hub.url}/display`);
    const text = await seesText(page, /\d{3}\s*\d{3}/);
    const id = await admin.pair(
      text
        .match(/(\d{3})\s*(\d{3})/)!
        .slice(1)
        .join(''),
      '大厅主屏',
      { is: 'board' },
    );
    await seesText(page, '白石镇公共服务中心');
    await page.reload();
    await seesText(page, '白石镇公共服务中心');
    await kiosk.close();
    await hub.process.kill();
    hub = await HubProcess.start(folder, hub.port);
    kiosk = await openBrowser(profile);
    page = await kiosk.newPage();
    await page.goto(`${hub.url}/display`);
    await seesText(page, '白石镇公共服务中心');
    const panel = panelOf(admin);
    await panel.next('state:replaced');
    expect(await panel.give('screen:revoke', { id })).toMatchObject({ ok: true });
    await seesText(page, /\d{3}\s*\d{3}/);
    panel.close();
  } finally {
    await kiosk.close();
    await rm(profile, { recursive: true, force: true });
  }
});
