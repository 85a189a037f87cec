import type { SheetSize } from '../content/model/sheet.ts';

/** One paper: sides in millimetres, upright, and the distance in metres from which it is read. */
export interface Paper {
  width: number;
  height: number;
  distance: number;
}

export const papers: Record<SheetSize, Paper> = {
  A4: { width: 210, height: 297, distance: 0.5 },
  A3: { width: 297, height: 420, distance: 2 },
  // Between its neighbours as its sides are: what fits A3 and A1 is not refused on A2.
  A2: { width: 420, height: 594, distance: 2 * Math.SQRT2 },
  A1: { width: 594, height: 841, distance: 4 },
};

/** Millimetres of character height for each metre of reading distance below which a sheet is refused. */
const LEGIBLE = 3;
/** Smallest named size of Chinese type (八号, 5 pt) in millimetres: distance alone would allow 4 pt on A4. */
const SMALLEST = 1.76;

/** Smallest type for this paper, in millimetres. */
export function smallestType(paper: Paper): number {
  return Math.max(LEGIBLE * paper.distance, SMALLEST);
}

/** CSS pixels of a length in millimetres. */
export function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}
