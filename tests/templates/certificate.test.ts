import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../templates/browser.mjs';
import { createPrinter, renderPhoneCertificate, renderSheet, type Printer } from '../../templates/index.ts';
import { oncePapers } from './oncesamples.ts';
import { gallery } from './gallery.ts';
import { phoneHall } from './samples.ts';
import { Proof } from './tools.ts';

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
});
afterAll(() => printer.close());

const { data } = oncePapers.certificate;
/** The certificate with so many days, printed. */
async function printed(days: number): Promise<Proof> {
  const dress = gallery(undefined).get('certificate')!();
  const told = Array.from({ length: days }, (_, index) => data.days[index % data.days.length]!);
  const now = { ...oncePapers.certificate, data: { ...data, days: told } };
  return Proof.of(await printer.pdf(await renderSheet({ ...dress, now })));
}

test.each([7, 90])(
  '[PS15] a phone reads the code of a certificate of %i days off the paper',
  async (days) => {
    await using proof = await printed(days);
    const { count } = await proof.pages();
    expect(count > 1).toBe(days > 7);
    // Where the hall signs, as printed on an office printer and photographed.
    expect(await proof.code(150, count)).toBe('http://192.168.1.20:8080/c/S7K2M9QX');
    const text = await proof.text();
    expect(text).toContain('编号S7K2M9QX');
    expect(text).toContain('扫码核对真伪');
  },
);

test('[PS15] a certificate from before there were codes carries none', async () => {
  const dress = gallery(undefined).get('certificate')!();
  const older = { ...data };
  delete older.code;
  const now = { ...oncePapers.certificate, data: older };
  await using proof = await Proof.of(await printer.pdf(await renderSheet({ ...dress, now, code: null })));
  expect(await proof.text()).not.toContain('扫码');
  await expect(proof.code(150)).rejects.toThrow();
});

test('[PS16] the page says in plain words what does not fit, what is kept no longer and what came later', () => {
  const page = { ...phoneHall, code: 'S7K2M9QX', certificate: data, astray: [], gone: [], later: null };
  const fits = renderPhoneCertificate(page);
  expect(fits).toContain('这份证明是真的');
  expect(fits).toContain('30 小时 0 分');
  expect(fits).not.toMatch(/<script|<style|\sstyle=|https?:/);
  const later = renderPhoneCertificate({ ...page, gone: ['2026-11-10'], later: Date.UTC(2026, 10, 18, 2) });
  expect(later).toContain('不再核对：2026年11月10日');
  expect(later).toContain('2026年11月18日');
  const astray = renderPhoneCertificate({ ...page, astray: ['2026-11-11'] });
  expect(astray).not.toContain('这份证明是真的');
  expect(astray).toContain('不符的日子：2026年11月11日');
  const hostile = renderPhoneCertificate({ ...page, certificate: { ...data, title: '<script>x</script>' } });
  expect(hostile).not.toContain('<script');
});
