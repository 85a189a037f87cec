// Reads the outlines of a TrueType font, of its tables just those that a glyph pack needs. A whole font library
// takes 1 GB for these fonts, which is more than the PC of a hall may have free.

/** A point of an outline in font units, y upwards. */
export interface FontPoint {
  x: number;
  y: number;
  on: boolean;
}

export interface Outline {
  advance: number;
  contours: FontPoint[][];
}

export interface Font {
  unitsPerEm: number;
  /** The outline of a code point; undefined if the font has none. */
  find(code: number): Outline | undefined;
}

interface Tables {
  unitsPerEm: number;
  metrics: number;
  glyphs: DataView;
  hmtx: DataView;
  /** Where the data of each glyph begins; one more than there are glyphs. */
  places: number[];
}

/** Flags of a point (glyf table). */
const ON = 1;
const SHORT = { x: 2, y: 4 };
const REPEAT = 8;
const SAME = { x: 16, y: 32 };

/** Flags of a part of a composite glyph. */
const WORDS = 1;
const OFFSETS = 2;
const MORE = 32;
const SCALED = 8 | 64 | 128;

export function openFont(file: Uint8Array): Font {
  const all = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < all.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const name = String.fromCharCode(...file.subarray(at, at + 4));
    const start = file.byteOffset + all.getUint32(at + 8);
    tables.set(name, new DataView(file.buffer, start, all.getUint32(at + 12)));
  }
  const table = (name: string): DataView => {
    const found = tables.get(name);
    if (!found) throw new Error(`the font has no table ${name}`);
    return found;
  };
  const head = table('head');
  const loca = table('loca');
  const long = head.getInt16(50) === 1;
  const count = table('maxp').getUint16(4);
  const font: Tables = {
    unitsPerEm: head.getUint16(18),
    metrics: table('hhea').getUint16(34),
    glyphs: table('glyf'),
    hmtx: table('hmtx'),
    places: Array.from({ length: count + 1 }, (_, i) =>
      long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i),
    ),
  };
  const indexes = readCharacters(table('cmap'));
  return {
    unitsPerEm: font.unitsPerEm,
    find(code) {
      const index = indexes.get(code);
      if (index === undefined) return undefined;
      const advance = font.hmtx.getUint16(4 * Math.min(index, font.metrics - 1));
      return { advance, contours: readGlyph(font, index) };
    },
  };
}

/** Glyph of each code point, from the format 12 subtable, or the format 4 one of a font without. */
function readCharacters(cmap: DataView): Map<number, number> {
  const starts = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(8 + 8 * i));
  const whole = starts.find((start) => cmap.getUint16(start) === 12);
  if (whole !== undefined) return readGroups(cmap, whole);
  const basic = starts.find((start) => cmap.getUint16(start) === 4);
  if (basic === undefined) throw new Error('the font has no character map of format 4 or 12');
  return readSegments(cmap, basic);
}

function readGroups(cmap: DataView, start: number): Map<number, number> {
  const indexes = new Map<number, number>();
  for (let group = 0; group < cmap.getUint32(start + 12); group++) {
    const at = start + 16 + 12 * group;
    const [first, last, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)];
    for (let code = first; code <= last; code++) indexes.set(code, glyph + code - first);
  }
  return indexes;
}

function readSegments(cmap: DataView, start: number): Map<number, number> {
  const indexes = new Map<number, number>();
  const size = cmap.getUint16(start + 6);
  for (let at = start + 14; at < start + 14 + size; at += 2) {
    const [last, first] = [cmap.getUint16(at), cmap.getUint16(at + 2 + size)];
    const delta = cmap.getUint16(at + 2 + 2 * size);
    const place = at + 2 + 3 * size;
    const offset = cmap.getUint16(place);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code : cmap.getUint16(place + offset + 2 * (code - first));
      const index = glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      if (index !== 0) indexes.set(code, index);
    }
  }
  return indexes;
}

function readGlyph(font: Tables, index: number): FontPoint[][] {
  const { glyphs, places } = font;
  const [start = 0, end = 0] = places.slice(index, index + 2);
  if (start === end) return [];
  const count = glyphs.getInt16(start);
  return count < 0 ? readParts(font, start + 10) : readPoints(glyphs, start + 10, count);
}

function readPoints(glyphs: DataView, start: number, count: number): FontPoint[][] {
  const ends = Array.from({ length: count }, (_, i) => glyphs.getUint16(start + 2 * i));
  const length = (ends.at(-1) ?? -1) + 1;
  let at = start + 2 * count;
  at += 2 + glyphs.getUint16(at);
  const flags: number[] = [];
  while (flags.length < length) {
    const flag = glyphs.getUint8(at++);
    flags.push(flag);
    if (flag & REPEAT) for (let more = glyphs.getUint8(at++); more > 0; more--) flags.push(flag);
  }
  const read = (axis: 'x' | 'y'): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & SHORT[axis]) value += glyphs.getUint8(at++) * (flag & SAME[axis] ? 1 : -1);
      else if (!(flag & SAME[axis])) {
        value += glyphs.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [read('x'), read('y')];
  const points = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & ON) !== 0 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1));
}

/** The parts of a composite glyph, each moved to its place. Throws for the scaled ones that no pack needs. */
function readParts(font: Tables, start: number): FontPoint[][] {
  const contours: FontPoint[][] = [];
  let flags = MORE;
  for (let at = start; flags & MORE;) {
    flags = font.glyphs.getUint16(at);
    const index = font.glyphs.getUint16(at + 2);
    if (flags & SCALED || !(flags & OFFSETS))
      throw new Error(`glyph ${index} is part of another in an unknown way`);
    const words = (flags & WORDS) !== 0;
    const dx = words ? font.glyphs.getInt16(at + 4) : font.glyphs.getInt8(at + 4);
    const dy = words ? font.glyphs.getInt16(at + 6) : font.glyphs.getInt8(at + 5);
    for (const contour of readGlyph(font, index))
      contours.push(contour.map(({ x, y, on }) => ({ x: x + dx, y: y + dy, on })));
    at += words ? 8 : 6;
  }
  return contours;
}
