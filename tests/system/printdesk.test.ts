import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SheetMade } from '../../content/api/printing.ts';
import { openBrowser, openPage, press, seesText, write } from '../support/browser.ts';
import { PASSWORD, startTestHub, type TestHub } from '../support/hub.ts';
import { IppPrinter } from '../support/ippprinter.ts';

const PANEL = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const by = { is: 'system', name: '测试' } as const;
/** A picture of one pixel, as a phone would send a photo. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let hub: TestHub;
let device: IppPrinter;
let browser: Browser;
let desk: Page;
let phone: Page;
let visitor: Page;
let admin: string;
const faults: string[][] = [];

beforeAll(async () => {
  hub = await startTestHub();
  device = await IppPrinter.start();
  admin = await hub.setUp();
  await hub.addAccount(admin, 'chuang', ['clerk'], '何小雨');
  await hub.hub.hall.execute(
    'pledge:save',
    { role: 'slogan', title: '服务理念', lines: ['为群众办好事'] },
    by,
  );
  browser = await openBrowser();
  desk = await signIn('admin', PANEL);
  phone = await signIn('chuang', PHONE);
  const { page, faults: own } = await openPage(browser, `${hub.url}/p`, PHONE);
  visitor = page;
  faults.push(own);
});

afterAll(async () => {
  await browser?.close();
  await device?.stop();
  await hub?.stop();
});

async function signIn(name: string, size: typeof PANEL): Promise<Page> {
  const { page, faults: own } = await openPage(browser, `${hub.url}/control/`, size);
  faults.push(own);
  await write(page, '用户名', name);
  await write(page, '密码', PASSWORD);
  await page.locator('form button').click();
  await page.waitForFunction(() => !document.querySelector('input[type=password]'));
  return page;
}

const go = (page: Page, path: string): Promise<unknown> =>
  page.goto(`${hub.url}/${path}`, { waitUntil: 'load' });
/** Presses a key that sends the page's form, and waits for the page that answers. */
const submit = (page: Page, name: string): Promise<unknown> =>
  Promise.all([page.waitForNavigation({ waitUntil: 'load' }), press(page, name)]);
/** The hall's clock goes on while a batch is made, so that there is a pace to tell the time left by. */
async function whileTimePasses<T>(task: () => Promise<T>): Promise<T> {
  const ticking = setInterval(() => hub.clock.pass(400), 40);
  try {
    return await task();
  } finally {
    clearInterval(ticking);
  }
}
const kept = (): Promise<string[]> => readdir(join(hub.folder, 'sheets'));
const printed = () => [...hub.hub.hall.records.all('sheet')];

test('[S15] [S18] everything that this hall must hang goes into the basket, and is still there after a reload', async () => {
  await go(desk, 'control/print');
  await seesText(desk, '选印刷件');
  await desk.select('select[aria-label="按缺项"]', 'must');
  await desk.locator('::-p-xpath(//button[contains(.,"张放入印刷篮")])').click();
  await seesText(desk, '已放入印刷篮');
  await desk.reload();
  const text = await seesText(desk, /印刷篮 \d+/);
  expect(Number(/印刷篮 (\d+)/.exec(text)?.[1])).toBeGreaterThan(10);
});

test('[S10] [S12] a batch says how far it is and how long yet, can be cancelled, and goes on', async () => {
  await whileTimePasses(async () => {
    await desk.locator('::-p-xpath(//button[contains(.,"印制 ")])').click();
    await seesText(desk, /约 \d+ (秒|分钟)/);
    await press(desk, '取消');
    await seesText(desk, /\d+ 张已取消/);
  });
  const before = printed().length;
  await press(desk, '重新印制');
  const text = await seesText(desk, /(\d+) \/ \1 张/);
  expect(text).not.toContain('已取消');
  expect(printed().length).toBeGreaterThan(before);
});

test('[S12] one that fails says why and stops nothing; mended, it is tried again', async () => {
  const { hall } = hub.hub;
  const person = { name: '王小明', unit: '社会事务办', title: '科员', party: false, leader: false };
  const saved = await hall.execute('staff:save', person, by);
  if (!saved.ok) throw new Error(saved.refused);
  const { id } = saved.value;
  const body = hall.records.get('staff', id)!;
  await go(desk, `control/print?of=desk:${id}`);
  await press(desk, '放入印刷篮');
  await seesText(desk, '印刷篮 1');
  await go(desk, 'control/print?of=contacts');
  await press(desk, '放入印刷篮');
  await hall.execute('staff:remove', { id }, by);
  await desk.locator('::-p-xpath(//button[contains(.,"印制 2 张")])').click();
  await seesText(desk, '1 张没有印成');
  await desk.locator('::-p-xpath((//button[contains(.,"逐张")])[1])').click();
  await seesText(desk, '没有这位工作人员');
  await hall.execute('staff:restore', { id, body, a: [], b: [] }, by);
  await press(desk, '重试没印成的');
  await seesText(desk, '2 / 2 张');
});

