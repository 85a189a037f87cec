import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Rule } from '../../content/model/rule.ts';
import { createPrinter, renderSheet, type Printer } from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { articles, makeRule, makeSheet, numeral, teaRule, wordsOf } from './samples.ts';
import { Proof, readPng, type Raster } from './tools.ts';

const sides = { A4: [210, 297], A3: [297, 420], A2: [420, 594], A1: [594, 841] } as const;
type Size = keyof typeof sides;

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
});
afterAll(() => printer.close());

async function print(rule: Rule, size: Size = 'A3'): Promise<Proof> {
  return Proof.of(await printer.pdf(await renderSheet(makeSheet(rule, size))));
}

describe.each(Object.keys(sides) as Size[])('a sheet of %s', (size) => {
  test('[P4] is one page of its exact paper, with nothing outside the margins', async () => {
    await using proof = await print(makeRule(teaRule), size);
    const [width, height] = sides[size];
    const pages = await proof.pages();
    expect(pages.count).toBe(1);
    expect(Math.abs(pages.width - width)).toBeLessThan(0.25);
    expect(Math.abs(pages.height - height)).toBeLessThan(0.25);
    const margin = width / 12 - 0.5;
    for (const word of await proof.words()) {
      expect(word.left, word.text).toBeGreaterThan(margin);
      expect(word.right, word.text).toBeLessThan(width - margin);
      expect(word.top, word.text).toBeGreaterThan(height / 30);
      expect(word.bottom, word.text).toBeLessThan(height - margin);
    }
  });

  test('[P8] has a QR code that a phone reads, 18 mm on A4 and larger on larger paper', async () => {
    await using proof = await print(makeRule(teaRule), size);
    expect(await proof.code(100)).toBe('http://192.168.1.20:8080/s/S7K2M9QX');
    // Nothing at the foot but the code is as dark as ink.
    const { width, height, light } = await proof.raster(1050);
    const columns = Array.from({ length: width }, (_, column) => column).filter((column) => {
      for (let row = Math.ceil(height * 0.8); row < height; row++)
        if (light[row * width + column]! < 60) return true;
      return false;
    });
    const side = ((columns.at(-1)! - columns[0]!) / width) * sides[size][0];
    expect(side).toBeGreaterThan(18 * (sides[size][0] / 210));
  });
});

test('[P1] text copied out of the PDF is the record, character by character', async () => {
  const rule = makeRule(teaRule);
  await using proof = await print(rule);
  const text = await proof.text();
  expect(text.startsWith(rule.title + wordsOf(rule))).toBe(true);
  expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
  for (const mark of [
    '青溪县白石镇公共服务中心',
    '编号S7K2M9QX',
    '第3版',
    '2026-11-21',
    '附件3',
    '2026年10月8日',
  ])
    expect(text).toContain(mark);
});

test('[P3] every font is embedded TrueType and ours', async () => {
  await using proof = await print(makeRule(teaRule));
  const fonts = await proof.fonts();
  expect(fonts.map((font) => font.name).sort()).toEqual([
    'NotoSansSC-Bold',
    'NotoSansSC-Regular',
    'NotoSerifSC-Black',
    'NotoSerifSC-Bold',
  ]);
  for (const font of fonts) expect(font).toMatchObject({ type: 'CID TrueType', embedded: true });
});

test('[P2] rare characters of names come from the second face, also in the title', async () => {
  const rule = makeRule(articles('窗口负责人为㐱小明、𠮷大伟、䶮三，请以工作牌为准。'), '𠮷村服务制度');
  await using proof = await print(rule);
  expect((await proof.text()).startsWith(rule.title + wordsOf(rule))).toBe(true);
  const fonts = await proof.fonts();
  expect(fonts.filter((font) => font.name.startsWith('LXGWWenKai')).length).toBeGreaterThanOrEqual(1);
  for (const font of fonts) expect(font).toMatchObject({ type: 'CID TrueType', embedded: true });
});

test('[P2] a character in no font is refused by name', async () => {
  const rule = makeRule(articles('请到\u{10fffd}号窗口。'));
  await expect(renderSheet(makeSheet(rule))).rejects.toMatchObject({
    refused: 'print.no-glyph',
    params: { characters: '\u{10fffd}' },
  });
});

