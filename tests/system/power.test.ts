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

/** A clerk at each of the windows 2 to 7, with one visitor waiting for each. */
async function staffWindows(admin: Person): Promise<{ clerk: Person; window: string }[]> {
  const staffed: { clerk: Person; window: string }[] = [];
  for (let number = 2; number <= 7; number++) {
    const clerk = await admin.addClerk(`chuang${number}`, `${number}号窗口人员`);
    const panel = panelOf(clerk);
    await panel.next('state:replaced');
    const window = [...panel.records.all('window')].find(({ body }) => body.number === number)!;
    await panel.give('window:take', { window: window.id });
    await panel.give('ticket:issue', { service: window.body.services[0]!, kind: 'normal' });
    panel.close();
    staffed.push({ clerk, window: window.id });
  }
  return staffed;
}

test('a hub that is killed in a burst of calls comes back with every acknowledged call, and the board recovers alone', async () => {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const staffed = await staffWindows(admin);
  const board = await pairBoard(admin);
  const announced = await watchCalls(board);
  const panels = await Promise.all(
    staffed.map(async ({ clerk, window }) => {
      const panel = panelOf(clerk);
      await panel.next('state:replaced');
      return { panel, window };
    }),
  );

  // Six windows call at once; the power fails as soon as two of the calls are acknowledged.
  const durable = new Map<string, string>();
  await new Promise<void>((resolve) => {
    for (const { panel, window } of panels)
      void panel.give('ticket:next', { window }, `burst-${window}`).then((reply) => {
        if (reply.ok) durable.set(window, reply.value.number);
        if (durable.size === 2) resolve();
      });
  });
  await hub.process.kill('SIGKILL');
  for (const { panel } of panels) panel.close();

  hub = await HubProcess.start(folder, hub.port);
  const after = panelOf(admin);
  await after.next('state:replaced');
  const tickets = [...after.records.all('ticket')].map(({ body }) => body);
  expect(tickets).toHaveLength(6);
  for (const [window, number] of durable)
    expect(tickets.find((one) => one.number === number)).toMatchObject({ state: { is: 'called', window } });
  after.close();

  // The panels repeat their calls under the same names: each gets one number, nothing is done twice.
  const numbers: string[] = [];
  for (const { clerk, window } of staffed) {
    const panel = panelOf(clerk);
    await panel.next('state:replaced');
    const reply = await panel.give('ticket:next', { window }, `burst-${window}`);
    if (!reply.ok) throw new Error(reply.message);
    if (durable.has(window)) expect(reply.value.number).toBe(durable.get(window));
    numbers.push(reply.value.number);
    panel.close();
  }
  expect(new Set(numbers).size).toBe(6);

  // The board is the same page as before, and has announced every call once.
  await board.waitForFunction(
    (count) => (window as unknown as { seen: string[] }).seen.length >= count,
    { timeout: 60_000 },
    6,
  );
  expect(await board.evaluate(() => 'neverReloaded' in window)).toBe(true);
  expect((await announced()).toSorted()).toEqual(numbers.toSorted());
});

test('a paired screen comes back after a reload, a new browser and a new hub, and a revoked one asks to be paired', async () => {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const profile = await mkdtemp(join(tmpdir(), 'mingting-profile-'));
  let kiosk = await openBrowser({ profile });
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
    kiosk = await openBrowser({ profile });
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
