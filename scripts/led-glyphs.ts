// Makes the glyph packs of the LED signs from fonts that npm brings: node scripts/led-glyphs.ts OUTDIR
// 12 dots from Fusion Pixel and 16 from GNU Unifont, whose outlines are drawn on their dots; 24 and 32 from
// Noto Sans SC, whose strokes are moved onto whole dots first. The format stands in content/led/glyphs.ts.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { convert } from 'fontverter';
import type { Glyph, PackSize } from '../content/led/glyphs.ts';
import { makePack, packFile } from '../content/led/glyphs.ts';
import { hint } from './led/hint.ts';
import type { Widths } from './led/hint.ts';
import { contoursOf, rasterise } from './led/outline.ts';
import { openDrawn } from './led/postscript.ts';
import { openFont } from './led/truetype.ts';
import type { Font } from './led/truetype.ts';

const PIXEL =
  '@fontsource/fusion-pixel-12px-monospaced-sc/files/fusion-pixel-12px-monospaced-sc-latin-400-normal.woff2';
const UNIFONT = '@fontsource/unifont/files/unifont-latin-400-normal.woff2';
const NOTO = '@expo-google-fonts/noto-sans-sc';
/** 600 for hanzi: 500 comes out thin, in 700 the counters of 窗 fill. */
const HANZI = `${NOTO}/600SemiBold/NotoSansSC_600SemiBold.ttf`;
/** Figures are made taller, so that a lighter weight is as black; heavier ones clot in A, M and W. */
const FIGURES = {
  24: `${NOTO}/400Regular/NotoSansSC_400Regular.ttf`,
  32: `${NOTO}/500Medium/NotoSansSC_500Medium.ttf`,
} as const;

/** Sample points across a dot of a hinted outline. */
const FINE = 4;
/** Dots from the top of the line to the baseline, and widths of strokes, for the sizes made from Noto. */
const grown: Record<24 | 32, Widths> = {
  24: { x: [2, 2], y: [2, 2] },
  32: { x: [3, 3], y: [2, 3] },
};

/** Of the size: where the baseline of Chinese stands, and how tall capitals and figures are. */
const BASELINE = 0.88;
const CAPITALS = 26 / 32;
/** Height of a capital of Noto Sans SC in font units. */
const CAPITAL_UNITS = 733;

async function readFont(path: string): Promise<Font> {
  const file = await readFile(fileURLToPath(import.meta.resolve(path)));
  return openFont(path.endsWith('.ttf') ? file : await convert(file, 'truetype'));
}

async function readDrawn(path: string): Promise<Font> {
  const file = await readFile(fileURLToPath(import.meta.resolve(path)));
  return openDrawn(new Uint8Array(await convert(file, 'sfnt')));
}

function* range(first: number, last: number): Generator<number> {
  for (let code = first; code <= last; code++) yield code;
}

/** All characters of GB 2312, from the rows of its table: signs 1 to 9, hanzi 16 to 87. */
function gb2312(): number[] {
  const decoder = new TextDecoder('gb2312');
  const codes: number[] = [];
  for (const row of [...range(0xa1, 0xa9), ...range(0xb0, 0xf7)])
    for (const cell of range(0xa1, 0xfe)) {
      const code = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0) ?? 0;
      // The decoder knows GBK, whose additions to rows 1 to 9 include characters for private use.
      if (code !== 0xfffd && !(code >= 0xe000 && code < 0xf900)) codes.push(code);
    }
  return codes;
}

const usual = new Set([
  ...range(0x20, 0x7e),
  0xb7,
  ...range(0x3001, 0x3017),
  ...range(0xff01, 0xff5e),
  ...gb2312(),
]);
/** Names of people and places use more hanzi than GB 2312 has; Unifont has them. */
const rare = new Set([
  ...usual,
  ...range(0xa0, 0xff),
  ...range(0x2010, 0x205e),
  ...range(0x2460, 0x24ff),
  ...range(0x3000, 0x303f),
  ...range(0x3400, 0x4dbf),
  ...range(0x4e00, 0x9fff),
  ...range(0xf900, 0xfad9),
]);

/** Takes over the dots of a font that was drawn in dots, `size` to the line with `baseline` above its baseline. */
function setDots(
  font: Font,
  size: 12 | 16,
  baseline: number,
  codes: ReadonlySet<number>,
): Map<number, Glyph> {
  const unit = size / font.unitsPerEm;
  const glyphs = new Map<number, Glyph>();
  for (const code of codes) {
    const outline = font.find(code);
    const width = Math.round((outline?.advance ?? 0) * unit);
    if (!outline || (width !== size / 2 && width !== size)) continue;
    const contours = contoursOf(outline, { scaleX: unit, scaleY: unit, left: 0, baseline });
    glyphs.set(code, rasterise(contours, width, size, 1));
  }
  return glyphs;
}

function setNoto(hanzi: Font, figures: Font, size: 24 | 32): Map<number, Glyph> {
  const unit = size / hanzi.unitsPerEm;
  const glyphs = new Map<number, Glyph>();
  for (const code of usual) {
    const half = code < 0x80;
    const outline = (half ? figures : hanzi).find(code);
    if (!outline) continue;
    const width = half ? size / 2 : size;
    // Figures grow to the height of the sign and narrow to half a place, with a dot free at each side.
    const scaleY = half ? (CAPITALS * size) / CAPITAL_UNITS : unit;
    const scaleX = half ? Math.min(scaleY, width / outline.advance) : unit;
    const placement = {
      scaleX,
      scaleY,
      left: (width - outline.advance * scaleX) / 2,
      baseline: half ? size * (0.5 + CAPITALS / 2) : size * BASELINE,
    };
    const contours = contoursOf(outline, placement);
    hint(contours, size, grown[size]);
    glyphs.set(code, rasterise(contours, width, size, FINE));
  }
  return glyphs;
}

async function write(folder: string, size: PackSize, glyphs: Map<number, Glyph>): Promise<void> {
  const bytes = makePack(size, glyphs);
  const path = join(folder, packFile(size));
  // Renamed when whole: the hub may be serving the old one.
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
  const kilobytes = (count: number) => `${Math.round(count / 1024)} KB`;
  console.log(
    `${packFile(size)}: ${glyphs.size} glyphs, ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} gzip`,
  );
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/led-glyphs.ts OUTDIR');
  process.exitCode = 1;
} else {
  await mkdir(folder, { recursive: true });
  await write(folder, 12, setDots(await readDrawn(PIXEL), 12, 10, usual));
  await write(folder, 16, setDots(await readFont(UNIFONT), 16, 14, rare));
  const hanzi = await readFont(HANZI);
  for (const size of [24, 32] as const)
    await write(folder, size, setNoto(hanzi, await readFont(FIGURES[size]), size));
}
