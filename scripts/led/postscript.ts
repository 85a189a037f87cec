// Reads a font whose outlines are PostScript's (CFF) through a library: for fonts of straight lines only, whose
// size is small enough for it.
import opentype from 'opentype.js';
import type { Font, FontPoint } from './truetype.ts';

/** Opens a CFF font that is drawn in dots. Throws for one with curves, which its dots would not need. */
export function openDrawn(bytes: Uint8Array<ArrayBuffer>): Font {
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return {
    unitsPerEm: font.unitsPerEm,
    find(code) {
      const glyph = font.charToGlyph(String.fromCodePoint(code));
      if (glyph.index === 0) return undefined;
      const contours: FontPoint[][] = [];
      for (const step of glyph.path.commands)
        if (step.type === 'M') contours.push([{ x: step.x, y: step.y, on: true }]);
        else if (step.type === 'L') contours.at(-1)?.push({ x: step.x, y: step.y, on: true });
        else if (step.type !== 'Z') throw new Error('a font of dots has no curves');
      return { advance: glyph.advanceWidth ?? 0, contours };
    },
  };
}
