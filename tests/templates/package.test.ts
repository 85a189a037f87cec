import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SheetSize } from '../../content/model/sheet.ts';
import { createPrinter, renderSheet, type Printer } from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { kept } from '../support/hall.ts';
import { bareItem, material } from '../support/items.ts';
import { dressOf, printedFor, printedHall } from './hall.ts';
import { Proof } from './tools.ts';

const of = { is: 'package', package: 'k' } as const;
const ORIGIN = 'http://192.168.1.20:8080';

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
});
afterAll(() => printer.close());

test.each(['A4', 'A5', 'A3'] as SheetSize[])(
  '[S24] on %s it says what the records say, with its own code and that of its phone page',
  async (size) => {
    const dress = dressOf(printedFor('package'), of, { size });
    if (dress.now.is !== 'package') throw new Error(dress.now.is);
    const { items, materials, windows, consult, complain, note } = dress.now.data;
    await using proof = await Proof.of(await printer.pdf(await renderSheet(dress)));
    const text = await proof.text();
    for (const [at, { name }] of items.entries()) expect(text).toContain(`${at + 1}${name}`);
    for (const { material } of materials) expect(text).toContain(material.name);
    expect(text).toContain('居民身份证原件和复印件3份1、2');
    for (const { number, name } of windows) expect(text).toContain(`${number}号窗口${name}`);
    for (const { value } of [...consult, ...complain]) expect(text.split(value).length - 1).toBe(1);
    for (const line of note) expect(text).toContain(line);
    expect(text).toContain('一次承诺时限');
    const { count } = await proof.pages();
    expect(count).toBe(1);
    const codes = (await proof.code(200)).split('\n').sort();
    expect(codes).toEqual([`${ORIGIN}/p/packages/k`, `${ORIGIN}/s/S7K2M9QX`]);
  },
);

test('[S24] [P23] twenty items of ten papers each run over pages, and none is lost', async () => {
  const records = printedHall();
  const by = { id: 'chen', name: '陈管理' };
  const ids = Array.from({ length: 20 }, (_, at) => `m${at}`);
  const paper = (at: number, one: number) => `${at + 1}号事项材料之${one + 1}`;
  records.apply([
    ...ids.map((id, at) => {
      const materials = Array.from({ length: 10 }, (_, one) => material(paper(at, one)));
      return kept('item', id, { ...bareItem(`第${at + 1}事项`, { materials }), savedBy: by, savedAt: 0 });
    }),
    kept('package', 'k', { name: '企业开办一件事', items: ids }),
  ]);
  await using proof = await Proof.of(
    await printer.pdf(await renderSheet(dressOf(records, of, { size: 'A4' }))),
  );
  const { count } = await proof.pages();
  expect(count).toBeGreaterThan(2);
  const text = await proof.text();
  for (const at of ids.keys()) for (let one = 0; one < 10; one += 1) expect(text).toContain(paper(at, one));
  expect((await proof.code(200, count)).split('\n')).toContain(`${ORIGIN}/p/packages/k`);
});
