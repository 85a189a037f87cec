import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPrinter, renderSheet, type Printer } from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { packPdf } from '../../templates/pack.ts';
import { dressOf, printedHall } from './hall.ts';
import { Proof } from './tools.ts';

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
});
afterAll(() => printer.close());

/** A file of two objects as the browser lays it out. */
function smallFile(more = ''): Buffer {
  const head = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const one = '1 0 obj\n<</Type /Catalog\n/Pages 2 0 R>>\nendobj\n';
  const two = '2 0 obj\n<</Type /Pages\n/Kids []\n/Count 0>>\nendobj\n';
  const row = (at: number) => `${String(at).padStart(10, '0')} 00000 n \n`;
  const table = head.length + one.length + two.length;
  return Buffer.from(
    `${head}${one}${two}xref\n0 3\n0000000000 65535 f \n${row(head.length)}${row(head.length + one.length)}trailer\n<</Size 3\n/Root 1 0 R${more}>>\nstartxref\n${table}\n%%EOF\n`,
    'latin1',
  );
}

test('[P32] a guide is small, and title, language, tags and text are there', async () => {
  const pdf = await printer.pdf(
    await renderSheet(dressOf(printedHall(), { is: 'guide', item: 'i' }, { size: 'A4' })),
  );
  expect(pdf.length).toBeLessThan(80 * 1024);
  expect(Buffer.from(pdf).toString('latin1', 0, 8)).toBe('%PDF-1.5');
  await using proof = await Proof.of(pdf);
  expect(await proof.tagged()).toBe(true);
  expect(await proof.title()).toBe('临时救助申请 · 清溪镇便民服务中心');
  expect(await proof.language()).toBe('zh-CN');
  expect(await proof.text()).toContain('申报材料');
});

test('[P32] what is laid out in another way is left as it is', async () => {
  expect(Buffer.from(await packPdf(smallFile())).toString('latin1')).toContain('/ObjStm');
  const packed = await packPdf(smallFile());
  for (const file of [packed, smallFile('\n/Prev 9'), Buffer.from('no file'), smallFile().subarray(0, 90)])
    expect(Buffer.from(await packPdf(file)).equals(Buffer.from(file))).toBe(true);
});
