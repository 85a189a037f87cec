import { describe, expect, test } from 'vitest';
import { AMBER, LIT } from '../../../content/led/dots.ts';
import { Frame } from '../../../content/led/frame.ts';
import { encodeColour, encodeDots } from '../../../server/led/onbon/area.ts';
import { crc16, Unwrapper, wrap } from '../../../server/led/onbon/frame.ts';
import { isDone, packRequest, pingRequest, readAnswer } from '../../../server/led/onbon/packet.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');

/** Whole frames that the maker's manual and users of its controllers print. */
const samples = [
  'fe ff 00 80 f0 00 fe ff 00 00 00 00 05 00 00 00 01 a2 00 00 00 c6 86', // "is anybody there?", 5E
  '01 00 00 80 00 00 00 00 00 00 fe 02 05 00 a2 00 01 00 00 68 f8', // the same, 4K
  '01 00 00 80 00 00 00 00 00 00 fe 02 05 00 a1 02 01 00 00 2d 40', // how is it?
  '01 00 00 80 00 00 00 00 00 00 fe 02 05 00 a3 10 01 00 00 51 f8', // dark
];

describe('the wire of a controller', () => {
  test.each(samples)('[L16] packs and reads the public sample %s', (sample) => {
    const packet = bytes(sample).subarray(0, -2);
    const frame = `${'a5'.repeat(8)}${sample.replaceAll(' ', '')}5a`;
    expect(hex(wrap(packet))).toBe(frame);
    expect(new Unwrapper().take(bytes(frame)).map(hex)).toEqual([hex(packet)]);
  });

  test('[L16] asks as the manual prints it', () => {
    expect(hex(wrap(pingRequest()))).toBe(`${'a5'.repeat(8)}${samples[0]!.replaceAll(' ', '')}5a`);
  });

  test('CRC-16/ARC of its usual check word', () => {
    expect(crc16(Buffer.from('123456789'))).toBe(0xbb3d);
  });

  test('every byte comes through, in pieces of any size, after any noise', () => {
    const packet = Uint8Array.from({ length: 512 }, (_, i) => i & 0xff);
    const wire = Uint8Array.of(1, 0x5a, 0xa5, 0x33, 0x5a, ...wrap(packet), ...wrap(packet));
    for (const size of [1, 2, 7, 64, wire.length]) {
      const reader = new Unwrapper();
      const packets: string[] = [];
      for (let at = 0; at < wire.length; at += size)
        packets.push(...reader.take(wire.subarray(at, at + size)).map(hex));
      expect(packets, `pieces of ${size}`).toEqual([hex(packet), hex(packet)]);
    }
  });

  test('a flipped byte is noticed', () => {
    const wire = wrap(bytes('01020304'));
    for (let at = 8; at < wire.length - 1; at++) {
      const torn = Uint8Array.from(wire);
      torn[at] = (torn[at] ?? 0) ^ 1;
      expect(new Unwrapper().take(torn).map(hex)).not.toContain('01020304');
    }
  });

  test('answers are told apart', () => {
    const head = packRequest({ to: 1, device: 0, group: 0, command: 0, data: new Uint8Array() }).subarray(
      0,
      16,
    );
    const answer = (tail: string) => readAnswer(Uint8Array.of(...head, ...bytes(tail)));
    expect(isDone(answer('00 a0 00 00 00 00 00 00 00')!)).toBe(true);
    expect(answer('00 a0 01 01 00 03 00 00 00')).toEqual({ group: 0xa0, command: 1, error: 3 });
    expect(isDone(answer('00 a0 01 01 00 00 00 00 00')!)).toBe(false);
    expect(readAnswer(head)).toBeNull();
  });
});

describe('dots of the 5E and 5Q series', () => {
  const frame = new Frame(10, 2);
  frame.fill({ x: 0, y: 0, width: 1, height: 1 });
  frame.fill({ x: 9, y: 1, width: 1, height: 1 });

  test('eight a byte, 0 lit, past the edge dark', () => {
    expect(hex(encodeDots(frame, null))).toBe('7fffffbf');
  });

  test('two colours: a byte of red, a byte of green', () => {
    expect(hex(encodeDots(frame, LIT))).toBe('7fff' + 'ffff' + 'ffff' + 'bfff');
    expect(hex(encodeDots(frame, AMBER))).toBe('7f7f' + 'ffff' + 'ffff' + 'bfbf');
  });

  test('whole colours: 5, 6 and 5 bits', () => {
    const data = encodeColour(frame, [0xff, 0, 0xff]);
    expect(data.length).toBe(40);
    expect(hex(data.subarray(0, 4))).toBe('1ff80000');
    expect(hex(data.subarray(38))).toBe('1ff8');
  });
});
