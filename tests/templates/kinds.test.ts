import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetLayout, SheetSize } from '../../content/model/sheet.ts';
import { sheetKinds } from '../../content/sheets/kinds.ts';
import { createPrinter, renderSheet, type Printer } from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { lettersOf } from '../../templates/letters.ts';
import { textSheets, type TextKind } from './gallery.ts';
import { dressOf, printedFor, printedHall } from './hall.ts';
import { makeRule, makeSheet, articles } from './samples.ts';
import { Proof } from './tools.ts';

/** What the reader must find on each, as the records have it. */
const said: Record<TextKind, string[]> = {
  rule: ['一、凡到中心办事的群众'],
  notice: ['农业补贴发放公示', '柳湾村1组张某480.00', '2026年11月20日'],
  guide: [
    '法定依据',
    '申请条件',
    '申报材料',
    '办理程序',
    '收费依据及标准',
    '咨询电话',
    '投诉电话',
    '承诺时限',
  ],
  contacts: ['12345', '办公时间'],
  pledges: ['一次告知，一窗受理，限时办结。', '为群众办好事，让群众好办事'],
  form: ['申请材料补正通知书', '第三联服务对象', '一式三联', '居民身份证', '023-79000003'],
  booklet: ['目录', '临时救助申请', '社会救助暂行办法', '投诉电话'],
  package: ['困难群众救助一件事', '2医疗救助申请15个工作日5个工作日1、2', '诊断证明', '材料只交一次。'],
  flow: ['临时救助申请办理流程图', '调查核实', '一次性告知补正', '不予受理通知书'],
  items: ['社会保障（1项）', '临时救助申请承诺件10个工作日不收费'],
  staff: ['欧阳建国', '社会事务办公室', '023-79000009'],
  rules: ['来客接待制度', '首问负责制', '不得以任何理由推诿'],
};
const kinds = Object.keys(textSheets) as TextKind[];
const sides: Partial<Record<SheetSize, [number, number]>> = {
  A5: [148, 210],
  A4: [210, 297],
  A3: [297, 420],
  A1: [594, 841],
};

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
});
afterAll(() => printer.close());

async function print(kind: TextKind, layout: SheetLayout, rows?: number): Promise<Proof> {
  return Proof.of(
    await printer.pdf(await renderSheet(dressOf(printedFor(kind, rows), textSheets[kind], layout))),
  );
}

const designs = kinds.flatMap((kind) => sheetKinds[kind].designs.map((design) => ({ kind, design })));
describe.each(designs)('$kind, $design', ({ kind, design }) => {
  test('[P1] [P3] [P8] says what the record says, in embedded TrueType, with a code that scans', async () => {
    const size = sheetKinds[kind].sizes[0];
    await using proof = await print(kind, { size, design });
    const text = await proof.text();
    for (const words of said[kind]) expect(text).toContain(words.replace(/\s/g, ''));
    for (const font of await proof.fonts())
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true });
    const { width, height } = await proof.pages();
    const [w, h] = sides[size]!;
    expect([Math.abs(width - w) < 0.25, Math.abs(height - h) < 0.25]).toEqual([true, true]);
    for (const word of await proof.words()) {
      expect(word.left, word.text).toBeGreaterThan(5);
      expect(word.right, word.text).toBeLessThan(width - 5);
    }
    // A guide of two sides has it at its end.
    const page = kind === 'guide' ? (await proof.pages()).count : 1;
    // A package has that of its phone page beside it.
    expect((await proof.code(150, page)).split('\n')).toContain('http://192.168.1.20:8080/s/S7K2M9QX');
  });
});

test('[P4] sheets lie on their side, and on any paper that there is', async () => {
  await using wide = await print('pledges', { size: 'A3', orientation: 'wide' });
  expect(await wide.pages()).toMatchObject({ count: 1 });
  expect((await wide.pages()).width).toBeGreaterThan(419);
  await using board = await print('rule', { size: '600x900' });
  expect(Math.abs((await board.pages()).height - 900)).toBeLessThan(0.5);
  const none = dressOf(printedHall(), textSheets.rule, { size: '20x5000' });
  await expect(renderSheet(none)).rejects.toMatchObject({ refused: 'print.size' });
});

