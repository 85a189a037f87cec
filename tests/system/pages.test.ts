import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, seesText } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';
import { pairShown, panelOf } from '../support/screens.ts';

/** Every kind of page of a filled hall, as a phone and the screens see them. */
let folder: string;
let hub: HubProcess;
let browser: Browser;
let admin: Person;
let panel: Client;
/** Every address that any of these pages asked for. */
const asked = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-pages-'));
  [hub, browser] = await Promise.all([HubProcess.start(folder, undefined, ['--demo']), openBrowser()]);
  admin = new Person(hub.url);
  const password = hub.process.out.match(/：([\w-]{8})\n/)![1]!;
  await admin.must('/api/sign-in', { name: 'admin', password });
  panel = await panelOf(admin);
});

afterAll(async () => {
  panel?.close();
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

async function open(path: string, size: { width: number; height: number }): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  page.on('request', (request) => asked.add(request.url()));
  await page.setViewport(size);
  await page.goto(hub.url + path, { waitUntil: 'load' });
  return page;
}

/** What of an address says which page it is: of two notices only one is looked at. */
const kindOf = (path: string): string =>
  path.replace(/[?#].*/, '').replace(/[\w-]*\d[\w-]*|[\w-]{12,}/g, '*');

test('axe-core finds no serious fault in any kind of phone page', async () => {
  const service = panel.first('service').id;
  await panel.give('queue:settings', { phone: 'anywhere' });
  const ticket = await panel.give('ticket:issue', { service, kind: 'normal' });
  if (!ticket.ok) throw new Error(ticket.message);
  const { code } = panel.records.get('ticket', ticket.value.id)!;
  const appointment = [...panel.records.all('appointment')][0]?.body.code;
  const waiting = ['/p', '/p/take', '/p/staff', `/t/${code}`, '/r/1', '/s/22222222'];
  if (appointment) waiting.push(`/b/${appointment}`);
  const looked = new Map<string, string>();
  const found: string[] = [];
  const page = await open('/p', { width: 390, height: 844 });
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if (looked.has(kind)) continue;
    looked.set(kind, path);
    await page.goto(hub.url + path, { waitUntil: 'load' });
    for (const fault of await seriousFaults(page)) found.push(`${path}: ${fault}`);
    const links = await page.$$eval('a[href]', (all) => all.map((one) => (one as HTMLAnchorElement).href));
    for (const link of links) {
      const { origin, pathname, search } = new URL(link);
      if (origin === hub.url && /^\/[ptbrs](\/|$)/.test(pathname)) waiting.push(pathname + search);
    }
  }
  await page.close();
  console.log(`${looked.size} kinds of phone pages: ${[...looked.keys()].join(' ')}`);
  expect(looked.size).toBeGreaterThan(8);
  expect(found).toEqual([]);
});

test.each([
  ['kiosk', { is: 'kiosk', slip: { is: 'none' } }, { width: 1080, height: 1920 }, '请点您要办的事'],
  ['counter', { is: 'counter', touch: true }, { width: 1366, height: 768 }, '号'],
])('axe-core finds no serious fault in a %s', async (_name, scene, size, words) => {
  const page = await open('/display', size);
  const { id: window } = panel.first('window');
  await pairShown(page, admin, '屏幕', scene.is === 'counter' ? { ...scene, window } : scene);
  await seesText(page, words);
  expect(await seriousFaults(page)).toEqual([]);
  if (scene.is === 'kiosk') {
    await (await page.waitForSelector('.services button, .kiosk main button'))!.click();
    await page.waitForNetworkIdle();
    expect(await seriousFaults(page)).toEqual([]);
  }
  await page.close();
});

test('[SC-11] no page asks anybody but the hub for anything', async () => {
  const screens = [{ is: 'board' }, { is: 'program' }, { is: 'guide' }, { is: 'plan' }, { is: 'staff' }];
  for (const scene of screens) {
    const page = await open('/display', { width: 1920, height: 1080 });
    const plan = [...panel.records.all('plan')][0]?.id ?? '';
    await pairShown(page, admin, '屏幕', scene.is === 'plan' ? { ...scene, plan } : scene);
    await page.waitForNetworkIdle();
    await page.close();
  }
  const context = await browser.createBrowserContext();
  const [name = '', value = ''] = admin.cookie.split('=');
  await context.setCookie({ name, value, domain: '127.0.0.1', path: '/' });
  const control = await context.newPage();
  control.on('request', (request) => asked.add(request.url()));
  await control.goto(`${hub.url}/control/`, { waitUntil: 'networkidle0' });
  await control.close();
  expect(asked.size).toBeGreaterThan(40);
  const foreign = [...asked].filter(
    (url) => !/^(data|blob):/.test(url) && new URL(url).host !== new URL(hub.url).host,
  );
  expect(foreign).toEqual([]);
});
