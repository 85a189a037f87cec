import { neededOf } from '../../glass.ts';
import type { SceneProps } from '../props.ts';

/** Sizes of the type of a text that pages, in px (reading.md TX1–TX3). */
export interface Sizes {
  /** Of a text that takes several pages. */
  usual: number;
  /** Between these a text is set that stands on one page. */
  single: number;
  most: number;
  /** Never smaller. */
  least: number;
}

/** In bases: beyond `USUAL` too little stands on a page, beyond `MOST` a text is a poster. */
const USUAL = 1.5;
const MOST = 2.5;
/** One page in somewhat smaller type is better than two. */
const SINGLE = 1.25;
/** A zone does not know how large the glass around it is. */
const IN_ZONE = 1.25;

/** What the eye needs from where people stand, as far as a page of text has room for it. */
export function sizesOf({
  glass,
  place,
  base,
  zone,
}: Pick<SceneProps, 'glass' | 'place' | 'base' | 'zone'>): Sizes {
  const needed = zone ? base * IN_ZONE : neededOf(glass, place);
  const usual = Math.floor(Math.min(base * USUAL, Math.max(base, needed)));
  const single = Math.min(usual, Math.floor(base * (zone ? 1 : SINGLE)));
  return { least: base, usual, single, most: Math.max(usual, Math.floor(base * (zone ? 2 : MOST))) };
}

/** Lines stand so far apart, in the size of their type. */
const LEADS = { least: 1.5, most: 1.75 };

/** A line holds so many characters at least, a page so many lines. */
const FEWEST = 12;
const LOWEST = 4;

/** Sizes for a box: one that is narrow or low takes smaller type, down to the least. */
export function sizesIn(
  { least, usual, single, most }: Sizes,
  box: { width: number; height: number },
): Sizes {
  const holds = Math.floor(Math.min(box.width / FEWEST, box.height / (LOWEST * LEADS.least)));
  const cut = (size: number): number => Math.max(least, Math.min(size, holds));
  return { least, usual: cut(usual), single: cut(single), most: cut(most) };
}

/** The largest whole size from `most` down to `single` at which `fits` on one page holds; `usual` where none does. */
export function largest({ usual, single, most }: Sizes, fits: (size: number) => boolean): number {
  if (!fits(single)) return usual;
  let [good, bad] = [single, most + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Height of a line in whole px, so that pages end between two lines; a full page fills its room. */
export function lineOf(size: number, room: number): number {
  const lines = Math.max(1, Math.floor(room / (size * LEADS.least)));
  return Math.round(Math.max(size * LEADS.least, Math.min(size * LEADS.most, Math.floor(room / lines))));
}
