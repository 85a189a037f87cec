import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, press, seesText, write } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { PASSWORD } from '../support/hub.ts';
import { Person } from '../support/person.ts';
import { HubProcess, Process } from '../support/process.ts';

let folder: string;
let hub: HubProcess;
let browser: Browser;
const faults: string[][] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-walk-'));
  hub = await HubProcess.start(join(folder, 'data'));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

async function open(path: string, width = 1440, height = 900): Promise<Page> {
  const { page, faults: own } = await openPage(browser, hub.url + path, { width, height });
  faults.push(own);
  return page;
}

async function signIn(name: string): Promise<Page> {
  const page = await open('/control/');
  await write(page, '用户名', name);
  await write(page, '密码', PASSWORD);
  await page.locator('form button').click();
  return page;
}

/** Reads the six digits off a fresh screen and pairs it in the panel, as a person does. */
async function pair(
  admin: Page,
  name: string,
  choose: (admin: Page) => Promise<void>,
  size: { width: number; height: number },
): Promise<Page> {
  const screen = await open('/display', size.width, size.height);
  const text = await seesText(screen, /\d{3}\s*\d{3}/);
  await admin.goto(`${hub.url}/control/screens`);
  await press(admin, '添加屏幕');
  await press(admin, '第 1 位');
  await admin.keyboard.type(
    text
      .match(/(\d{3})\s*(\d{3})/)!
      .slice(1)
      .join(''),
  );
  await write(admin, '名称', name);
  await choose(admin);
  await admin.locator('form button.primary').click();
  await seesText(admin, `已添加“${name}”`);
  return screen;
}

/** Presses a key of the caller and waits for the hub's answer: until then the page takes no other key. */
async function key(name: 'Enter' | 'r' | 's' | 'f' | 'p', told: string): Promise<void> {
  await clerk.keyboard.press(name);
  await seesText(clerk, told);
}

/** How many dots of the sign are lit: changes with what it says. */
function dots(sign: Page): Promise<number> {
  return sign.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let lit = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! > 100) lit++;
    return lit;
  });
}

const size = { width: 1920, height: 1080 };
let admin: Page;
let clerk: Page;
let board: Page;
let sign: Page;

test('six questions make a hall, and its name stands on the page as it will hang on the door', async () => {
  admin = await open(`/setup?code=${hub.setupCode}`);
  await write(admin, '乡镇名', '白石镇');
  await seesText(admin, '白石镇公共服务中心');
  for (const day of ['周六', '周日']) await press(admin, day);
  await write(admin, '监督投诉电话', '023-79000001');
  await write(admin, '姓名', '周明远');
  await write(admin, '用户名', 'admin');
  for (const field of await admin.$$('input[type=password]')) await field.type(PASSWORD);
  await press(admin, '建立本中心');
  await seesText(admin, '白石镇公共服务中心已经建好');
});

test('six digits make a page the hall board, and another the sign of window 2', async () => {
  board = await pair(admin, '大厅主屏', async () => {}, size);
  const text = await seesText(board, '白石镇公共服务中心');
  expect(text).toContain('023-79000001');
  expect(text).toContain('12345');
  sign = await pair(
    admin,
    '二号窗口屏',
    async () => {
      await press(admin, '窗口屏');
      const window = await admin.waitForSelector('::-p-aria([name="哪个窗口"])');
      const value = await window!.evaluate(
        (select) =>
          [...(select as HTMLSelectElement).options].find(({ text }) => text.startsWith('2 '))!.value,
      );
      await window!.select(value);
    },
    { width: 192, height: 32 },
  );
  // A canvas is 300 by 150 until it is drawn.
  await sign.waitForSelector('canvas:not([width="300"])[width]');
  const canvas = await sign.$eval('canvas', ({ width, height }) => ({ width, height }));
  expect(canvas).toEqual({ width: 192, height: 32 });
  await sign.waitForFunction(() =>
    document
      .querySelector('canvas')!
      .getContext('2d')!
      .getImageData(0, 0, 192, 32)
      .data.some((byte, at) => at % 4 === 0 && byte > 100),
  );
});

test('a clerk takes a window, calls, recalls, passes, finishes and pauses; board, sign and the other panel show it', async () => {
  await admin.goto(`${hub.url}/control/accounts`);
  await press(admin, '添加账户');
  await write(admin, '姓名', '陈建华');
  await write(admin, '用户名', 'chen');
  const dialog = (await admin.waitForSelector('dialog[open]'))!;
  for (const field of await dialog.$$('input[type=password]')) await field.type(PASSWORD);
  const box = (await dialog.$('input[type=checkbox][value=clerk]'))!;
  if (!(await box.evaluate((input) => (input as HTMLInputElement).checked))) await box.click();
  await (await dialog.$('button[type=submit]'))!.click();
  await admin.waitForSelector('dialog', { hidden: true });
  await seesText(admin, '陈建华');

  clerk = await signIn('chen');
  await seesText(clerk, '请选择您今天值守的窗口');
  await (await clerk.waitForSelector('li:nth-child(2) button'))!.click();
  await seesText(clerk, '顺呼');
  const empty = await dots(sign);
  await clerk.keyboard.press('Enter');
  await seesText(clerk, '现在没有人在等候');

  await admin.goto(`${hub.url}/control/desk`);
  for (let at = 1; at <= 3; at++) {
    await admin.locator('::-p-text(社会保障)').click();
    // The hub goes by the real clock, and a set-up hall by its standard's hours: it may be night.
    const text = await seesText(admin, new RegExp(`B00${at}|仍然取号`));
    if (!text.includes(`B00${at}`)) await press(admin, '仍然取号');
    await seesText(admin, `B00${at}`);
  }
  await seesText(clerk, '等候 3 人');
  await key('Enter', '已呼叫 B001');
  await seesText(board, /B001.*2.*号窗口/);
  await sign.waitForFunction(
    (before) => {
      const data = document.querySelector('canvas')!.getContext('2d')!.getImageData(0, 0, 192, 32).data;
      let lit = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! > 100) lit++;
      return lit > 0 && lit !== before;
    },
    {},
    empty,
  );
  await admin.goto(`${hub.url}/control/overview`);
  await seesText(admin, 'B001');

  await key('r', '已重呼');
  await seesText(clerk, '第 2 次');
  await key('p', '已过号');
  await seesText(board, /过号\s*B001/);
  await key('Enter', '已呼叫 B002');
  await seesText(board, /B002.*号窗口/);
  await key('s', '已开始办理');
  await seesText(clerk, '正在办理');
  await key('f', '已办结');
  await seesText(clerk, '空闲');

  await press(clerk, '暂停');
  await seesText(clerk, '原因');
  await (await clerk.waitForSelector('dialog[open] button[type=submit]'))!.click();
  await seesText(clerk, '恢复服务');
  await admin.goto(`${hub.url}/control/overview`);
  await seesText(admin, '暂停服务');
});

