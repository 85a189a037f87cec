import { describe, expect, it } from 'vitest';
import type { SheetLayout } from '../../../content/model/sheet.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { gatherSheet } from '../../../content/sheets/kinds.ts';
import { namedSizes } from '../../../content/sheets/paper.ts';
import { isAllowed, readIppAddress } from '../../../content/sheets/printers/address.ts';
import { fitOn, mediaOf, offerOn, readPapers } from '../../../content/sheets/printers/paper.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, seeded, testWorld } from '../../support/world.ts';

const world = testWorld().as('admin');
const address = { host: '192.168.1.50', port: 631, path: '/ipp/print' };
const ability = { papers: ['A4', 'A3'], colour: false, twoSided: true } as const;
const printer = { name: '东厅打印机', ...address, ...ability, papers: [...ability.papers] };

function hall(): { records: RecordMap; id: string } {
  const records = smallHall();
  return { records, id: must(records, 'sheetprinter:add', printer, world).id };
}

describe('printers for sheets (printers.md)', () => {
  it.each([
    ['192.168.1.50', { host: '192.168.1.50', port: 631, path: null }],
    [' １９２.168.1.50:9101/ ', { host: '192.168.1.50', port: 9101, path: null }],
    ['ipp://10.0.0.7/ipp/print', { host: '10.0.0.7', port: 631, path: '/ipp/print' }],
    ['http://10.0.0.7/printers/HP_2055', { host: '10.0.0.7', port: 80, path: '/printers/HP_2055' }],
    ['[fd00::7]:631/ipp', { host: 'fd00::7', port: 631, path: '/ipp' }],
    ['127.0.0.1:631/printers/a', { host: '127.0.0.1', port: 631, path: '/printers/a' }],
  ])('[IP1] an address is typed as people find it: %s', (typed, read) => {
    expect(readIppAddress(typed)).toEqual(read);
  });

  it.each([
    '8.8.8.8',
    '169.254.169.254',
    'printer.local',
    'https://192.168.1.50/',
    'ipps://192.168.1.50',
    '192.168.1.50:22',
    '192.168.1.50:25',
    '192.168.1.50:99999',
    '192.168.1.50@8.8.8.8',
    '::ffff:192.168.1.50',
    '0300.168.1.50',
    '',
  ])('[IP2] what is no address of the hall is none: %s', (typed) => {
    expect(readIppAddress(typed)).toBeNull();
  });

  it('[IP2] whatever is typed, only an allowed address comes of it', () => {
    const draw = seeded(4);
    const pieces = [
      '192.168.1.',
      '10.',
      '127.0.0.1',
      '8.8',
      '.',
      ':',
      '631',
      '/',
      'ipp://',
      '[',
      ']',
      '::1',
      '@',
      '%',
    ];
    for (let turn = 0; turn < 3000; turn++) {
      const typed = Array.from(
        { length: 1 + draw() * 6 },
        () => pieces[Math.floor(draw() * pieces.length)],
      ).join('');
      const read = readIppAddress(typed);
      expect(read === null || isAllowed(read), typed).toBe(true);
    }
  });

  it('[IP3] one address is one printer', () => {
    const { records } = hall();
    expect(mustRefuse(records, 'sheetprinter:add', { ...printer, name: '另一台' }, world)).toMatchObject({
      refused: 'sheetprinter.taken',
      params: { name: '东厅打印机' },
    });
    must(records, 'sheetprinter:add', { ...printer, path: '/printers/b' }, world);
    expect(mustRefuse(records, 'sheetprinter:add', { ...printer, host: '1.2.3.4' }, world)).toMatchObject({
      refused: 'sheetprinter.address',
    });
  });

  it('[IP10] what it says of itself is written down once, with since when', () => {
    const { records, id } = hall();
    const told = { papers: ['A4' as const], colour: false, twoSided: true };
    must(records, 'sheetprinter:report', { id, trouble: 'paper', ability: told }, world);
    expect(records.get('sheetprinter', id)).toMatchObject({
      name: '东厅打印机',
      papers: ['A4'],
      trouble: { is: 'paper', since: world.now },
    });
    const rev = records.rev('sheetprinter', id);
    must(records, 'sheetprinter:report', { id, trouble: 'paper', ability: null }, world);
    expect(records.rev('sheetprinter', id)).toBe(rev);
    must(records, 'sheetprinter:report', { id, trouble: null, ability: null }, world);
    expect(records.get('sheetprinter', id)?.trouble).toBeUndefined();
    must(records, 'sheetprinter:remove', { id }, world);
    expect(mustRefuse(records, 'sheetprinter:remove', { id }, world).refused).toBe('record.missing');
  });

  it('[IP8] the register notes which printer brought a sheet out', () => {
    const { records } = hall();
    const of = { is: 'contacts' } as const;
    const now = gatherSheet(records, of, undefined);
    if (isRefusal(now)) throw new Error(now.refused);
    const { code } = must(records, 'sheet:print', { of, size: 'A4', hash: now.hash }, world);
    must(records, 'sheet:output', { code, printer: '东厅打印机', copies: 2 }, world);
    expect(records.get('sheet', code)).toMatchObject({
      output: { printer: '东厅打印机', copies: 2, at: world.now },
    });
    expect(
      mustRefuse(records, 'sheet:output', { code: 'NOSUCH22', printer: 'x', copies: 1 }, world).refused,
    ).toBe('sheet.missing');
  });
});

