import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askIpp, printIpp } from '../../../server/printing/ipp.ts';
import { IppPrinter } from '../../support/ippprinter.ts';

let printer: IppPrinter;
beforeEach(async () => {
  printer = await IppPrinter.start();
});
afterEach(() => printer.stop());

const pdf = new TextEncoder().encode('%PDF-1.7 一张');
const job = { title: '首问负责制', by: '林秀英', size: 'iso_a3_297x420mm', copies: 2 };

describe('a printer of the hall (sheets.md)', () => {
  it('[S21] says how it is and which papers it has', async () => {
    expect(await askIpp(printer.address)).toEqual({
      trouble: null,
      name: '东厅打印机',
      papers: ['iso_a4_210x297mm', 'iso_a3_297x420mm'],
    });
  });

  it('[S21] is sent the PDF as it is, with title, paper and copies', async () => {
    expect(await printIpp(printer.address, pdf, job)).toEqual({ ok: true, job: 1 });
    const [sent] = printer.jobs;
    expect(Buffer.compare(sent!.bytes, Buffer.from(pdf))).toBe(0);
    expect(sent!.attributes).toMatchObject({
      'job-name': '首问负责制',
      'document-format': 'application/pdf',
    });
    expect(sent!.job).toMatchObject({ copies: 2, media: 'iso_a3_297x420mm' });
  });

  it.each([
    ['media-empty-error', 'paper'],
    ['media-needed', 'paper'],
    ['media-jam-error', 'jam'],
    ['door-open-error', 'cover'],
    ['toner-empty', 'ink'],
    ['offline', 'offline'],
  ])('[S21] that says %s gets nothing', async (reason, trouble) => {
    printer.state = 'stopped';
    printer.reasons = [reason];
    expect(await printIpp(printer.address, pdf, job)).toEqual({ ok: false, trouble });
    expect(printer.jobs).toEqual([]);
  });

  it('[S21] that only warns is sent the sheet', async () => {
    printer.reasons = ['toner-low-warning', 'media-low-report'];
    expect(await printIpp(printer.address, pdf, job)).toMatchObject({ ok: true });
  });

  it('[S21] that takes no PDF, is stopped, or is no printer at all, is refused', async () => {
    printer.formats = ['image/pwg-raster'];
    expect(await printIpp(printer.address, pdf, job)).toEqual({ ok: false, trouble: 'format' });
    printer.formats = ['application/pdf'];
    printer.state = 'stopped';
    expect(await askIpp(printer.address)).toMatchObject({ trouble: 'fault' });
    printer.nonsense = '<html>';
    expect(await askIpp(printer.address)).toMatchObject({ trouble: 'strange' });
    expect(printer.jobs).toEqual([]);
  });

  it('[S21] is not called outside the hall, nor where nobody listens', async () => {
    expect(await askIpp({ ...printer.address, host: '8.8.8.8' })).toMatchObject({ trouble: 'offline' });
    const { address } = printer;
    await printer.stop();
    expect(await askIpp(address)).toMatchObject({ trouble: 'offline' });
    printer = await IppPrinter.start();
  });
});
