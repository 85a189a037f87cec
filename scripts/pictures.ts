// `npm run pictures`: the pictures of the README, taken from a running demo hub in a real Chromium.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../templates/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = process.argv[2] ?? join(root, 'docs/pictures');

interface Demo {
  url: string;
  password: string;
  stop: () => Promise<void>;
}

/** The demo hub on a free port, with the password of this start. */
async function startDemo(): Promise<Demo> {
  const data = await mkdtemp(join(tmpdir(), 'mingting-pictures-'));
  const hub = spawn(
    process.execPath,
    ['server/main.ts', '--demo', '--data', data, '--port', '0', '--host', '127.0.0.1', '--lang', 'zh'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  await new Promise<void>((resolve, reject) => {
    hub.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl+C')) resolve();
    });
    hub.on('exit', () => reject(new Error(`the demo did not start:\n${said}`)));
  });
  const stop = async () => {
    hub.removeAllListeners('exit');
    const ended = new Promise((resolve) => hub.on('exit', resolve));
    hub.kill();
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { url: said.match(/http:\S+?(?=\/control)/)![0], password: said.match(/：(\S{8})\n/)![1]!, stop };
}

async function openAt(
  browser: Browser,
  url: string,
  width: number,
  height: number,
  scale = 1,
): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.goto(url, { waitUntil: 'networkidle2' });
  return page;
}

async function shoot(
  page: Page,
  name: string,
  clip?: { x: number; y: number; width: number; height: number },
) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Lets what slides in come to rest.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await page.screenshot({ path: join(out, `${name}.png`) as `${string}.png`, ...(clip ? { clip } : {}) });
  console.log(`${name}.png`);
}

const post = (page: Page, path: string, body: unknown) =>
  page.evaluate(
    async (path, body) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return answer.json();
    },
    path,
    body,
  );

async function signIn(
  browser: Browser,
  { url, password }: Demo,
  name: string,
  width: number,
  height: number,
) {
  const page = await openAt(browser, `${url}/control/`, width, height);
  await post(page, '/api/sign-in', { name, password });
  await page.goto(`${url}/control/`, { waitUntil: 'networkidle2' });
  return page;
}

/** A screen of this size, paired by the admin. */
async function pairScreen(
  browser: Browser,
  demo: Demo,
  admin: Page,
  scene: object,
  width: number,
  height: number,
) {
  const page = await openAt(browser, `${demo.url}/display`, width, height);
  await page.waitForFunction(() => /\d{3}\s*\d{3}/.test(document.body.innerText));
  const text = await page.evaluate(() => document.body.innerText);
  const code = text
    .match(/(\d{3})\s*(\d{3})/)!
    .slice(1)
    .join('');
  await post(admin, '/api/screens/pair', {
    code,
    name: `${width}×${height}`,
    scene,
    diagonal: 43,
    distance: 6,
    sound: false,
  });
  await page.waitForFunction(() => !/\d{3}\s\d{3}/.test(document.body.innerText));
  return page;
}

/** The demo's calls were made just now: the board tells them one after another, and each pulses for three seconds. */
async function callsTold(board: Page): Promise<void> {
  await board.waitForFunction(() => document.querySelector('.number')?.textContent === 'B003', {
    timeout: 60_000,
  });
  await new Promise((resolve) => setTimeout(resolve, 3500));
}

async function take(browser: Browser, demo: Demo): Promise<void> {
  const admin = await signIn(browser, demo, 'admin', 1440, 900);
  await shoot(admin, 'panel-overview');
  const wide = await pairScreen(browser, demo, admin, { is: 'board' }, 1920, 1080);
  await callsTold(wide);
  await shoot(wide, 'board');
  const upright = await pairScreen(browser, demo, admin, { is: 'board' }, 1080, 1920);
  await callsTold(upright);
  await shoot(upright, 'board-upright');
  const clerk = await signIn(browser, demo, 'chuang2', 1440, 900);
  await shoot(clerk, 'panel-caller');
  await shoot(await openAt(browser, `${demo.url}/p`, 390, 844, 2), 'phone');
  await takeSheet(browser, demo, admin);
  await takeSign(demo, admin);
}

/** The sign of window 2 as the panel shows it: every dot of the LED as a dot. */
async function takeSign({ url }: Demo, admin: Page): Promise<void> {
  await admin.goto(`${url}/control/pair`, { waitUntil: 'networkidle2' });
  await admin.locator('::-p-aria([name="窗口屏"])').click();
  const choice = (await admin.waitForSelector('::-p-aria([name="哪个窗口"])'))!;
  const value = await choice.evaluate(
    (select) => [...(select as HTMLSelectElement).options].find(({ text }) => text.startsWith('2 '))!.value,
  );
  await choice.select(value);
  const canvas = (await admin.waitForSelector('form canvas'))!;
  await new Promise((resolve) => setTimeout(resolve, 4000));
  await canvas.screenshot({ path: join(out, 'sign.png') as `${string}.png` });
  console.log('sign.png');
}

/** The first rule as an A3 sheet, as its preview shows it. */
async function takeSheet(browser: Browser, demo: Demo, admin: Page): Promise<void> {
  const home = await openAt(browser, `${demo.url}/p`, 390, 844);
  const rule = await home.evaluate(() =>
    document.querySelector('a[href^="/p/rules/"]')!.getAttribute('href')!.split('/').pop()!,
  );
  const picture = await admin.evaluate(async (rule) => {
    const answer = await fetch(`/api/sheets/preview.png?record=${rule}&size=A3`);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, rule);
  await writeFile(join(out, 'sheet.png'), Uint8Array.from(picture));
  console.log('sheet.png');
}

await mkdir(out, { recursive: true });
const demo = await startDemo();
const browser = await puppeteer.launch({
  executablePath: findBrowser('page', process.env)!,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  await take(browser, demo);
} finally {
  await browser.close();
  await demo.stop();
}