describe('what fits on a printer’s paper (printers.md)', () => {
  it.each<[SheetLayout, ReturnType<typeof fitOn>]>([
    [{ size: 'A4' }, { is: 'fits', paper: 'A4' }],
    [
      { size: 'A3', orientation: 'wide' },
      { is: 'fits', paper: 'A3' },
    ],
    [{ size: 'A1' }, { is: 'tiles', on: 'A3' }],
    [{ size: '600x900' }, { is: 'tiles', on: 'A3' }],
    [{ size: 'A5' }, { is: 'nup', on: 'A4' }],
    [{ size: '90x54' }, { is: 'nup', on: 'A4' }],
    [{ size: '280x400' }, { is: 'nup', on: 'A3' }],
    [
      { size: 'A1', tiles: { on: 'A4', overlap: 15 } },
      { is: 'fits', paper: 'A4' },
    ],
    [
      { size: '90x54', nup: 'A4' },
      { is: 'fits', paper: 'A4' },
    ],
    [
      { size: 'A4', bleed: 3 },
      { is: 'never', why: 'bleed' },
    ],
  ])('[IP4] %j', (layout, fit) => {
    expect(fitOn(['A4', 'A3'], layout)).toEqual(fit);
  });

  it('[IP4] a booklet is offered in a size that it is made in, a card several on a page', () => {
    expect(offerOn(['A4'], { of: { is: 'booklet' }, size: 'A5' })).toEqual({ is: 'size', on: 'A4' });
    expect(offerOn(['A4'], { of: { is: 'badge' }, size: '90x54' })).toEqual({ is: 'nup', on: 'A4' });
    expect(offerOn(['A4', 'A3'], { of: { is: 'contacts' }, size: 'A1' })).toEqual({ is: 'tiles', on: 'A3' });
  });

  it('[IP4] a printer without A4 and A3 offers nothing else', () => {
    expect(fitOn(['A5'], { size: 'A4' })).toEqual({ is: 'never', why: 'none' });
    expect(fitOn(['A4'], { size: 'A1', tiles: { on: 'A3', overlap: 15 } })).toEqual({
      is: 'tiles',
      on: 'A4',
    });
  });

  it('[IP4] what is offered fits, for every size and set of papers', () => {
    const draw = seeded(6);
    const side = () => 30 + Math.floor(draw() * 970);
    for (let turn = 0; turn < 2000; turn++) {
      const papers = namedSizes.filter(() => draw() < 0.5);
      const size = draw() < 0.3 ? namedSizes[Math.floor(draw() * 6)]! : (`${side()}x${side()}` as const);
      const fit = fitOn(papers, { size });
      if (fit.is === 'tiles' || fit.is === 'nup') expect(papers).toContain(fit.on);
      if (fit.is === 'tiles')
        expect(fitOn(papers, { size, tiles: { on: fit.on, overlap: 15 } }).is).toBe('fits');
      if (fit.is === 'nup') expect(fitOn(papers, { size, nup: fit.on }).is).toBe('fits');
    }
  });

  it('[IP4] papers are named as printers name them, there and back', () => {
    expect(mediaOf('A3')).toBe('iso_a3_297x420mm');
    expect(
      readPapers(['na_letter_8.5x11in', 'iso_a4_210x297mm', 'iso_a2_420x594mm', 'custom_max_x']),
    ).toEqual(['A4', 'A2']);
    expect(readPapers(namedSizes.map(mediaOf))).toEqual(namedSizes);
  });
});
