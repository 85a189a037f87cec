import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Glyph, Glyphs } from '../../../content/led/glyphs.ts';
import { openPack, PACK_SIZES, packFile, strideOf } from '../../../content/led/glyphs.ts';
import type { Frame } from '../../../content/led/frame.ts';

/** The packs that the set-up has built; without a build they are made for this run. */
export function realPacks(): Glyphs[] {
  let folder = join(import.meta.dirname, '../../../build/led');
  if (!PACK_SIZES.every((size) => existsSync(join(folder, packFile(size))))) {
    folder = mkdtempSync(join(tmpdir(), 'mingting-led-'));
    const script = join(import.meta.dirname, '../../../scripts/led-glyphs.ts');
    execFileSync(process.execPath, [script, folder], { stdio: 'ignore' });
  }
  return PACK_SIZES.map((size) => openPack(new Uint8Array(readFileSync(join(folder, packFile(size))))));
}

/** A glyph from a picture: `#` is lit. */
export function glyphOf(...lines: string[]): Glyph {
  const width = lines[0]?.length ?? 0;
  const stride = strideOf(width);
  const rows = new Uint8Array(stride * lines.length);
  lines.forEach((line, y) =>
    [...line].forEach((dot, x) => {
      const at = y * stride + (x >> 3);
      if (dot === '#') rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }),
  );
  return { width, height: lines.length, stride, rows };
}

/** A frame, or a part of it, as a picture. */
export function pictureOf(
  frame: Frame,
  { x = 0, y = 0, width = frame.width, height = frame.height } = {},
): string[] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => (frame.lit(x + column, y + row) ? '#' : '.')).join(''),
  );
}
