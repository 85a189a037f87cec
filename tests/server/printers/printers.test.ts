import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Letters } from '../../../content/led/letters.ts';
import { layOut, type Line } from '../../../content/slips/lines.ts';
import type { Slip } from '../../../content/slips/slip.ts';
import { encodeSlip } from '../../../server/printers/encode.ts';
import { modulesOf } from '../../../server/led/letters.ts';
import { talk } from '../../../server/printers/talk.ts';
import {
  COVER_OPEN,
  CUTTER,
  NO_PAPER,
  PAPER_LOW,
  readSlip,
  SlipPrinter,
  toPgm,
  type Behaviour,
  type Paper,
} from '../../support/slipprinter.ts';
import { realPacks } from '../../content/led/packs.ts';

const url = 'http://192.168.1.20:8080/t/ABCDEFGH';
const slip: Slip = {
  hall: '白石镇公共服务中心',
  number: 'A012',
  service: '社会保障',
  priority: true,
  windows: [2, 3],
  ahead: 3,
  minutes: { from: 10, to: 15 },
  day: '2026-11-21',
  clock: '09:41',
  passBack: 'list',
  complaint: '023-79000001',
  url,
};
const letters = new Letters(realPacks());
const encode = (lines: Line[], width: 58 | 80, own: 'gb18030' | 'picture', cut = true) =>
  Buffer.from(encodeSlip(lines, { printer: { width, letters: own, cut }, letters, code: modulesOf }));

function readCode(paper: Paper): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingting-slip-'));
  try {
    writeFileSync(join(folder, 'slip.pgm'), toPgm(paper));
    return execFileSync('zbarimg', [
      '-q',
      '--raw',
      '-S*.disable',
      '-Sqrcode.enable',
      join(folder, 'slip.pgm'),
    ])
      .toString()
      .trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('bytes', () => {
  test.each([58, 80] as const)(
    '[K6][K8] %i mm with the printer’s own letters: words in GB18030, the code as dots',
    (width) => {
      const read = readSlip(encode(layOut(slip, width), width, 'gb18030'));
      const lines = layOut(slip, width).flatMap((line) => (line.is === 'text' ? [line] : []));
      expect(read.text.filter((line) => !/^-+$/.test(line))).toEqual(lines.map(({ text }) => text));
      expect(read.sizes[read.text.indexOf('A012')]).toBeGreaterThanOrEqual(6);
      expect(readCode(read.paper)).toBe(url);
      expect(read.cut).toBe(true);
    },
  );

  test.each([58, 80] as const)(
    '[K8] %i mm as a picture: no words, and a code that a phone reads',
    (width) => {
      const read = readSlip(encode(layOut(slip, width), width, 'picture'));
      expect(read.text).toEqual([]);
      expect(read.paper.width).toBe(width === 58 ? 384 : 576);
      expect(readCode(read.paper)).toBe(url);
    },
  );

  test('[K8] a character beyond two bytes makes all of it a picture', () => {
    const read = readSlip(encode(layOut({ ...slip, hall: '𠮷野镇' }, 80), 80, 'gb18030'));
    expect(read.text).toEqual([]);
    expect(readCode(read.paper)).toBe(url);
  });

  test('a printer without a cutter is fed past its edge instead', () => {
    const bytes = encode(layOut(slip, 80), 80, 'gb18030', false);
    expect(readSlip(bytes).cut).toBe(false);
    expect(bytes.subarray(-5).toString()).toBe('\n\n\n\n\n');
  });
});

describe('talking to a printer', () => {
  let printer: SlipPrinter;
  afterEach(() => printer.stop());
  const bytes = encode(layOut(slip, 80), 80, 'gb18030');
  const patience = { connect: 2_000, answer: 300, print: 600 };
  const ask = async (behaviour: Behaviour, what: Uint8Array | null = bytes) => {
    printer = await SlipPrinter.start(behaviour);
    return talk({ host: '127.0.0.1', port: printer.port }, what, patience);
  };

  test('[K4] a printer that is well prints, and says so', async () => {
    expect(await ask({})).toEqual({ trouble: null, paperLow: false, mute: false, printed: 'yes' });
    expect(printer.slips).toHaveLength(1);
    expect(readSlip(printer.slips[0]!).text).toContain('A012');
  });

  test.each([
    ['paper', NO_PAPER],
    ['cover', COVER_OPEN],
    ['fault', CUTTER],
    ['offline', [0x1a, 0x12, 0x12, 0x12]],
  ] as const)('[K4][K7] %s: nothing is sent', async (trouble, state) => {
    expect(await ask({ state })).toMatchObject({ trouble, printed: 'no' });
    expect(printer.slips).toHaveLength(0);
  });

  test('[K4] the end of the roll is near: it prints, and it is told', async () => {
    expect(await ask({ state: PAPER_LOW })).toMatchObject({ trouble: null, paperLow: true, printed: 'yes' });
  });

  test('[K7] out of paper in the middle: told, and not sent again', async () => {
    expect(await ask({ after: NO_PAPER, silentEnd: true })).toMatchObject({ trouble: 'paper' });
    expect(printer.slips).toHaveLength(1);
    expect(printer.connections).toBe(1);
  });

  test('[K7] one that answers nothing is sent the slip, and nobody claims that it came out', async () => {
    expect(await ask({ mute: true })).toEqual({
      trouble: null,
      paperLow: false,
      mute: true,
      printed: 'unsure',
    });
    expect(readSlip(printer.slips[0]!).text).toContain('A012');
  });

  test('[K7] one that says nothing of the end is not sent it twice', async () => {
    expect(await ask({ silentEnd: true })).toMatchObject({ trouble: null, printed: 'unsure' });
    expect(printer.slips).toHaveLength(1);
  });

  test('[K7] one that hangs up at the slip is in trouble', async () => {
    expect(await ask({ drops: true })).toMatchObject({ trouble: 'offline' });
    expect(printer.connections).toBe(1);
  });

  test('[K7] what does not answer as a printer does is sent nothing', async () => {
    expect(await ask({ garbage: 'HTTP/1.1 400 Bad Request\r\n\r\n' })).toMatchObject({
      trouble: 'strange',
      printed: 'no',
    });
    expect(printer.slips).toHaveLength(0);
  });

  test('[K4] asking alone prints nothing', async () => {
    expect(await ask({}, null)).toMatchObject({ trouble: null, printed: 'no' });
    expect(printer.slips).toHaveLength(0);
  });

  test('[K4] nobody there', async () => {
    printer = await SlipPrinter.start();
    const { port } = printer;
    await printer.stop();
    expect(await talk({ host: '127.0.0.1', port }, bytes, patience)).toMatchObject({
      trouble: 'offline',
      printed: 'no',
    });
    printer = await SlipPrinter.start();
  });

  test('[K2] a public address is never called, whatever the record says', async () => {
    printer = await SlipPrinter.start();
    expect(await talk({ host: 'localhost', port: printer.port }, bytes, patience)).toMatchObject({
      trouble: 'offline',
    });
    expect(printer.connections).toBe(0);
  });
});
