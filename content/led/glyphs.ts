/**
 * Glyph packs: the letters of a dot-matrix sign, one bit for each dot. Written by scripts/led-glyphs.ts.
 *
 * A pack is, in little-endian bytes:
 *   0  'L' 'E' 'D' 'G'
 *   4  uint16  format, 1
 *   6  uint16  size: dots from the top of a line to its bottom
 *   8  uint32  count of glyphs
 *  12  uint32  0, kept free; the code points then start on a 4-byte border
 *  16  count × uint32  code points in rising order; the highest bit marks a half-width glyph
 *   …  the glyphs in the same order, each `size` rows of whole bytes, the leftmost dot in the highest bit.
 *      A full-width glyph is `size` dots wide, a half-width one size / 2.
 */
export const PACK_SIZES = [12, 16, 24, 32] as const;
export type PackSize = (typeof PACK_SIZES)[number];

const MAGIC = 0x4744454c;
const FORMAT = 1;
const HEADER = 16;
const HALF = 0x8000_0000;

/** File of a pack, in the folder that the hub serves under `/led/`. */
export const packFile = (size: PackSize): string => `glyphs-${size}.bin`;
/** Address of a pack on the hub. */
export const packUrl = (size: PackSize): string => `/led/${packFile(size)}`;

/** The dots of one character: `height` rows of `stride` bytes, the leftmost dot in the highest bit. */
export interface Glyph {
  width: number;
  height: number;
  stride: number;
  rows: Uint8Array;
}

/** One size of letters. Every full-width glyph is `size` × `size` dots. */
export interface Glyphs {
  readonly size: number;
  /** The glyph of a code point; undefined if there is none. */
  find(code: number): Glyph | undefined;
}

export class PackBroken extends Error {}

/** Bytes in one row of dots. */
export const strideOf = (width: number): number => (width + 7) >> 3;

/** Opens a pack in place, without a copy. Throws `PackBroken` for other bytes, as a proxy's error page. */
export function openPack(bytes: Uint8Array): Glyphs {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC || view.getUint16(4, true) !== FORMAT)
    throw new PackBroken('these bytes are no glyph pack');
  const size = view.getUint16(6, true);
  const count = view.getUint32(8, true);
  const codes = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  if (bytes.length < HEADER + 4 * count) throw new PackBroken('the glyph pack is cut off');
  starts[0] = HEADER + 4 * count;
  for (let i = 0; i < count; i++) {
    const marked = view.getUint32(HEADER + 4 * i, true);
    codes[i] = marked & ~HALF;
    starts[i + 1] = (starts[i] ?? 0) + size * strideOf(marked & HALF ? size / 2 : size);
  }
  if (bytes.length !== starts[count]) throw new PackBroken('the glyph pack is cut off');
  return {
    size,
    find(code) {
      const i = indexOf(codes, code);
      if (i < 0) return undefined;
      const rows = bytes.subarray(starts[i], starts[i + 1]);
      const stride = rows.length / size;
      const width = view.getUint32(HEADER + 4 * i, true) & HALF ? size / 2 : size;
      return { width, height: size, stride, rows };
    },
  };
}

function indexOf(codes: Uint32Array, code: number): number {
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = codes[middle] ?? 0;
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Writes a pack. Every glyph must be `size` high and `size` or size / 2 wide. */
export function makePack(size: number, glyphs: ReadonlyMap<number, Glyph>): Uint8Array<ArrayBuffer> {
  const sorted = [...glyphs].sort(([one], [other]) => one - other);
  const dots = sorted.reduce((sum, [, { rows }]) => sum + rows.length, 0);
  const bytes = new Uint8Array(HEADER + 4 * sorted.length + dots);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, FORMAT, true);
  view.setUint16(6, size, true);
  view.setUint32(8, sorted.length, true);
  let start = HEADER + 4 * sorted.length;
  sorted.forEach(([code, { width, rows }], i) => {
    view.setUint32(HEADER + 4 * i, width < size ? (code | HALF) >>> 0 : code, true);
    bytes.set(rows, start);
    start += rows.length;
  });
  return bytes;
}
