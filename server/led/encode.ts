import { crc32, deflateSync } from 'node:zlib';
import type { Ink } from '../../content/led/dots.ts';
import type { Frame } from '../../content/led/frame.ts';

/** Bits of a dot in a picture: black and the ink; black, red, green, amber for boards of two colours; whole colours. */
export type Bits = 1 | 2 | 24;

/** Of boards with red and green dots, by their bits. */
const TWO_COLOURS: readonly Ink[] = [
  [0, 0, 0],
  [0xff, 0, 0],
  [0, 0xff, 0],
  [0xff, 0xff, 0],
];
const BLACK: Ink = [0, 0, 0];

/** The number of a lit dot in a picture of so few colours, and what its numbers mean. */
function coloursOf(ink: Ink, bits: 1 | 2): { lit: number; palette: readonly Ink[] } {
  if (bits === 1) return { lit: 1, palette: [BLACK, ink] };
  return { lit: ((ink[0] ?? 0) > 0x60 ? 1 : 0) | ((ink[1] ?? 0) > 0x60 ? 2 : 0), palette: TWO_COLOURS };
}

/** A row of dots as bytes, the leftmost in the highest bits; `order` is that of the three parts of a colour. */
function rowOf(
  frame: Frame,
  y: number,
  ink: Ink,
  bits: Bits,
  order: readonly [number, number, number],
): Uint8Array {
  const { width } = frame;
  const row = new Uint8Array(Math.ceil((width * bits) / 8));
  const lit = bits === 24 ? 0 : coloursOf(ink, bits).lit;
  for (let x = 0; x < width; x++) {
    if (!frame.lit(x, y)) continue;
    if (bits === 24) order.forEach((part, place) => (row[x * 3 + place] = ink[part] ?? 0));
    else {
      const at = (x * bits) >> 3;
      row[at] = (row[at] ?? 0) | (lit << (8 - bits - ((x * bits) & 7)));
    }
  }
  return row;
}

/** A Windows bitmap, bottom row first, each row filled up to four bytes. Two bits a dot is read by controllers, not by every viewer. */
export function encodeBmp(frame: Frame, ink: Ink, bits: Bits): Buffer<ArrayBuffer> {
  const { width, height } = frame;
  const palette = bits === 24 ? [] : coloursOf(ink, bits).palette;
  const stride = Math.ceil((width * bits) / 32) * 4;
  const start = 54 + palette.length * 4;
  const file = Buffer.alloc(start + stride * height);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(start, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  file.writeUInt32LE(stride * height, 34);
  file.writeUInt32LE(palette.length, 46);
  palette.forEach(([red, green, blue], at) => file.set([blue, green, red, 0], 54 + at * 4));
  for (let y = 0; y < height; y++)
    file.set(rowOf(frame, y, ink, bits, [2, 1, 0]), start + (height - 1 - y) * stride);
  return file;
}

/** A PNG with a palette, or with whole colours. */
export function encodePng(frame: Frame, ink: Ink, bits: Bits): Buffer<ArrayBuffer> {
  const { width, height } = frame;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bits === 24 ? 8 : bits;
  head[9] = bits === 24 ? 2 : 3;
  const rows = Array.from({ length: height }, (_, y) => [
    Uint8Array.of(0),
    rowOf(frame, y, ink, bits, [0, 1, 2]),
  ]);
  const palette = bits === 24 ? [] : [chunk('PLTE', Uint8Array.from(coloursOf(ink, bits).palette.flat()))];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...palette,
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
