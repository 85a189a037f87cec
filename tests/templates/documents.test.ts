import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormKind } from '../../content/model/documentsheet.ts';
import { isRefusal } from '../../content/rule.ts';
import { fillForm } from '../../content/sheets/forms/form.ts';
import { forms } from '../../content/sheets/forms/forms.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { createPrinter, renderSheet, type Printer } from '../../templates/index.ts';
import { dressOf, printedHall } from './hall.ts';
import { Proof } from './tools.ts';

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
});
afterAll(() => printer.close());

async function filled(reason: string): Promise<Proof> {
  const records = printedHall();
  const of = { is: 'form', form: 'returned', item: 'i' } as const;
  const form = fillForm(records, of, { applicant: '李㐱', reason }, undefined);
  if (isRefusal(form)) throw new Error(form.refused);
  const dress = dressOf(records, of, { size: 'A4' });
  const now = { ...form, is: 'form' as const, hall: dress.now.hall, hash: '' };
  return Proof.of(await printer.pdf(await renderSheet({ ...dress, now, code: null, once: true })));
}

test('[P30] [S21] a filled form has a page for each copy, names who keeps it, and carries no code', async () => {
  await using proof = await filled('户籍不在本镇。');
  expect((await proof.pages()).count).toBe(3);
  const text = await proof.text();
  expect(text.split('李㐱').length - 1).toBe(3);
  for (const copy of ['第一联窗口', '第二联中心管理员', '第三联服务对象']) expect(text).toContain(copy);
  expect(text).not.toContain('扫码');
});

test('[P30] a reason of twenty thousand characters runs on, and nothing of it is lost', async () => {
  await using proof = await filled('请先取号。'.repeat(4000));
  expect((await proof.text()).split('请先取号。').length - 1).toBe(12_000);
});

test('[P31] the contents of a booklet name the pages on which guides begin', async () => {
  const dress = dressOf(printedHall(), { is: 'booklet' }, { size: 'A5' });
  await using proof = await Proof.of(await printer.pdf(await renderSheet(dress)));
  expect(await proof.text()).toContain('临时救助申请3');
});

test('[P23] two thousand rows run over pages, and none is lost', async () => {
  const dress = dressOf(printedHall(2000), { is: 'notice', notice: 'n' }, { size: 'A4' });
  await using proof = await Proof.of(await printer.pdf(await renderSheet(dress)));
  const text = await proof.text();
  for (let row = 1; row <= 2000; row += 37)
    expect(text).toContain(`${row}柳湾村${((row - 1) % 9) + 1}组张某${(479 + row).toFixed(2)}`);
});

test('[P30] every blank form is exactly a page for each of its copies', async () => {
  for (const [form, { copies }] of Object.entries(forms)) {
    const of = { is: 'form', form: form as FormKind } as const;
    const dress = dressOf(printedHall(), of, { size: 'A4' });
    await using proof = await Proof.of(await printer.pdf(await renderSheet(dress)));
    expect((await proof.pages()).count, form).toBe(Math.max(1, copies.length));
  }
});
