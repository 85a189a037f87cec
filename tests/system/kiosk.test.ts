import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, seesText } from '../support/browser.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { NO_PAPER, readSlip, SlipPrinter } from '../support/slipprinter.ts';

/** A kiosk in a real browser, a hub that goes away and comes back, a printer that runs out of paper. */
let hub: TestHub;
let printer: SlipPrinter;
let browser: Browser;
let profile: string;
let kiosk: Page;
let faults: string[];
let admin: string;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'mingting-kiosk-'));
  [hub, printer, browser] = await Promise.all([
    startTestHub(),
    SlipPrinter.start(),
    openBrowser({ profile }),
  ]);
  admin = await hub.setUp();
  const panel = hub.panel(admin);
  await panel.next('state:replaced');
  const settings = { width: 58 as const, letters: 'picture' as const, cut: false, main: true };
  await panel.give('printer:save', { name: '东门', host: '127.0.0.1', port: printer.port, ...settings });
  ({ page: kiosk, faults } = await openPage(browser, `${hub.url}/display`, { width: 1080, height: 1920 }));
  await kiosk.waitForSelector('.code');
  const code = (await kiosk.$eval('.code', (shown) => shown.textContent ?? '')).replace(/\D/g, '');
  await pair(code);
  await seesText(kiosk, '请点您要办的事');
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await printer?.stop();
  await rm(profile, { recursive: true, force: true });
});

async function pair(code: string): Promise<void> {
  const scene = { is: 'kiosk', slip: { is: 'printer' } };
  const body = { code, name: '取号机', scene, diagonal: 21.5, distance: 1, sound: false };
  const paired = await hub.ask('/api/screens/pair', { body, cookie: admin });
  expect(paired.status).toBe(200);
}

const tickets = () => [...hub.hub.hall.records.all('ticket')].map(({ body }) => body);
const choose = async (name: string) => {
  const key = await kiosk.waitForSelector(`::-p-xpath(//button[contains(., '${name}')])`);
  await key!.click();
};

test('[K13] a hand that trembles takes one number, and the slip comes out once', async () => {
  await choose('社会保障');
  const normal = await kiosk.waitForSelector("::-p-xpath(//button[contains(., '直接取号')])");
  await normal!.evaluate((key) => {
    for (let touch = 0; touch < 5; touch++) (key as HTMLButtonElement).click();
  });
  await seesText(kiosk, '请拿好小票');
  expect(tickets()).toHaveLength(1);
  expect(tickets()[0]).toMatchObject({ origin: 'kiosk', kind: 'normal' });
  expect(printer.slips).toHaveLength(1);
  expect(readSlip(printer.slips[0]!).paper.width).toBe(384);
  expect(await seesText(kiosk, tickets()[0]!.number)).toMatch(/号窗口办理/);
  await choose('好了');
});

test('[K16] out of paper: the number stands, the next visitor is told beforehand', async () => {
  printer.behaviour = { state: NO_PAPER };
  await choose('社会保障');
  await choose('需要优先');
  await seesText(kiosk, '号已取好，小票没打出来');
  expect(tickets().filter(({ kind, state }) => kind === 'priority' && state.is === 'waiting')).toHaveLength(
    1,
  );
  expect(printer.slips).toHaveLength(1);
  await choose('好了');
  await seesText(kiosk, '小票暂时打不出来');
  printer.behaviour = {};
  await hub.hub.printers.checkAll();
  await seesText(kiosk, '看屏幕等叫号');
});

test('[K15] the hub goes away and comes back: so does the kiosk, with nobody at it', async () => {
  const { port } = hub.hub;
  await hub.hub.close();
  await seesText(kiosk, '请到导办台取号');
  await hub.restart();
  expect(hub.hub.port).toBe(port);
  await seesText(kiosk, '请点您要办的事');
  await choose('社会保障');
  await choose('直接取号');
  await seesText(kiosk, '您的号码');
  expect(tickets()).toHaveLength(3);
  expect(faults).toEqual([]);
});

test('[K14] the page of the slip is one sheet of its own size', async () => {
  const { code } = tickets()[0]!;
  const { page, faults: wrong } = await openPage(browser, `${hub.url}/slip/${code}?width=80`);
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width] = /\/MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(pdf)!;
  expect(Math.round((Number(width) / 72) * 25.4)).toBe(80);
  const overflow = await page.$$eval(
    'p',
    (lines) => lines.filter((one) => one.scrollWidth > one.clientWidth).length,
  );
  expect(overflow).toBe(0);
  expect(wrong).toEqual([]);
  await page.close();
});
