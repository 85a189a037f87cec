import { existsSync } from 'node:fs';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { SheetSize } from '../content/model/sheet.ts';
import { airText, fitText, takeUpRunts } from './fit.ts';
import { paperOf, pixels } from './paper.ts';
import { PrintRefusal } from './refused.ts';

/** Makes files of documents. One document at a time; the rest wait in line. */
export interface Printer {
  /** One page of this paper. Throws PrintRefusal: print.too-long, print.busy, print.no-browser, print.failed. */
  pdf(html: string, size: SheetSize): Promise<Uint8Array>;
  /** The same layout as a picture `widthPx` wide. Throws as `pdf` does. */
  png(html: string, size: SheetSize, widthPx: number): Promise<Uint8Array>;
  /** Ends the browser and refuses what still waits. May be called twice. */
  close(): Promise<void>;
}

export interface PrinterOptions {
  /** Path of a Chromium or Chrome, best chromium-headless-shell; without one every job is refused. */
  executable?: string | undefined;
  log: { warn(text: string): void; error(text: string, cause?: unknown): void };
  /** Jobs that may wait, the one at work included. */
  limit?: number;
  /** Sheets after which the browser is renewed. */
  renewAfter?: number;
  /** Milliseconds after which a job is given up: a crashed page never answers, a loop never ends. */
  timeout?: number;
}

interface Press {
  browser: Browser;
  page: Page;
  /** Rejects when page or browser die: `page.pdf()` alone would hang until its time-out. */
  died: Promise<never>;
  sheets: number;
}

/** Milliseconds that a job at work, or a browser asked to end, is given. */
const PATIENCE = 3000;

const PLAIN = { width: 800, height: 600, deviceScaleFactor: 1 };

const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--font-render-hinting=none',
  // Nothing listens on the discard port: what gets past interception (sockets, prefetch) ends here.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];

export function createPrinter(options: PrinterOptions): Printer {
  return new Pressroom(options);
}

class Pressroom implements Printer {
  readonly #options: Required<Omit<PrinterOptions, 'executable'>> & Pick<PrinterOptions, 'executable'>;
  #press: Promise<Press> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #closed: Promise<void> | null = null;

  constructor(options: PrinterOptions) {
    this.#options = { limit: 12, renewAfter: 200, timeout: 30_000, ...options };
  }