test('[P23] a long list runs over pages, with its head on each and no row lost', async () => {
  await using proof = await print('notice', { size: 'A4' }, 400);
  const { count } = await proof.pages();
  expect(count).toBeGreaterThan(8);
  const text = await proof.text();
  expect(text.split('序号村组姓名金额（元）').length - 1).toBeGreaterThanOrEqual(count - 1);
  for (let row = 1; row <= 400; row += 7)
    expect(text).toContain(`${row}柳湾村${((row - 1) % 9) + 1}组张某${(479 + row).toFixed(2)}`);
  expect(text).toContain(`第1页，共${count}页`);
});

test('[P20] with bleed the boxes are there, and everything said stands within the trimmed edge', async () => {
  await using proof = await print('rule', { size: 'A4', bleed: 3 });
  const boxes = await proof.boxes();
  const sizes = ([left, bottom, right, top]: number[]) => [right! - left!, top! - bottom!].map(Math.round);
  expect(sizes(boxes.trim)).toEqual([210, 297]);
  expect(sizes(boxes.bleed)).toEqual([216, 303]);
  expect(sizes(boxes.media)).toEqual([236, 323]);
  expect(await proof.tagged()).toBe(true);
  for (const word of await proof.words()) {
    expect(word.left).toBeGreaterThan(13 + 210 / 12 - 1);
    expect(word.right).toBeLessThan(13 + 210 - 210 / 12 + 1);
  }
});

test('[P21] an A1 sheet comes in pieces for an A4 printer, and no word is lost', async () => {
  await using whole = await print('rule', { size: 'A2' });
  await using proof = await print('rule', { size: 'A2', tiles: { on: 'A4', overlap: 10 } });
  const { count, width } = await proof.pages();
  expect(count).toBeGreaterThanOrEqual(6);
  expect([210, 297]).toContain(Math.round(width));
  for (const letter of new Set(await whole.text())) expect(await proof.text()).toContain(letter);
});

test('[P22] cards come as many as the paper holds', async () => {
  await using proof = await print('contacts', { size: '148x105', nup: 'A4' });
  expect(await proof.pages()).toMatchObject({ count: 1 });
  expect((await proof.text()).split('12345').length - 1).toBe(2);
});

describe('[P2] [P5] texts of every kind', () => {
  const rule = (text: string) => renderSheet(makeSheet(makeRule(articles(text)), 'A4'));

  test('one character, and twenty thousand', async () => {
    await using short = await Proof.of(await printer.pdf(await rule('好')));
    expect(await short.text()).toContain('好');
    await expect(printer.pdf(await rule('请先取号。'.repeat(4000)))).rejects.toMatchObject({
      refused: 'print.too-long',
    });
  });

  test('rare characters, Tibetan and Yi are set and copied out as they are; what no font has is refused by name', async () => {
    const names = ['㐱𠮷䶮先生', 'བཀྲ་ཤིས་བདེ་ལེགས།', 'ꆈꌠ', 'སྒྲོལ་མ་卓玛'];
    const title = `${names[1]}${names[2]}办事公开`;
    const dress = makeSheet(makeRule(articles(...names), title), 'A4');
    await using proof = await Proof.of(await printer.pdf(await renderSheet(dress)));
    const text = await proof.actualText();
    for (const name of [...names, title]) expect(text).toContain(name);
    for (const font of await proof.fonts())
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true });
    await expect(rule('好😀')).rejects.toMatchObject({
      refused: 'print.no-glyph',
      params: { characters: '😀' },
    });
  });
});

test('[P25] letters go to the face named nearest around them', () => {
  const markup =
    '<!--[--><p>甲<b data-face="sans-700">乙<i title="a>b">丙</i></b>&amp;<br>丁</p><text font-weight="700">戊</text>';
  expect(lettersOf(markup)).toEqual({ 'sans-400': '甲&丁', 'sans-700': '乙丙戊' });
});
