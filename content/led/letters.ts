import type { Frame } from './frame.ts';
import type { Glyph, Glyphs } from './glyphs.ts';
import { strideOf } from './glyphs.ts';

/** A character as it will stand in a line of some size: its dots, and where they go. */
interface Sort {
  glyph: Glyph;
  scale: number;
  /** Dots from the corner of the character's place to the glyph. */
  left: number;
  top: number;
  advance: number;
  missing: boolean;
}

/** Latin letters, figures and their signs take half a place, everything else a whole one. */
const isHalf = (code: number): boolean => code < 0x2000;

/**
 * Sets lines of dots from packs. A size that is no pack's own is made of whole multiples of the largest pack
 * that divides it, so that no dot is ever squeezed or blurred. A character that a pack lacks is taken from a
 * smaller pack; one that all lack becomes a hollow box and is reported.
 * Remembers what it has looked up: make one for each set of packs.
 */
export class Letters {
  #packs: readonly Glyphs[];
  #sorts = new Map<number, Sort>();

  /** Needs at least one pack. */
  constructor(packs: readonly Glyphs[]) {
    this.#packs = [...packs].sort((one, other) => other.size - one.size);
  }

  /** Dots from the left of a line of text to its right. */
  measure(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.#find(character, size).advance;
    return width;
  }

  /** Draws a line of text, `size` dots high, its left top corner at (x, y). What no pack has goes to `missing`. */
  draw(frame: Frame, text: string, x: number, y: number, size: number, missing: Set<string>): void {
    let left = x;
    for (const character of text) {
      const sort = this.#find(character, size);
      frame.blit(sort.glyph, left + sort.left, y + sort.top, sort.scale);
      left += sort.advance;
      if (sort.missing) missing.add(character);
    }
  }

  #find(character: string, size: number): Sort {
    const code = character.codePointAt(0) ?? 0;
    const key = code * 4096 + size;
    let sort = this.#sorts.get(key);
    if (!sort) this.#sorts.set(key, (sort = this.#make(code, size)));
    return sort;
  }

  #make(code: number, size: number): Sort {
    const whole = this.#packs.filter((pack) => size % pack.size === 0);
    const smaller = this.#packs.filter((pack) => size % pack.size !== 0 && pack.size < size);
    for (const pack of [...whole, ...smaller]) {
      const glyph = pack.find(code);
      if (!glyph) continue;
      const scale = Math.floor(size / pack.size);
      const advance = glyph.width < pack.size ? size / 2 : size;
      const left = (advance - glyph.width * scale) >> 1;
      const top = (size - glyph.height * scale) >> 1;
      return { glyph, scale, advance, left, top, missing: false };
    }
    const advance = isHalf(code) ? size / 2 : size;
    return { glyph: hollowBox(advance, size), scale: 1, advance, left: 0, top: 0, missing: true };
  }
}

/** Stands for a character that cannot be drawn: visible, and taken for nothing else. */
function hollowBox(width: number, height: number): Glyph {
  const stride = strideOf(width);
  const rows = new Uint8Array(stride * height);
  const light = (x: number, y: number) => {
    const at = y * stride + (x >> 3);
    rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
  };
  for (let x = 1; x < width - 1; x++) for (const y of [1, height - 2]) light(x, y);
  for (let y = 1; y < height - 1; y++) for (const x of [1, width - 2]) light(x, y);
  return { width, height, stride, rows };
}
