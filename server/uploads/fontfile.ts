import { covers, readCoverage } from '../../templates/index.ts';
import type { FontMay } from '../../content/model/font.ts';

/** What a font's file says of itself. */
export interface FontFile {
  name: string;
  names: string[];
  may: FontMay;
}

/** `type`: no TrueType font of Chinese. `collection`: several in one. `outlines`: CFF or variable. `restricted`: not to be embedded. */
export type FontFault = { fault: 'type' | 'collection' | 'outlines' } | { fault: 'restricted'; name: string };

const TRUETYPE = [0x00010000, 0x74727565];
/** What there must be for it to be drawn. */
const TABLES = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name'];
/** Characters of nearly every sheet: a font without them is none of Chinese. */
const CHINESE = '中心民服务公示';
/** Family, full name, PostScript name, family of all its weights. */
const NAMES = [16, 1, 4, 6];
const MOST = 24;

/** `fsType`: what may be done with it (OpenType, OS/2). */
const RESTRICTED = 0x0002;
const PRINT = 0x0004;
const EDIT = 0x0008;
const WHOLE_ONLY = 0x0100;
const BITMAP_ONLY = 0x0200;

/** Reads a font by its content (FT1, FT2); never throws. */
export function readFontFile(bytes: Uint8Array): FontFile | FontFault {
  try {
    return read(bytes);
  } catch {
    // Offsets that lead out of the file: damaged, or something else that begins like a font.
    return { fault: 'type' };
  }
}

function read(bytes: Uint8Array): FontFile | FontFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(0);
  if (kind === tag('ttcf')) return { fault: 'collection' };
  if (kind === tag('OTTO')) return { fault: 'outlines' };
  if (!TRUETYPE.includes(kind)) return { fault: 'type' };
  const tables = readTables(view);
  if (tables.has('fvar') || tables.has('CFF ') || tables.has('CFF2')) return { fault: 'outlines' };
  if (!TABLES.every((name) => tables.has(name))) return { fault: 'type' };
  const coverage = readCoverage(bytes);
  if (![...CHINESE].every((letter) => covers(coverage, letter.codePointAt(0)!))) return { fault: 'type' };
  const names = readNames(view, tables.get('name')!);
  const [name] = names;
  if (name === undefined) return { fault: 'type' };
  const os2 = tables.get('OS/2');
  const rights = os2 === undefined ? 0 : view.getUint16(os2 + 8);
  const may = rights & EDIT ? 'edit' : rights & PRINT ? 'print' : rights & RESTRICTED ? null : 'install';
  if (!may || rights & (WHOLE_ONLY | BITMAP_ONLY)) return { fault: 'restricted', name };
  return { name, names, may };
}

/** Where each table begins. Throws where one leads out of the file. */
function readTables(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    const [at, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (at + length > view.byteLength) throw new RangeError('A table leads out of the file');
    tables.set(name, at);
  }
  return tables;
}

/** Names in Chinese first, as a standard writes them. */
function readNames(view: DataView, table: number): string[] {
  const storage = table + view.getUint16(table + 4);
  const found: { rank: number; text: string }[] = [];
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const entry = table + 6 + index * 12;
    const [platform, , language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((at) =>
      view.getUint16(entry + at),
    ) as [number, number, number, number, number, number];
    // Windows names are UTF-16; those of old Macintoshes say the same again.
    if (platform !== 3 || !NAMES.includes(id)) continue;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + storage + offset, length);
    const text = new TextDecoder('utf-16be')
      .decode(bytes)
      .replace(/[\p{Cc}]/gu, '')
      .trim()
      .slice(0, 80);
    const chinese = (language & 0x3ff) === 0x04;
    if (text) found.push({ rank: (chinese ? 0 : NAMES.length) + NAMES.indexOf(id), text });
  }
  const sorted = found.sort((one, other) => one.rank - other.rank).map(({ text }) => text);
  return [...new Set(sorted)].slice(0, MOST);
}

function tag(name: string): number {
  return [...name].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0) >>> 0;
}