test('[S5] [S13] what is ready is downloaded whole, and shared with whoever asks for the same', async () => {
  const files = await kept();
  const head = await desk.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('a[href*="files.zip"]');
    const bytes = new Uint8Array(await (await fetch(link!.href)).arrayBuffer());
    return [bytes[0], bytes[1], bytes.length > 20_000];
  });
  expect(head).toEqual([0x50, 0x4b, true]);
  const editor = await hub.addAccount(admin, 'bianji', ['editor'], '孙编辑');
  const body = { of: { is: 'contacts' }, size: 'A3' };
  const [mine, theirs] = [
    await hub.ask<SheetMade>('/api/sheets', { body, cookie: admin }),
    await hub.ask<SheetMade>('/api/sheets', { body, cookie: editor }),
  ];
  expect(theirs.body.code).toBe(mine.body.code);
  expect(await kept()).toEqual(files);
});

test('[S3] [S6] [S14] [S16] [S19] [S20] hung by phone, out of date, printed again, hung again: the old one is down', async () => {
  const old = printed().find(({ body }) => 'of' in body && body.of.is === 'contacts')!.id;
  await go(phone, `s/${old}`);
  await seesText(phone, '还没有确认挂出');
  await write(phone, '挂在哪里', '东墙');
  const photo = join(hub.folder, 'photo.png');
  await writeFile(photo, PHOTO);
  const input = await phone.$('input[type=file]');
  await (input as NonNullable<typeof input> & { uploadFile(path: string): Promise<void> }).uploadFile(photo);
  await submit(phone, '确认已挂出');
  await seesText(phone, '何小雨于2026年11月19日确认挂在：东墙');
  const { hung } = hub.hub.hall.records.get('sheet', old) as { hung?: { photo?: string } };
  expect(hub.hub.hall.records.get('medium', hung!.photo!)).toBeDefined();

  hub.clock.pass(24 * 3_600_000);
  await hub.hub.hall.execute(
    'contact:save',
    { role: 'consult', label: '值班电话', value: '023-79001234' },
    by,
  );
  await go(visitor, `s/${old}`);
  const seen = await seesText(visitor, /已过期：内容已于2026年11月\d+日更新/);
  expect(seen).toContain('79001234');
  expect(seen).not.toContain('确认已挂出');

  await go(desk, 'control/sheets');
  const todo = await seesText(desk, /需要重印 \d+ 张/);
  expect(todo).toContain('东墙');
  await desk.locator('::-p-xpath(//button[contains(.,"张放入印刷篮")])').click();
  await desk.locator('::-p-xpath(//button[contains(.,"印制 ")])').click();
  await seesText(desk, /(\d+) \/ \1 张/);
  await go(desk, 'control/sheets');
  expect(await seesText(desk, /等着挂 \d+ 张/)).toContain('东墙');
  const fresh = printed().find(
    ({ id, body }) => id !== old && 'of' in body && body.of.is === 'contacts' && body.place === '东墙',
  )!.id;
  await go(phone, `s/${fresh}`);
  await submit(phone, '确认已挂出');
  await seesText(desk, '墙上的都是现行版');
  await go(phone, `s/${old}`);
  await seesText(phone, '登记取下');
  await go(phone, `s/${fresh}`);
  await phone.locator('summary').click();
  await submit(phone, '登记取下');
  await seesText(phone, /何小雨于\S+登记取下/);
  expect(hub.hub.hall.records.get('sheet', fresh)).toMatchObject({ down: { by: { name: '何小雨' } } });
});

test('[IP1] [IP4] [IP5] [IP8] a printer is found by its address, tells its trouble, and prints what fits it', async () => {
  await go(desk, 'control/printers');
  await press(desk, '添加文件打印机');
  await write(desk, '地址', '8.8.8.8');
  await press(desk, '查找并添加');
  await seesText(desk, '请填打印机的 IP 地址');
  await write(desk, '地址', `127.0.0.1:${device.address.port}`);
  await press(desk, '查找并添加');
  expect(await seesText(desk, '惠普 LaserJet')).toContain('A4、A3 · 黑白 · 双面');
  await go(desk, 'control/print?of=slogan');
  await press(desk, '改成 A3 拼接');
  device.state = 'stopped';
  device.reasons = ['media-jam-error'];
  await press(desk, '打印');
  await seesText(desk, '打印机卡纸');
  device.state = 'idle';
  device.reasons = ['none'];
  await seesText(desk, '印好了');
  expect(device.jobs.map(({ job }) => job['media'])).toEqual(['iso_a3_297x420mm']);
  expect(device.jobs[0]!.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('no page had an error or asked for what is not ours', () => {
  expect(faults.flat()).toEqual([]);
});