describe('[P5] text of any length', () => {
  const sentence =
    '工作人员应当熟悉业务，热情接待，一次性告知所需材料，在承诺时限内办结，并主动接受群众监督。';

  test('one short article stands large on its sheet', async () => {
    const rule = makeRule(articles('请先取号。'));
    await using proof = await print(rule);
    expect((await proof.text()).startsWith(rule.title + wordsOf(rule))).toBe(true);
    expect((await proof.pages()).count).toBe(1);
  });

  test('5,000 characters go on one A4', async () => {
    const rule = makeRule(articles(...Array.from({ length: 28 }, () => sentence.repeat(4))));
    expect(wordsOf(rule).length).toBeGreaterThan(5000);
    await using proof = await print(rule, 'A4');
    expect((await proof.pages()).count).toBe(1);
    expect((await proof.text()).startsWith(rule.title + wordsOf(rule))).toBe(true);
  });

  test('what nobody could read from the wall is refused, and the next sheet prints', async () => {
    const rule = makeRule(articles(...Array.from({ length: 28 }, () => sentence.repeat(4))));
    for (const size of ['A3', 'A1'] as const)
      await expect(print(rule, size)).rejects.toMatchObject({ refused: 'print.too-long', params: { size } });
    await using proof = await print(makeRule(teaRule));
    expect((await proof.pages()).count).toBe(1);
  });

  test('400 paragraphs of 4,000 characters are refused', async () => {
    const rule = makeRule(articles(...Array.from({ length: 99 }, () => sentence.repeat(80))));
    await expect(print(rule, 'A4')).rejects.toMatchObject({ refused: 'print.too-long' });
  });
});

test('[P7] a list of short lines is set in two columns', async () => {
  const phrases = Array.from({ length: 32 }, (_, index) => `您好，请到${index + 1}号窗口。`);
  const rule = makeRule([
    { number: '一、', depth: 0, text: '日常用语' },
    ...phrases.map((text, index) => ({ number: `${index + 1}.`, depth: 2, text })),
  ]);
  await using proof = await print(rule);
  expect((await proof.text()).startsWith(rule.title + wordsOf(rule))).toBe(true);
  const lefts = new Set(
    (await proof.words()).filter((word) => word.text.startsWith('您好')).map((word) => Math.round(word.left)),
  );
  expect(lefts.size).toBe(2);
});

test('[P6] pledge lines are set as centred verse', async () => {
  const lines = ['依法办事，廉洁从政；', '来有迎声，去有送声；', '条件符合，即时办理。'];
  const rule = makeRule(lines.map((text) => ({ number: '', depth: 0, text })));
  await using proof = await print(rule);
  const words = (await proof.words()).filter((word) =>
    lines.some((line) => line.startsWith(word.text.slice(0, 4))),
  );
  expect(words.length).toBeGreaterThanOrEqual(3);
  for (const word of words) expect(Math.abs((word.left + word.right) / 2 - 297 / 2)).toBeLessThan(8);
  expect((await proof.fonts()).map((font) => font.name)).toContain('NotoSansSC-Medium');
});

test('[P9] the picture has the layout of the PDF', async () => {
  const sheet = await renderSheet(makeSheet(makeRule(teaRule)));
  const picture = readPng(await printer.png(sheet, 900));
  expect(picture.width).toBe(900);
  await using proof = await Proof.of(await printer.pdf(sheet));
  const page = await proof.raster(900);
  expect(Math.abs(page.height - picture.height)).toBeLessThan(4);
  expect(likeness(inkOfRows(picture), inkOfRows(page))).toBeGreaterThan(0.97);
});

/** How much ink each row of pixels holds: line breaks and leading at a glance. */
function inkOfRows({ width, height, light }: Raster): number[] {
  return Array.from({ length: height }, (_, row) =>
    light.subarray(row * width, (row + 1) * width).reduce((sum, value) => sum + 255 - value, 0),
  );
}

/** Correlation of two profiles, 1 for the same shape. */
function likeness(one: number[], other: number[]): number {
  const length = Math.min(one.length, other.length);
  const mean = (values: number[]) => values.slice(0, length).reduce((sum, value) => sum + value, 0) / length;
  const [a, b] = [mean(one), mean(other)];
  let [cross, left, right] = [0, 0, 0];
  for (let index = 0; index < length; index++) {
    cross += (one[index]! - a) * (other[index]! - b);
    left += (one[index]! - a) ** 2;
    right += (other[index]! - b) ** 2;
  }
  return cross / Math.sqrt(left * right);
}

test('[P1] numbers beyond ten and markup characters are printed as they are', async () => {
  const rule = makeRule(
    articles(...Array.from({ length: 12 }, (_, index) => `第<b>${index}</b>条 & "引号"。`)),
  );
  expect(rule.blocks[11]!.number).toBe(numeral(12));
  await using proof = await print(rule);
  expect((await proof.text()).startsWith(rule.title + wordsOf(rule))).toBe(true);
});
