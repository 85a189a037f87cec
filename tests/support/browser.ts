import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../templates/browser.mjs';

export interface BrowserOptions {
  profile?: string;
  /** Whether sound may play without a click, as the start script of a screen allows it. */
  autoplay?: boolean;
  /** Further flags. */
  more?: readonly string[];
}

/** A real Chromium, as a hall's PC starts it for a screen: sound may play without a click. */
export async function openBrowser({
  profile,
  autoplay = true,
  more = [],
}: BrowserOptions = {}): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findBrowser('page', process.env)!,
    headless: true,
    ...(profile ? { userDataDir: profile } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--autoplay-policy=${autoplay ? 'no-user-gesture-required' : 'document-user-activation-required'}`,
      ...more,
    ],
  });
}

/** A page of a given size whose script errors and blocked resources are remembered: a test asks that there were none. */
export async function openPage(
  browser: Browser,
  url: string,
  size: { width: number; height: number } = { width: 1920, height: 1080 },
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|trusted type/i.test(message.text())) faults.push(message.text());
  });
  await page.setViewport(size);
  await page.goto(url, { waitUntil: 'load' });
  return { page, faults };
}

/** Waits until the page's text fits; says what it was when it does not come. */
export async function seesText(page: Page, pattern: RegExp | string): Promise<string> {
  const source =
    typeof pattern === 'string' ? pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : pattern.source;
  try {
    await page.waitForFunction(
      (text) => new RegExp(text, 's').test(document.body.innerText),
      { timeout: 30_000 },
      source,
    );
  } catch (error) {
    const text = await page.evaluate(() => document.body.innerText);
    throw new Error(`the page at ${page.url()} never said ${source}; it says:\n${text}`, { cause: error });
  }
  return page.evaluate(() => document.body.innerText);
}

/** Presses what a person would call `name`: a button, a link, a choice. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"])`).setTimeout(20_000).click();
}

/** Writes into the field of this label, in place of what stood there. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  const field = page.locator(`::-p-aria([name="${label}"])`).setTimeout(20_000);
  await field.click({ count: 3 });
  await field.fill(text);
}
