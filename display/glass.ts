import type { Picture } from '../content/model/screen.ts';

/** Millimetres of type for each metre of reading distance: critical size for reading Chinese (look.md). */
const MM_PER_METRE = 7;
const MM_PER_INCH = 25.4;

export interface Glass {
  /** Viewport in CSS pixels. */
  width: number;
  height: number;
}

export interface Place {
  /** Inches. */
  diagonal: number;
  /** Metres. */
  distance: number;
}

/** A picture set in pixels of the device, in CSS pixels: a PC may scale its desktop, LED controllers count true pixels. */
export function pictureOn(picture: Picture, ratio: number): Picture {
  const { x, y, width, height } = picture;
  return { x: x / ratio, y: y / ratio, width: width / ratio, height: height / ratio };
}

export const defaultPlace: Place = { diagonal: 43, distance: 6 };

/** Share of the glass at each edge that TVs may cut off. */
export const EDGE = 0.035;

/** Gives an element the sizes that all below it is made from: the base of its type and the edges of the glass, in px. */
export function setSizes({ style }: HTMLElement, { width, height }: Glass, base: number): void {
  style.setProperty('--base', `${base}px`);
  style.setProperty('--edge-x', `${(width * EDGE).toFixed(1)}px`);
  style.setProperty('--edge-y', `${(height * EDGE).toFixed(1)}px`);
}

export function isUpright({ width, height }: Glass): boolean {
  return height > width;
}

/** CSS pixels in a millimetre of the glass. */
export function pixelsPerMm({ width, height }: Glass, { diagonal }: Place): number {
  return Math.hypot(width, height) / (diagonal * MM_PER_INCH);
}

/** Height of type in CSS px that the eye needs to read at the screen's distance without effort. */
export function neededOf(glass: Glass, place: Place): number {
  return MM_PER_METRE * place.distance * pixelsPerMm(glass, place);
}

/**
 * The base of the type in whole CSS pixels: what the eye needs at the screen's distance, held between the
 * size at which the board's blocks still fit (largest) and the size that fills them (smallest). The blocks
 * are shares of the glass, so the limits are too: 25.5 bases high and 45 wide lying, turned round standing. Beyond the largest size text is paged, never shrunk.
 */
export function baseOf(glass: Glass, place: Place): number {
  const { width, height } = glass;
  const largest = isUpright(glass)
    ? Math.min(width / 25.5, height / 45)
    : Math.min(height / 25.5, width / 45);
  return Math.max(8, Math.floor(Math.min(largest, Math.max(largest * 0.88, neededOf(glass, place)))));
}