  pdf(html: string, size: SheetSize): Promise<Uint8Array> {
    return this.#run(html, size, (page) =>
      page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        timeout: this.#options.timeout,
      }),
    );
  }

  png(html: string, size: SheetSize, widthPx: number): Promise<Uint8Array> {
    const width = Math.round(pixels(paperOf({ size }).width));
    const height = Math.round(pixels(paperOf({ size }).height));
    return this.#run(html, size, async (page) => {
      await page.setViewport({ width, height, deviceScaleFactor: widthPx / width });
      // Whole rows only: half a row at the foot would be filled from the top of the page.
      const clip = { x: 0, y: 0, width, height: (Math.floor((height * widthPx) / width) * width) / widthPx };
      const picture = await page.screenshot({ type: 'png', captureBeyondViewport: false, clip });
      // Text is always fitted at the same scale, so that picture and PDF break their lines alike.
      await page.setViewport(PLAIN);
      return picture;
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish();
    return this.#closed;
  }

  /** The job at work may end by itself for a while; then its browser is taken away, and it is refused. */
  async #finish(): Promise<void> {
    const last = this.#last.catch(() => {});
    await Promise.race([last, new Promise((done) => setTimeout(done, PATIENCE).unref())]);
    await this.#endPress();
    await last;
  }

  /** Lets jobs in one after the other; a job that its browser died under is tried once more. */
  async #run(html: string, size: SheetSize, make: (page: Page) => Promise<Uint8Array>): Promise<Uint8Array> {
    if (this.#closed) throw new PrintRefusal('hub.closing');
    const { executable } = this.#options;
    if (!executable || !existsSync(executable)) throw new PrintRefusal('print.no-browser');
    if (this.#waiting >= this.#options.limit) throw new PrintRefusal('print.busy', { place: this.#waiting });
    this.#waiting++;
    const job = this.#last
      .catch(() => {})
      .then(() =>
        this.#print(html, size, make).catch((cause) =>
          this.#retry(cause, () => this.#print(html, size, make)),
        ),
      )
      .finally(() => this.#waiting--);
    this.#last = job;
    return job;
  }

  async #retry(cause: unknown, again: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (cause instanceof PrintRefusal) throw cause;
    this.#options.log.warn(`The printing browser failed and is started again: ${String(cause)}`);
    await this.#endPress();
    try {
      return await again();
    } catch (second) {
      if (second instanceof PrintRefusal) throw second;
      this.#options.log.error('A sheet could not be rendered', second);
      await this.#endPress();
      throw new PrintRefusal('print.failed', {}, second);
    }
  }

  async #print(
    html: string,
    size: SheetSize,
    make: (page: Page) => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    if (this.#closed) throw new PrintRefusal('hub.closing');
    const press = await this.#openPress();
    const work = async () => {
      await press.page.setContent(html, { waitUntil: 'load', timeout: this.#options.timeout });
      await press.page.evaluate(() => document.fonts.ready.then(() => undefined));
      if ((await press.page.evaluate(fitText)) === null) throw new PrintRefusal('print.too-long', { size });
      await press.page.evaluate(takeUpRunts);
      await press.page.evaluate(airText);
      return make(press.page);
    };
    const working = work();
    // When the page dies first, the work may fail later with nobody listening.
    working.catch(() => {});
    const file = await Promise.race([working, press.died]);
    press.sheets++;
    if (press.sheets >= this.#options.renewAfter) await this.#endPress();
    return file;
  }

  #openPress(): Promise<Press> {
    if (!this.#press) {
      const opening = startPress(this.#options.executable!, this.#options.timeout);
      this.#press = opening;
      opening.catch(() => {
        if (this.#press === opening) this.#press = null;
      });
    }
    return this.#press;
  }

  async #endPress(): Promise<void> {
    const opening = this.#press;
    this.#press = null;
    const press = await opening?.catch(() => null);
    if (!press) return;
    const closing = press.browser.close().then(
      () => true,
      () => false,
    );
    const late = new Promise<false>((done) => setTimeout(done, PATIENCE, false).unref());
    if (!(await Promise.race([closing, late]))) killBrowser(press.browser);
  }
}

/** Debian's Chromium is a shell script that starts the browser, so the whole group is ended. */
function killBrowser(browser: Browser): void {
  const child = browser.process();
  if (!child?.pid) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}

async function startPress(executable: string, timeout: number): Promise<Press> {
  const browser = await startBrowser(executable, timeout);
  try {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport(PLAIN);
    await page.emulateMediaType('print');
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().startsWith('data:')) void request.continue().catch(() => {});
      // "No content" leaves the document standing, where an aborted navigation would put an error page.
      else if (request.isNavigationRequest()) void request.respond({ status: 204 }).catch(() => {});
      else void request.abort('blockedbyclient').catch(() => {});
    });
    const died = new Promise<never>((_, reject) => {
      page.once('error', (error) => reject(error));
      browser.once('disconnected', () => reject(new Error('The printing browser ended')));
    });
    died.catch(() => {});
    return { browser, page, died, sheets: 0 };
  } catch (error) {
    await browser.close().catch(() => {});
    throw error;
  }
}

/** The sandbox cannot be had as root; the documents are ours, run no scripts and reach no network. */
async function startBrowser(executable: string, timeout: number): Promise<Browser> {
  const root = process.getuid?.() === 0;
  const shell = /headless[-_]shell/.test(executable);
  const start = (sandbox: boolean) =>
    launch({
      executablePath: executable,
      headless: shell ? 'shell' : true,
      args: sandbox ? FLAGS : [...FLAGS, '--no-sandbox'],
      protocolTimeout: timeout,
      timeout,
      // Signals belong to server/main.ts, which closes the printer.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  if (root) return start(false);
  // Some systems forbid the sandbox to other users too (user namespaces switched off).
  return start(true).catch(() => start(false));
}
