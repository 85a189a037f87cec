import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askIpp, cancelIpp, jobIpp, printIpp } from '../../../server/printing/ipp.ts';
import { readAnswer } from '../../../server/printing/ippwire.ts';
import { IppPrinter } from '../../support/ippprinter.ts';
import { seeded } from '../../support/world.ts';

let printer: IppPrinter;
beforeEach(async () => {
  printer = await IppPrinter.start();
});
afterEach(() => printer.stop());

const pdf = new TextEncoder().encode('%PDF-1.7 一张');
const job = {
  title: '首问负责制',
  by: '林秀英',
  paper: 'A3',
  copies: 2,
  sides: 'two-sided-long-edge',
} as const;

describe('a printer of the hall (printers.md)', () => {
  it('[IP1] says how it is and what it can', async () => {
    expect(await askIpp(printer.address)).toEqual({
      trouble: null,
      name: '东厅打印机',
      ability: {
        model: '惠普 LaserJet P2055dn',
        papers: ['A4', 'A3'],
        loaded: ['A4'],
        colour: false,
        twoSided: true,
      },
    });
  });

  it('[IP6] is sent the PDF as it is, with title, paper, copies and sides, and says how far it is', async () => {
    printer.does = 'processing';
    expect(await printIpp(printer.address, pdf, job)).toEqual({ ok: true, job: 1 });
    const [sent] = printer.jobs;
    expect(Buffer.compare(sent!.bytes, Buffer.from(pdf))).toBe(0);
    expect(sent!.attributes).toMatchObject({
      'job-name': '首问负责制',
      'document-format': 'application/pdf',
    });
    expect(sent!.job).toMatchObject({ copies: 2, media: 'iso_a3_297x420mm', sides: 'two-sided-long-edge' });
    expect(await jobIpp(printer.address, 1)).toBe('open');
    await cancelIpp(printer.address, 1, '林秀英');
    expect(await jobIpp(printer.address, 1)).toBe('cancelled');
    sent!.state = 'completed';
    expect(await jobIpp(printer.address, 1)).toBe('done');
    expect(await jobIpp(printer.address, 7)).toBe('gone');
  });

  it('[IP6] a title of any length goes into the 255 bytes of a name on the wire', async () => {
    await printIpp(printer.address, pdf, { ...job, title: '办事指南'.repeat(60) });
    const name = String(printer.jobs[0]!.attributes['job-name']);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect('办事指南'.repeat(60).startsWith(name)).toBe(true);
  });

  it.each([
    ['media-empty-error', 'paper'],
    ['media-needed', 'paper'],
    ['media-jam-error', 'jam'],
    ['door-open-error', 'cover'],
    ['toner-empty', 'ink'],
    ['offline', 'offline'],
  ])('[IP5] that says %s is in trouble: %s', async (reason, trouble) => {
    printer.state = 'stopped';
    printer.reasons = [reason];
    expect(await askIpp(printer.address)).toMatchObject({ trouble });
  });

  it('[IP5] that only warns is well', async () => {
    printer.reasons = ['toner-low-warning', 'media-low-report'];
    expect(await askIpp(printer.address)).toMatchObject({ trouble: null });
  });

  it('[IP1] that takes no PDF, is stopped, or is no printer at all, says so', async () => {
    printer.formats = ['image/pwg-raster'];
    expect(await askIpp(printer.address)).toMatchObject({ trouble: 'format' });
    printer.formats = ['application/pdf'];
    printer.state = 'stopped';
    expect(await askIpp(printer.address)).toMatchObject({ trouble: 'fault' });
    printer.nonsense = '<html>';
    expect(await askIpp(printer.address)).toMatchObject({ trouble: 'strange', ability: null });
    expect(await askIpp({ ...printer.address, path: '/other' })).toMatchObject({ trouble: 'strange' });
  });

  it('[IP6] that takes a sheet and hangs up may have it: it is not told as refused', async () => {
    printer.silent = 'Print-Job';
    expect(await printIpp(printer.address, pdf, job)).toEqual({ ok: true, job: null });
    const { address } = printer;
    await printer.stop();
    expect(await printIpp(address, pdf, job)).toEqual({ ok: false, trouble: 'offline' });
    printer = await IppPrinter.start();
  });

  it('[IP9] that answers more than any printer has to say is none', async () => {
    printer.nonsense = Buffer.alloc((1 << 20) + 1, 1);
    expect(await askIpp(printer.address)).toMatchObject({ ability: null });
  });

  it('[IP2] is not called outside the hall, nor where nobody listens', async () => {
    for (const host of ['8.8.8.8', '169.254.169.254', 'printer.local', '::ffff:127.0.0.1'])
      expect(await askIpp({ ...printer.address, host })).toMatchObject({ trouble: 'offline' });
    expect(await askIpp({ ...printer.address, port: 22 })).toMatchObject({ trouble: 'offline' });
    expect(printer.asked).toEqual([]);
    const { address } = printer;
    await printer.stop();
    expect(await askIpp(address)).toMatchObject({ trouble: 'offline' });
    printer = await IppPrinter.start();
  });
});

describe('what a printer answers (printers.md)', () => {
  const head = [1, 1, 0, 0, 0, 0, 0, 1];
  const attribute = (tag: number, name: string, value: readonly number[]) => [
    ...[tag, 0, name.length, ...Buffer.from(name)],
    ...[value.length >> 8, value.length & 255, ...value],
  ];

  it('[IP9] is read with texts in any language, numbers, and several values of one name', () => {
    const bytes = Buffer.from([
      ...head,
      ...[0x04, ...attribute(0x23, 'printer-state', [0, 0, 0, 3])],
      ...attribute(0x44, 'media', [...Buffer.from('a')]),
      ...attribute(0x44, '', [...Buffer.from('b')]),
      ...attribute(0x36, 'name', [0, 2, 122, 104, 0, 3, ...Buffer.from('东')]),
      0x03,
    ]);
    const answer = readAnswer(bytes);
    expect(answer?.status).toBe(0);
    expect(Object.fromEntries(answer!.attributes)).toEqual({
      'printer-state': [3],
      media: ['a', 'b'],
      name: ['东'],
    });
  });

  it('[IP9] is nothing where it was cut short or a length leads out of it, and reading it always ends', () => {
    const whole = Buffer.from([...head, 0x04, ...attribute(0x44, 'media', [...Buffer.from('iso_a4')]), 0x03]);
    for (let length = 0; length < whole.length; length++)
      expect(readAnswer(whole.subarray(0, length))).toBeNull();
    const backwards = Buffer.from(whole);
    backwards.writeUInt16BE(0xff00, 10);
    expect(readAnswer(backwards)).toBeNull();
    const draw = seeded(9);
    for (let turn = 0; turn < 2000; turn++) {
      const noise = Array.from({ length: Math.floor(draw() * 200) }, () => Math.floor(draw() * 256));
      const answer = readAnswer(Buffer.from([...head, ...noise]));
      expect(answer === null || answer.attributes instanceof Map).toBe(true);
    }
  });
});
