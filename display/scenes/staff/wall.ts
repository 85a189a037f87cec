import { linesIn } from '../reading/width.ts';
import { LEAD, PARTY } from './lines.ts';
import type { CardLine } from './lines.ts';

/** A card to be placed, of whatever kind. */
export interface Placed {
  lines: readonly CardLine[];
  party: boolean;
}

/** Cards that stand together, in a grid of so many columns and rows of one size. */
export interface WallPage<C> {
  cards: readonly C[];
  columns: number;
  rows: number;
}

export interface Wall<C> {
  /** Type of every card in px: one scale for all (TX4). */
  size: number;
  pages: WallPage<C>[];
}

interface Box {
  width: number;
  height: number;
}

/** In bases: around the words of a card, between photo and words, between two cards. */
export const PAD = 0.35;
export const APART = 0.6;
export const GAP = 0.5;
/** Width of a photo by its height: the two-inch photo. */
export const PHOTO = 35 / 49;
/** Of the width of a card, a photo takes so much at most. */
export const SHARE = 0.36;
/** Fewer characters in a line are hard to read. */
const NARROWEST = 7.5;
/** The shape of a card that reads best. */
const SHAPE = 1.9;
/** Sizes of the type in bases: the largest that costs no page more than the smallest is taken. */
const SIZES = [1.5, 1.4, 1.3, 1.2, 1.1, 1];
const MOST_CARDS = 12;

/** Height of a card's words in px. */
function wordsHigh({ lines, party }: Placed, width: number, size: number): number {
  let high = 0;
  for (const { is, text, scale, at = '', most = Infinity } of lines) {
    const box = width / (size * scale) - (is === 'name' && party ? PARTY : 0);
    high += Math.min(most, linesIn(at ? `${text} ${at}` : text, box)) * Math.round(size * scale * LEAD);
  }
  return high;
}

/** Whether the words of a card stand in their box at this size. */
function stands(card: Placed, { width, height }: Box, base: number, size: number): boolean {
  const inner = { width: width - 2 * PAD * base, height: height - 2 * PAD * base };
  const photo = Math.min(inner.height * PHOTO, inner.width * SHARE);
  const words = inner.width - photo - APART * base;
  return words >= NARROWEST * size && wordsHigh(card, words, size) <= inner.height;
}

/** The grid in which all these cards stand, of those the one whose cards have the best shape; null where none does. */
function gridOf(
  cards: readonly Placed[],
  room: Box,
  base: number,
  size: number,
  before: [number, number] | null,
): [number, number] | null {
  let best: [number, number] | null = null;
  let worst = Infinity;
  const boxOf = (columns: number, rows: number): Box => ({
    width: (room.width - GAP * base * (columns - 1)) / columns,
    height: (room.height - GAP * base * (rows - 1)) / rows,
  });
  // The page before had one card more: this one looks like it.
  if (before && before[0] * before[1] === cards.length + 1) {
    const box = boxOf(...before);
    if (cards.every((card) => stands(card, box, base, size))) return before;
  }
  for (let columns = 1; columns <= cards.length; columns += 1) {
    const rows = Math.ceil(cards.length / columns);
    const box = boxOf(columns, rows);
    const off =
      Math.abs(Math.log(box.width / Math.max(1, box.height) / SHAPE)) + columns * rows - cards.length;
    if (off < worst && cards.every((card) => stands(card, box, base, size)))
      [best, worst] = [[columns, rows], off];
  }
  return best;
}

/** Null where a card does not stand on a page of its own. At the least size it has to. */
function pagesAt<C extends Placed>(
  all: readonly C[],
  room: Box,
  base: number,
  size: number,
  most: number,
): WallPage<C>[] | null {
  const pages: WallPage<C>[] = [];
  let before: [number, number] | null = null;
  for (let from = 0; from < all.length;) {
    let count = Math.min(most, all.length - from) + 1;
    let grid: [number, number] | null = null;
    while (!grid && count > 1) {
      count -= 1;
      grid = gridOf(all.slice(from, from + count), room, base, size, before);
    }
    if (!grid && size > base) return null;
    before = grid;
    const [columns, rows]: [number, number] = grid ?? [1, 1];
    pages.push({ cards: all.slice(from, from + count), columns, rows });
    from += count;
  }
  return pages;
}

/**
 * Cards in order on as few pages as they take with type of at least a base, all in one size, none cut: a card with long
 * words has more of the glass, and pages are about equally full.
 */
export function wallOf<C extends Placed>(all: readonly C[], room: Box, base: number): Wall<C> {
  const least = pagesAt(all, room, base, base, MOST_CARDS) ?? [];
  // Only as many on each page as make them equally full.
  const even = Math.ceil(all.length / Math.max(1, least.length));
  for (const scale of SIZES)
    for (const most of [even, MOST_CARDS]) {
      const size = Math.floor(base * scale);
      const pages = pagesAt(all, room, base, size, most);
      if (pages && pages.length <= least.length) return { size, pages };
    }
  return { size: base, pages: least };
}
