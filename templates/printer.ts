import { existsSync } from 'node:fs';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { fillContents, readPages } from './contents.ts';
import { POLICY } from './document.ts';
import { fitSheet, type Fitted } from './fit.ts';
import { finishPdf, needsFinish } from './finish.ts';
import { Line } from './line.ts';
import { packPdf } from './pack.ts';
import { pixels } from './paper.ts';
import { PrintRefusal } from './refused.ts';
import type { SheetDocument } from './sheetdocument.ts';

/** Makes files of documents, two at a time; the rest wait in line. */
export interface Printer {
  /**
   * The sheet as PDF, with bleed, in tiles or several on a page as its layout asks. Throws PrintRefusal:
   * print.too-long, print.busy, print.no-browser, print.failed.
   */
  pdf(sheet: SheetDocument): Promise<Uint8Array>;
  /** The same layout as a picture of its first page `widthPx` wide. Throws as `pdf` does. */
  png(sheet: SheetDocument, widthPx: number): Promise<Uint8Array>;
  /** Process of the browser while there is one. */
  readonly pid: number | undefined;
  /** Ends the browser and refuses what still waits. May be called twice. */
  close(): Promise<void>;
}

export interface PrinterOptions {
  /** Path of a Chromium or Chrome, best chromium-headless-shell; without one every job is refused. */
  executable?: string | undefined;
  log: { warn(text: string): void; error(text: string, cause?: unknown): void };
  /** Jobs that may wait, those at work included. */
  limit?: number;
  /** Documents at work at once: pages of the one browser. */
  pages?: number;
  /** Sheets after which the browser is renewed. */
  renewAfter?: number;
  /** Milliseconds after which a job is given up: a crashed page never answers, a loop never ends. */
  timeout?: number;
}

/** A page, and a line of its own to it. */
interface Plate {
  page: Page;
  line: CDPSession;
  frame: string;
}

/** A running browser, and its pages that nobody uses at the moment. */
interface Press {
  browser: Browser;
  free: Plate[];
  busy: number;
  sheets: number;
  /** Takes no new work; ends with the last it has. */
  spent: boolean;
  /** Rejects when the browser dies. */
  died: Promise<never>;
}

const FIT = `(${fitSheet.toString()})()`;

/** Milliseconds that a job at work, or a browser asked to end, is given. */
const PATIENCE = 3000;

/** Documents have the size of their paper; what the page itself would show of them nobody sees, but it is drawn. */
const PLAIN = { width: 16, height: 16, deviceScaleFactor: 1 };

const UNSEEN = '<style>@media screen{body{content-visibility:hidden}}</style>';

