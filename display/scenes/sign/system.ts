import type { Glyph, Glyphs } from '../../../content/led/glyphs.ts';
import { strideOf } from '../../../content/led/glyphs.ts';

/** A dot is lit when at least this much of it is covered, of 255. */
const COVERED = 110;

/**
 * Letters of whatever fonts the machine has, cut to dots: rough, but a sign without its packs still says
 * what it must. `face` is a CSS font family list.
 */
export function systemGlyphs(size: number, face: string): Glyphs {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    size,
    find(code) {
      const width = code < 0x80 ? size / 2 : size;
      const height = size;
      if (!context) return undefined;
      canvas.width = width;
      canvas.height = height;
      context.font = `${size >= 24 ? 600 : 400} ${size}px ${face}`;
      context.textAlign = 'center';
      context.textBaseline = 'alphabetic';
      context.fillText(String.fromCodePoint(code), width / 2, Math.round(size * 0.88), width);
      return cut(context.getImageData(0, 0, width, height));
    },
  };
}

function cut({ data, width, height }: ImageData): Glyph {
  const stride = strideOf(width);
  const rows = new Uint8Array(stride * height);
  for (let i = 0; i < width * height; i++) {
    if ((data[i * 4 + 3] ?? 0) < COVERED) continue;
    const x = i % width;
    const at = Math.floor(i / width) * stride + (x >> 3);
    rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
  }
  return { width, height, stride, rows };
}
