declare module 'opentype.js' {
  /** One step of an outline in font units, y upwards. Fonts with TrueType outlines have no cubic curves. */
  export type Command =
    | { type: 'M' | 'L'; x: number; y: number }
    | { type: 'Q'; x1: number; y1: number; x: number; y: number }
    | { type: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
    | { type: 'Z' };
  export interface Outline {
    index: number;
    advanceWidth: number;
    path: { commands: Command[] };
  }
  export interface Font {
    unitsPerEm: number;
    charToGlyph(character: string): Outline;
  }
  const opentype: { parse(font: ArrayBuffer): Font };
  export default opentype;
}