test('a notice appears on the board when it is posted and leaves when it is withdrawn, without a reload', async () => {
  await board.evaluate(() => Object.assign(window, { neverReloaded: true }));
  await admin.goto(`${hub.url}/control/notices`);
  await press(admin, '新公告');
  await write(admin, '标题', '赶场日延时服务');
  await write(admin, '正文', '赶场日中午不休息，下午延长到18:00。');
  // Somebody who looks something up in between finds the half-written notice again.
  await admin.goto(`${hub.url}/control/overview`);
  await admin.goto(`${hub.url}/control/notices/new`);
  await seesText(admin, '已恢复上次没有写完的内容');
  await press(admin, '发布');
  await seesText(board, '赶场日延时服务');
  await admin.goto(`${hub.url}/control/notices`);
  await press(admin, '撤回');
  await (await admin.waitForSelector('dialog[open] button[type=submit]'))!.click();
  await board.waitForFunction(() => !document.body.innerText.includes('赶场日延时服务'));
  expect(await board.evaluate(() => 'neverReloaded' in window)).toBe(true);
});

test('a notice comes when it is due and goes when it is over, by itself', async () => {
  const person = new Person(hub.url);
  await person.must('/api/sign-in', { name: 'admin', password: PASSWORD });
  const panel = new Client(hub.url, { page: 'control' }, { cookie: person.cookie });
  await panel.next('state:replaced');
  const now = Date.now();
  const title = '今晚停电通知';
  const times = { from: now + 4_000, until: now + 9_000 };
  const saved = await panel.give('notice:save', { title, text: '今晚停电。', category: 'general', ...times });
  panel.close();
  expect(saved).toMatchObject({ ok: true });
  const shows = (there: boolean) =>
    board.waitForFunction(
      (text, there) => document.body.innerText.includes(text) === there,
      {},
      title,
      there,
    );
  await shows(false);
  await shows(true);
  expect(Date.now()).toBeGreaterThanOrEqual(times.from);
  await shows(false);
  expect(Date.now()).toBeGreaterThanOrEqual(times.until);
  expect(await board.evaluate(() => 'neverReloaded' in window)).toBe(true);
});

const official = [
  '青溪县镇村两级政务服务中心\n建设方案\n\n青溪县人民政府办公室\n2026年3月2日\n\n附件：1.首问首接制度\n\n附件1\n首问首接制度\n\n',
  '一、群众来办事，第一位接待的工作人员就是首问责任人。\n二、首问责任人一次讲清、一办到底。\n',
].join('');

test('an official notice is imported in the panel and on the command line, hangs on the wall and opens on a phone', async () => {
  const file = join(folder, '方案.txt');
  await writeFile(file, official);
  await admin.goto(`${hub.url}/control/import`);
  const input = (await admin.waitForSelector('input[type=file]'))! as unknown as {
    uploadFile(path: string): Promise<void>;
  };
  await input.uploadFile(file);
  await seesText(admin, '找到 1 项制度');
  await press(admin, '采用所选 1 项');
  await seesText(admin, '已采用 1 项制度');
  await press(admin, '首问首接制度');
  await seesText(admin, '首问责任人一次讲清、一办到底');
  await admin.waitForSelector('aside img', { timeout: 60_000 });

  const rule = new URL(admin.url()).pathname.split('/').pop()!;
  const made = await admin.evaluate(async (record) => {
    const answer = await fetch('/api/sheets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ of: { is: 'rule', rule: record }, size: 'A3' }),
    });
    const { code, pdf } = (await answer.json()) as { code: string; pdf: string };
    const bytes = new Uint8Array(await (await fetch(pdf)).arrayBuffer());
    return { code, head: String.fromCharCode(...bytes.slice(0, 5)) };
  }, rule);
  expect(made.head).toBe('%PDF-');
  const phone = await open(`/s/${made.code}`, 390, 844);
  const text = await seesText(phone, /一、\s*群众来办事，第一位接待的工作人员就是首问责任人。/);
  expect(text).toContain('现行版本');

  // The same notice in other words, from the command line of the hub's own computer.
  await writeFile(file, official.replace('一次讲清、一办到底', '一次讲清、办到底'));
  const words = ['server/importer/cli.ts', file, '--take', '首问首接制度', '--data', hub.data];
  const cli = new Process(words);
  expect(await cli.ended(), cli.err).toBe(0);
  await phone.reload();
  expect(await seesText(phone, '一次讲清、办到底')).toContain('已过期');
});

test('no page met a script error or broke its content policy', () => {
  expect(faults.flat()).toEqual([]);
});
