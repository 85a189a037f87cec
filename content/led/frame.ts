import type { Glyph } from './glyphs.ts';
import { strideOf } from './glyphs.ts';

/** A rectangle of dots: left, top, width, height. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a sign shows: one bit for each dot, rows of whole bytes, the leftmost dot in the highest bit. */
export class Frame {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  readonly rows: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.stride = strideOf(width);
    this.rows = new Uint8Array(this.stride * height);
  }

  /** Whether a dot is lit; dots outside are not. */
  lit(x: number, y: number): boolean {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return false;
    return ((this.rows[y * this.stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  }

  /** Lights the dots of a box; what lies outside the frame is left out. */
  fill({ x, y, width, height }: Box): void {
    const right = Math.min(this.width, x + width);
    const bottom = Math.min(this.height, y + height);
    for (let row = Math.max(0, y); row < bottom; row++)
      for (let column = Math.max(0, x); column < right; column++) {
        const at = row * this.stride + (column >> 3);
        this.rows[at] = (this.rows[at] ?? 0) | (0x80 >> (column & 7));
      }
  }

  /** Lights the dots of a glyph, its left top corner at (x, y), each dot `scale` × `scale` dots large. */
  blit({ width, height, stride, rows }: Glyph, x: number, y: number, scale = 1): void {
    const inside = x >= 0 && y >= 0 && x + width <= this.width && y + height <= this.height;
    if (scale === 1 && inside) return this.#merge(rows, stride, height, x, y);
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        if ((rows[row * stride + (column >> 3)] ?? 0) & (0x80 >> (column & 7)))
          this.fill({ x: x + column * scale, y: y + row * scale, width: scale, height: scale });
  }

  /** Whole bytes at once: an 8-dot piece of a row touches one or two bytes of the frame. */
  #merge(rows: Uint8Array, stride: number, height: number, x: number, y: number): void {
    const shift = x & 7;
    for (let row = 0; row < height; row++) {
      const start = (y + row) * this.stride + (x >> 3);
      for (let piece = 0; piece < stride; piece++) {
        const bits = (rows[row * stride + piece] ?? 0) << (8 - shift);
        if (bits === 0) continue;
        const at = start + piece;
        this.rows[at] = (this.rows[at] ?? 0) | (bits >> 8);
        if (bits & 0xff) this.rows[at + 1] = (this.rows[at + 1] ?? 0) | (bits & 0xff);
      }
    }
  }
}
