import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Standard } from '../../content/model/standard.ts';
import { loadStandards } from '../../server/standards.ts';
import { linesOf } from '../../content/sheets/lines.ts';
import { createPrinter, renderSheet, type Printer, type SheetDocument } from '../../templates/index.ts';
import { isOnce } from '../../templates/sheets/once.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { compare, writePng } from './compare.ts';
import { gallery, textSheets } from './gallery.ts';
import { Proof, readPng, type Raster } from './tools.ts';

const folder = fileURLToPath(new URL('references', import.meta.url));
const differences = join(tmpdir(), 'mingting-differences');

let printer: Printer;
let standard: Standard | undefined;
beforeAll(async () => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
  standard = (await loadStandards('content/standards')).get('qianjiang');
});
afterAll(() => printer.close());

/** Squares of a sheet that may differ: a rounding of another release moves a letter by a dot. */
const SHARE = 0.004;

/** What differs, in words that say where to look; null when it looks as it did. */
async function differs(name: string, now: Raster, then: Raster): Promise<string | null> {
  const difference = compare(now, then);
  if (!difference || difference.squares <= difference.of * SHARE) return null;
  await mkdir(differences, { recursive: true });
  const path = join(differences, `${name}.png`);
  await writeFile(path, writePng(difference.picture));
  const { left, top, right, bottom } = difference.box;
  const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`;
  const where = `${percent(left, now.width)} to ${percent(right, now.width)} across, ${percent(top, now.height)} to ${percent(bottom, now.height)} down`;
  return `${name} looks otherwise in ${difference.squares} of ${difference.of} squares, ${where}: see ${path}. If that was meant: npm run references ${name}`;
}

/** What a document says, without white space: its text as the components wrote it. */
function saidBy({ html }: SheetDocument): string {
  const text = html
    .slice(html.indexOf('<body>'))
    // What a drawing tells those who do not see it.
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/<!--[\s\S]*?-->|<(?:"[^"]*"|[^>"])*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
  return text.replace(/\s/g, '');
}

const inOrder = (text: string) => [...text].sort().join('');

describe('a sheet of every design', () => {
  test.each([...gallery(undefined).keys()])('[P1] [P2] [P3] [P33] %s', async (name) => {
    const dress = gallery(standard).get(name)!();
    const sheet = await renderSheet(dress);
    await using proof = await Proof.of(await printer.pdf(sheet));
    const text = await proof.text();
    // Several pages repeat the heads of tables, and number themselves.
    const { count } = await proof.pages();
    if (count === 1 && !sheet.over) expect(inOrder(text)).toBe(inOrder(saidBy(sheet)));
    // Signs say on a phone in words what they draw, forms what their boxes are for.
    if (!isOnce(dress.now) && dress.now.is in textSheets && dress.now.is !== 'form')
      for (const line of linesOf(dress.now))
        for (const words of line.split(/\s+/)) expect(text).toContain(words);
    expect(text).not.toMatch(/[\u2e80-\u2fdf\ufffd]/);
    expect(await proof.boxed()).toBe(0);
    for (const font of await proof.fonts())
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true });
    const kept = readPng(await readFile(join(folder, `${name}.png`)));
    expect(await differs(name, await proof.glance(), kept)).toBeNull();
  });

  test('[P33] a line that moved, a letter that is gone and a hair that is added are told, with where', () => {
    const blank = { width: 300, height: 400, light: new Uint8Array(300 * 400).fill(255) };
    const mark = (left: number, top: number, side: number, light: number): Raster => {
      const copy = { ...blank, light: blank.light.slice() };
      for (let y = top; y < top + side; y++) copy.light.fill(light, y * 300 + left, y * 300 + left + side);
      return copy;
    };
    expect(compare(blank, blank)).toBeNull();
    // The edges of letters are drawn a little otherwise.
    expect(compare(mark(60, 60, 12, 0), mark(60, 60, 12, 20))).toBeNull();
    expect(compare(mark(60, 60, 12, 0), blank)).toMatchObject({
      squares: 4,
      box: { left: 60, top: 60, right: 72, bottom: 72 },
    });
    expect(compare(mark(60, 60, 12, 0), mark(60, 90, 12, 0))?.squares).toBe(8);
    expect(compare(blank, { ...blank, width: 299 })?.squares).toBeGreaterThan(1000);
    expect(readPng(writePng(mark(60, 60, 12, 0))).light).toEqual(mark(60, 60, 12, 0).light);
  });
});
