import type { SignColour } from '../model/scene.ts';
import type { SignState } from '../views/sign.ts';
import type { Frame } from './frame.ts';

/** Colours of a lit and a dark dot; the lit one is `--led` of theme.css. */
export const LIT = [0xff, 0x2a, 0x1a] as const;
/** Amber as the dots of two-colour boards mix it. */
export const AMBER = [0xff, 0xa0, 0x00] as const;
export type Ink = readonly [red: number, green: number, blue: number];
const UNLIT = '#2a0806';

/** The colour of a sign's dots in a state (L14). */
export function inkOf(state: SignState, colour: SignColour = 'red'): Ink {
  if (colour === 'full') return state.is === 'paused' ? AMBER : LIT;
  return colour === 'amber' ? AMBER : LIT;
}

/** What painting needs of a canvas context. */
export interface Canvas {
  fillStyle: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(): void;
}

/** The frame as RGBA bytes, one pixel for each dot, for `ImageData`. */
export function pixelsOf(
  { width, height, stride, rows }: Frame,
  ink: Ink = LIT,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    const lit = (rows[Math.floor(i / width) * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7));
    if (lit) pixels.set(ink, i * 4);
    pixels[i * 4 + 3] = 255;
  }
  return pixels;
}

/** Paints the sign as one sees it from near: round dots, dark ones just visible, `pitch` pixels apart. */
export function paintDots(canvas: Canvas, frame: Frame, pitch: number): void {
  const { width, height } = frame;
  canvas.fillStyle = '#000000';
  canvas.fillRect(0, 0, width * pitch, height * pitch);
  for (const lit of [false, true]) {
    canvas.fillStyle = lit ? `rgb(${LIT.join(' ')})` : UNLIT;
    canvas.beginPath();
    const radius = pitch * (lit ? 0.46 : 0.36);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        if (frame.lit(x, y) !== lit) continue;
        const [left, top] = [(x + 0.5) * pitch, (y + 0.5) * pitch];
        canvas.moveTo(left + radius, top);
        canvas.arc(left, top, radius, 0, 2 * Math.PI);
      }
    canvas.fill();
  }
}
