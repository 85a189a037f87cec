import { launch, type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../templates/browser.mjs';
import { fitSheet } from '../../templates/fit.ts';
import { createPrinter, renderSheet, type Printer, type SheetDress } from '../../templates/index.ts';
import { kept } from '../support/hall.ts';
import { fullItem } from '../support/items.ts';
import { dressOf, printedHall } from '../templates/hall.ts';
import { articles, makeRule, makeSheet } from '../templates/samples.ts';
import { median, printTable, short, spread } from './figures.ts';
import { memoryOfTree, workOfTree } from './tree.ts';

const sentence = '工作人员应当熟悉业务，热情接待，一次性告知所需材料，在承诺时限内办结，并主动接受群众监督。';
const by = { id: 'chen', name: '陈管理' };

/** Every sheet of a bench says something of its own in usual characters, as a hall's do: no subset is there before. */
function mark(turn: number): string {
  const cells = [turn * 37, turn * 91].map((at) => [0xb0 + (Math.floor(at / 94) % 39), 0xa1 + (at % 94)]);
  return new TextDecoder('gb18030').decode(Uint8Array.from(cells.flat()));
}

const guide = (turn: number): SheetDress => {
  const records = printedHall();
  const name = `${fullItem.name}${mark(turn)}`;
  // A flow chart of its own too: those that were placed before are remembered.
  const steps = fullItem.steps.map((step, index) => (index ? step : { ...step, name }));
  records.apply([kept('item', 'i', { ...fullItem, name, steps, savedBy: by, savedAt: 0 })]);
  return dressOf(records, { is: 'guide', item: 'i' }, { size: 'A4' });
};
const rule = (turn: number): SheetDress =>
  makeSheet(makeRule(articles(mark(turn), ...Array.from({ length: 6 }, () => sentence.repeat(3)))), 'A1');

/**
 * Sheets from record to PDF beside bare limits of the same run: `setContent` and `page.pdf` of the same documents, fitted
 * already, on one page of a warm browser; and a browser started for each, the headless shell and a whole Chromium. Then
 * a batch of a hundred, and what the browser takes.
 */
export async function benchPrint(times = 20): Promise<void> {
  const executablePath = findBrowser('print', process.env);
  if (!executablePath) {
    console.log('\nprint: no Chromium here, nothing measured');
    return;
  }
  const printer = createPrinter({
    executable: executablePath,
    log: console,
    limit: 1000,
    renewAfter: 10_000,
  });
  const start = (path = executablePath) =>
    launch({
      executablePath: path,
      headless: /headless[-_]shell/.test(path) ? 'shell' : true,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  const whole = findBrowser('page', process.env) ?? executablePath;
  const browser = await start();
  try {
    const rows: string[][] = [];
    for (const [name, make] of [
      ['A4 guide', guide],
      ['A1 rule', rule],
    ] as const)
      rows.push(await benchSheet(name, make, times, printer, browser, [() => start(), () => start(whole)]));
    printTable(
      'One sheet as PDF, median / p95 in ms',
      [
        'sheet',
        'bare page.pdf, warm',
        'a headless shell for each',
        'a Chromium for each',
        'ours: render, fit, PDF',
        'ours ÷ bare',
        'work of all processes, ours ÷ bare, ms',
        'shell ÷ ours',
        'Chromium ÷ ours',
        'bytes',
      ],
      rows,
    );
    await benchBatch(Math.max(4, times * 5), printer, browser);
  } finally {
    await Promise.all([browser.close(), printer.close()]);
  }
}

async function benchSheet(
  name: string,
  make: (turn: number) => SheetDress,
  times: number,
  printer: Printer,
  browser: Browser,
  starts: readonly (() => Promise<Browser>)[],
): Promise<string[]> {
  const page = await browser.newPage();
  const bare: number[] = [];
  const ours: number[] = [];
  const each: number[][] = starts.map(() => []);
  let bytes = 0;
  const work = { bare: 0, ours: 0 };
  for (let turn = -3; turn < times; turn++) {
    const html = await fitted(page, (await renderSheet(make(turn + 1000))).html);
    const before = workOfTree(browser.process()?.pid);
    const [bareMs] = await timed(async () => {
      await page.setContent(html);
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    });
    const between = workOfTree(browser.process()?.pid);
    const dress = make(turn);
    const start = workOfTree(printer.pid);
    const [ourMs, pdf] = await timed(async () => printer.pdf(await renderSheet(dress)));
    const end = workOfTree(printer.pid);
    bytes = pdf.length;
    // The first turns warm both browsers and the fonts.
    if (turn < 0) continue;
    work.bare += (between - before) / times;
    work.ours += (end - start) / times;
    bare.push(bareMs);
    ours.push(ourMs);
    if (turn % 5 === 0)
      for (const [index, start] of starts.entries())
        each[index]!.push((await timed(() => launchAndPrint(start, html)))[0]);
  }
  await page.close();
  const [a, b] = [median(bare), median(ours)];
  return [
    name,
    spread(bare),
    ...each.map(spread),
    spread(ours),
    short(b / a),
    work.bare
      ? `${short(work.ours)} ÷ ${short(work.bare)} = ${short(work.ours / work.bare)}`
      : 'not known here',
    ...each.map((times) => short(median(times) / b)),
    `${Math.round(bytes / 1024)} KB`,
  ];
}

/** The document as it is printed in the end: its type as large as the text allows. */
async function fitted(page: Page, html: string): Promise<string> {
  await page.setContent(html);
  await page.evaluate(fitSheet);
  return page.content();
}

async function launchAndPrint(start: () => Promise<Browser>, html: string): Promise<void> {
  const browser = await start();
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  await browser.close();
}

async function benchBatch(count: number, printer: Printer, browser: Browser): Promise<void> {
  const turns = Array.from({ length: count }, (_, turn) => turn + 5000);
  const page = await browser.newPage();
  const documents: string[] = [];
  for (const turn of turns) documents.push(await fitted(page, (await renderSheet(guide(turn))).html));
  const [bare] = await timed(async () => {
    for (const html of documents) {
      await page.setContent(html);
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    }
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOfTree(printer.pid))), 100);
  const next = turns.map((turn) => guide(turn + 1000)).values();
  const [ours] = await timed(() =>
    Promise.all(
      [1, 2, 3].map(async () => {
        for (const dress of next) await printer.pdf(await renderSheet(dress));
      }),
    ),
  );
  clearInterval(watch);
  printTable(
    `A batch of ${count} A4 guides`,
    ['bare, one page', 'ours: record to PDF, two pages', 'guides a second', 'ours ÷ bare', 'browser at most'],
    [
      [
        `${short(bare / 1000)} s`,
        `${short(ours / 1000)} s`,
        short((count / ours) * 1000),
        short(ours / bare),
        peak ? `${peak} MB` : 'not known here',
      ],
    ],
  );
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}