const PRINT = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
  transferMode: 'ReturnAsBase64',
} as const;

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
  readonly #line: Line;
  #press: Promise<Press> | null = null;
  #closed: Promise<void> | null = null;
  pid: number | undefined;

  constructor(options: PrinterOptions) {
    this.#options = { limit: 12, pages: 2, renewAfter: 400, timeout: 30_000, ...options };
    this.#line = new Line(this.#options.pages, this.#options.limit);
  }

  async pdf(sheet: SheetDocument): Promise<Uint8Array> {
    // `page.pdf()` asks for the fonts once more and fetches the file in pieces; this is one question, one answer.
    const pdf = await this.#run(sheet, async ({ line, page }) => {
      const draw = async () => Buffer.from((await line.send('Page.printToPDF', PRINT)).data, 'base64');
      const file = await draw();
      if (!sheet.contents) return file;
      // Only the file tells on which page a part begins; its number takes the room that was kept for it.
      await page.evaluate(fillContents, await readPages(file));
      return draw();
    });
    return needsFinish(sheet) ? finishPdf(pdf, sheet) : packPdf(pdf);
  }

  png(sheet: SheetDocument, widthPx: number): Promise<Uint8Array> {
    const width = Math.round(pixels(sheet.width + 2 * sheet.bled));
    const height = Math.round(pixels(sheet.height + 2 * sheet.bled));
    return this.#run(sheet, async ({ page }) => {
      await page.emulateMediaType('print');
      await page.setViewport({ width, height, deviceScaleFactor: widthPx / width });
      if (sheet.over) await page.evaluate(padPage, sheet.over);
      // Whole rows only: half a row at the foot would be filled from the top of the page.
      const clip = { x: 0, y: 0, width, height: (Math.floor((height * widthPx) / width) * width) / widthPx };
      const picture = await page.screenshot({ type: 'png', captureBeyondViewport: false, clip });
      // Text is always fitted at the same scale, so that picture and PDF break their lines alike.
      await page.setViewport(PLAIN);
      await page.emulateMediaType();
      return picture;
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish();
    return this.#closed;
  }

  /** Jobs at work may end by themselves for a while; then their browser is taken away, and they are refused. */
  async #finish(): Promise<void> {
    const done = this.#line.close();
    await Promise.race([done, new Promise((late) => setTimeout(late, PATIENCE).unref())]);
    const press = await this.#press?.catch(() => null);
    if (press) await this.#endPress(press);
    await done;
  }

  /** Lets jobs in as places come free; a job that its browser died under is tried once more. */
  async #run(sheet: SheetDocument, make: (plate: Plate) => Promise<Uint8Array>): Promise<Uint8Array> {
    if (this.#closed) throw new PrintRefusal('hub.closing');
    const { executable } = this.#options;
    if (!executable || !existsSync(executable)) throw new PrintRefusal('print.no-browser');
    return this.#line.run(() =>
      this.#print(sheet, make).catch((cause) => this.#retry(cause, () => this.#print(sheet, make))),
    );
  }

  async #retry(cause: unknown, again: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (cause instanceof PrintRefusal) throw cause;
    this.#options.log.warn(`The printing browser failed and is started again: ${String(cause)}`);
    try {
      return await again();
    } catch (second) {
      if (second instanceof PrintRefusal) throw second;
      this.#options.log.error('A sheet could not be rendered', second);
      throw new PrintRefusal('print.failed', {}, second);
    }
  }

  async #print(sheet: SheetDocument, make: (plate: Plate) => Promise<Uint8Array>): Promise<Uint8Array> {
    if (this.#closed) throw new PrintRefusal('hub.closing');
    const press = await this.#openPress();
    press.busy++;
    try {
      return await this.#printOn(press, sheet, make);
    } catch (error) {
      // Whatever went wrong but a text too long, this browser is not trusted with another sheet.
      if (!(error instanceof PrintRefusal)) await this.#endPress(press);
      throw error;
    } finally {
      press.busy--;
      press.sheets++;
      if (press.sheets >= this.#options.renewAfter) this.#retire(press);
      if (press.spent && press.busy === 0) await this.#endPress(press);
    }
  }

  async #printOn(
    press: Press,
    sheet: SheetDocument,
    make: (plate: Plate) => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    const work = async () => {
      const plate = press.free.pop() ?? (await openPage(press.browser));
      const { page } = plate;
      // `page.pdf()` alone would hang until its time-out when the page crashes.
      let crash: (error: Error) => void = () => {};
      const crashed = new Promise<never>((_, reject) => (crash = reject));
      crashed.catch(() => {});
      page.once('error', crash);
      const printing = async () => {
        const fitted = await setDocument(plate, sheet.html);
        if (!fitted) throw new PrintRefusal('print.too-long', { size: sheet.size });
        return make(plate);
      };
      try {
        const working = printing();
        working.catch(() => {});
        return await Promise.race([working, crashed]);
      } finally {
        page.off('error', crash);
        press.free.push(plate);
      }
    };
    const working = work();
    // When the browser dies first, the work may fail later with nobody listening.
    working.catch(() => {});
    return Promise.race([working, press.died]);
  }

  #openPress(): Promise<Press> {
    if (!this.#press) {
      const opening = startPress(this.#options.executable!, this.#options.timeout);
      this.#press = opening;
      opening.then(
        (press) => {
          this.pid = press.browser.process()?.pid;
          press.died.catch(() => this.#retire(press));
        },
        () => (this.#press = null),
      );
    }
    return this.#press;
  }

  /** New work gets a new browser. */
  #retire(press: Press): void {
    if (press.spent) return;
    press.spent = true;
    this.#press = null;
  }

  async #endPress(press: Press): Promise<void> {
    this.#retire(press);
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
    const died = new Promise<never>((_, reject) => {
      browser.once('disconnected', () => reject(new Error('The printing browser ended')));
    });
    died.catch(() => {});
    return { browser, free: [await openPage(browser)], busy: 0, sheets: 0, spent: false, died };
  } catch (error) {
    await browser.close().catch(() => {});
    throw error;
  }
}

/**
 * A page without scripts and without a network. It serves one document after the other: a context of its own for
 * each cost 80 ms here, thrice the sheet itself, and documents that run nothing and keep nothing leave nothing behind.
 */
async function openPage(browser: Browser): Promise<Plate> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport(PLAIN);
  const line = await page.createCDPSession();
  // Only what would leave the document is asked about: fonts inside it (data:) would cross the line twice more.
  line.on('Fetch.requestPaused', ({ requestId, resourceType }) => {
    const answer =
      resourceType === 'Document'
        ? // "No content" leaves the document standing, where an aborted navigation would put an error page.
          line.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
        : line.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    answer.catch(() => {});
  });
  await line.send('Fetch.enable', {
    patterns: ['http://*', 'https://*', 'ws*', 'file:*', 'ftp:*'].map((urlPattern) => ({ urlPattern })),
  });
  const { frameTree } = await line.send('Page.getFrameTree');
  const frame = frameTree.frame.id;
  // Policies add up over the documents of a page, and each is asked about everything: one is enough for all.
  await line.send('Page.setDocumentContent', { frameId: frame, html: `<!doctype html>${POLICY}` });
  return { page, line, frame };
}

/**
 * Writes a document into a page and fits it, in one turn. Only paper shows it: a page on a screen would be laid out
 * before its fonts are there, and drawn, for nobody. Null when it does not fit.
 */
async function setDocument({ line, frame }: Plate, html: string): Promise<Fitted | null> {
  const hidden = html.replace(POLICY, UNSEEN);
  const [, answer] = await Promise.all([
    line.send('Page.setDocumentContent', { frameId: frame, html: hidden }),
    line.send('Runtime.evaluate', { expression: FIT, awaitPromise: true, returnByValue: true }),
  ]);
  if (answer.exceptionDetails)
    throw new Error(answer.exceptionDetails.exception?.description ?? 'The fit failed');
  return answer.result.value as Fitted | null;
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
      pipe: true,
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

/** Runs inside the page: what runs over pages has its margins from the pages, of which a picture has none. */
function padPage(padding: string): void {
  const sheet = document.querySelector<HTMLElement>('.sheet.over');
  if (sheet) sheet.style.padding = padding;
}
