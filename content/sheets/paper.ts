import type { NamedSize, SheetLayout, SheetSize } from '../model/sheet.ts';

/** One paper: sides in millimetres, and the distance in metres from which it is read. */
export interface Paper {
  width: number;
  height: number;
  distance: number;
}

/** Reading distances of walls (look.md); A2 lies between its neighbours as its sides do. */
const named: Record<NamedSize, Paper> = {
  A5: { width: 148, height: 210, distance: 0.4 },
  A4: { width: 210, height: 297, distance: 0.5 },
  A3: { width: 297, height: 420, distance: 2 },
  A2: { width: 420, height: 594, distance: 2 * Math.SQRT2 },
  A1: { width: 594, height: 841, distance: 4 },
  A0: { width: 841, height: 1189, distance: 4 * Math.SQRT2 },
};

/** Every size with a name, small first. */
export const namedSizes = Object.keys(named) as NamedSize[];

/** Sides in millimetres that a sheet may have (S8); a PDF page ends at 5080 mm. */
export const SHORTEST = 30;
export const LONGEST = 5000;

/** The paper of a layout, turned as it asks; null if there is no such paper (S8). */
export function measurePaper({ size, orientation }: Pick<SheetLayout, 'size' | 'orientation'>): Paper | null {
  const paper = isNamed(size) ? named[size] : freePaper(size);
  if (!paper) return null;
  const wide = paper.width > paper.height;
  if (!orientation || wide === (orientation === 'wide')) return paper;
  return { ...paper, width: paper.height, height: paper.width };
}

export function isNamed(size: SheetSize): size is NamedSize {
  return Object.hasOwn(named, size);
}

/** A free size is read from as far as the named size of its short side would be, between the two nearest. */
function freePaper(size: SheetSize): Paper | null {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const short = Math.min(width, height);
  if (!(short >= SHORTEST) || !(Math.max(width, height) <= LONGEST)) return null;
  const steps = Object.values(named);
  const after = steps.findIndex((paper) => paper.width >= short);
  if (after === 0) return { width, height, distance: steps[0]!.distance };
  const [below, above] = after < 0 ? [steps.at(-2)!, steps.at(-1)!] : [steps[after - 1]!, steps[after]!];
  const part = (short - below.width) / (above.width - below.width);
  return { width, height, distance: below.distance + part * (above.distance - below.distance) };
}

/** Millimetres of character height for each metre of reading distance below which a sheet is refused. */
const LEGIBLE = 3;
/** Smallest named size of Chinese type (八号, 5 pt) in millimetres: distance alone would allow 4 pt on A4. */
const SMALLEST = 1.76;

/** Smallest type for this paper, in millimetres. */
export function smallestType(paper: Paper): number {
  return Math.max(LEGIBLE * paper.distance, SMALLEST);
}
