import { launch } from 'puppeteer-core';
import { findBrowser } from '../../templates/browser.mjs';
import type { SheetSize } from '../../content/model/sheet.ts';
import { createPrinter, renderRuleSheet } from '../../templates/index.ts';
import { articles, makeRule, makeSheet } from '../templates/samples.ts';
import { median, printTable, short, spread } from './figures.ts';

const sentence = '工作人员应当熟悉业务，热情接待，一次性告知所需材料，在承诺时限内办结，并主动接受群众监督。';
/** Paragraphs of about 136 characters: a short rule, one like most, one as long as a wall sheet takes. */
const lengths: [number, SheetSize][] = [
  [3, 'A3'],
  [6, 'A3'],
  [11, 'A4'],
];

/**
 * A wall sheet from record to PDF in the warm browser, beside a bare `setContent` and `page.pdf` of the
 * same document in a browser with the same flags, turn by turn.
 */
export async function benchPrint(times = 20): Promise<void> {
  const executablePath = findBrowser('print', process.env);
  if (!executablePath) {
    console.log('\nprint: no Chromium here, nothing measured');
    return;
  }
  const printer = createPrinter({ executable: executablePath, log: console });
  const shell = /headless[-_]shell/.test(executablePath);
  const browser = await launch({
    executablePath,
    headless: shell ? 'shell' : true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const rows: string[][] = [];
    for (const [count, size] of lengths) {
      const sheet = makeSheet(
        makeRule(articles(...Array.from({ length: count }, () => sentence.repeat(3)))),
        size,
      );
      const bare: number[] = [];
      const ours: number[] = [];
      let bytes = 0;
      for (let turn = -2; turn < times; turn++) {
        const html = await renderRuleSheet(sheet);
        const start = performance.now();
        await page.setContent(html);
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
        const middle = performance.now();
        bytes = (await printer.pdf(await renderRuleSheet(sheet), size)).length;
        // The first turns warm both browsers and the fonts.
        if (turn < 0) continue;
        bare.push(middle - start);
        ours.push(performance.now() - middle);
      }
      rows.push([
        `${size}, ${count * sentence.length * 3} characters`,
        spread(bare),
        spread(ours),
        short(median(ours) / median(bare)),
        `${Math.round(bytes / 1024)} KB`,
      ]);
    }
    printTable(
      'One wall sheet as PDF, median / p95 in ms',
      ['sheet', 'bare page.pdf', 'ours: render, fit, PDF', 'ratio', 'bytes'],
      rows,
    );
  } finally {
    await Promise.all([browser.close(), printer.close()]);
  }
}
