import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Standard } from '../../content/model/standard.ts';
import { loadStandards } from '../../server/standards.ts';
import { createPrinter, renderSheet, type Printer } from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { compare, writePng } from './compare.ts';
import { gallery } from './gallery.ts';
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

describe('[P33] a sheet looks as it did', () => {
  test.each([...gallery(undefined).keys()])('%s', async (name) => {
    await using proof = await Proof.of(await printer.pdf(await renderSheet(gallery(standard).get(name)!())));
    const kept = readPng(await readFile(join(folder, `${name}.png`)));
    expect(await differs(name, await proof.glance(), kept)).toBeNull();
  });

  test('a line that moved, a letter that is gone and a hair that is added are told, with where', () => {
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
