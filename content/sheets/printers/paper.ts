import type { SheetInput } from '../../api/printing.ts';
import type { NamedSize, SheetLayout, SmallPaper } from '../../model/sheet.ts';
import { sheetKinds } from '../kinds.ts';
import { isNamed, measurePaper, namedSizes } from '../paper.ts';

/** How a sheet gets onto a printer's paper (IP4). */
export type Fit =
  | { is: 'fits'; paper: NamedSize }
  /** Too large: in tiles on this paper. */
  | { is: 'tiles'; on: SmallPaper }
  /** Of a size that the printer does not take, and smaller than this paper: several on a page. */
  | { is: 'nup'; on: SmallPaper }
  /** `bleed`: made for a print shop. `none`: the printer takes neither A4 nor A3. */
  | { is: 'never'; why: 'bleed' | 'none' };

const small: readonly SmallPaper[] = ['A3', 'A4'];

/** Whether a sheet can be printed on these papers, and else in which layout it could. */
export function fitOn(papers: readonly NamedSize[], layout: SheetLayout): Fit {
  if (layout.bleed) return { is: 'never', why: 'bleed' };
  const wanted = layout.tiles?.on ?? layout.nup ?? layout.size;
  if (isNamed(wanted) && papers.includes(wanted)) return { is: 'fits', paper: wanted };
  const on = small.find((one) => papers.includes(one));
  if (!on) return { is: 'never', why: 'none' };
  if (layout.tiles) return { is: 'tiles', on };
  if (layout.nup) return { is: 'nup', on };
  return sidesOf(layout).every((side, index) => side <= sidesOf({ size: on })[index]!)
    ? { is: 'nup', on: smallestFor(papers, layout) ?? on }
    : { is: 'tiles', on };
}

/** What the desk offers: instead of several on a page another size, where the kind is made in one that the printer has. */
export type Offer = Fit | { is: 'size'; on: NamedSize };

/** Whether a sheet can be printed on these papers, and else what is offered for it (IP4). */
export function offerOn(papers: readonly NamedSize[], input: SheetInput): Offer {
  const fit = fitOn(papers, input);
  if (fit.is !== 'nup' || input.nup) return fit;
  const on = sheetKinds[input.of.is].sizes.find((size) => isNamed(size) && papers.includes(size));
  return on && isNamed(on) ? { is: 'size', on } : fit;
}

/** The smaller of A4 and A3 that the printer has and that takes the sheet. */
function smallestFor(papers: readonly NamedSize[], layout: SheetLayout): SmallPaper | undefined {
  return small.findLast(
    (on) =>
      papers.includes(on) && sidesOf(layout).every((side, index) => side <= sidesOf({ size: on })[index]!),
  );
}

/** Sides in millimetres, the short one first. */
function sidesOf(layout: Pick<SheetLayout, 'size'>): number[] {
  const paper = measurePaper(layout);
  return paper ? [paper.width, paper.height].sort((one, other) => one - other) : [];
}

/** Papers of PWG 5101.1, `iso_a4_210x297mm`, as sizes of ours; others are left out. Small first. */
export function readPapers(media: readonly string[]): NamedSize[] {
  const found = new Set(media.flatMap((one) => /^iso_(a[0-5])_\d/.exec(one)?.[1]?.toUpperCase() ?? []));
  return namedSizes.filter((size) => found.has(size));
}

/** A paper by its name in PWG 5101.1. */
export function mediaOf(size: NamedSize): string {
  const { width = 0, height = 0 } = measurePaper({ size }) ?? {};
  return `iso_${size.toLowerCase()}_${width}x${height}mm`;
}
