import type { Box, Frame } from './frame.ts';
import type { Letters } from './letters.ts';

/** A page stands this long (look.md, window sign). */
export const PAGE_MS = 4_000;

/** Lines of one size that fit a box. */
export interface Page {
  size: number;
  lines: string[];
}

const HAN = /\p{Script=Han}/u;
/** May not begin a line. */
const CLOSING = /^[、，。；：！？）》”’…·,.;:!?)%]/u;
/** May not end one. */
const OPENING = /[（《“‘(]$/u;

let segmenter: Intl.Segmenter | null | undefined;

/** Han text in words; in single characters where the browser knows none. */
function wordsOf(text: string): string[] {
  if (segmenter === undefined)
    segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
}

/** Pieces between which a line may end: Chinese words, whole figures and Latin words, signs with their neighbour. */
function piecesOf(text: string): string[] {
  const runs = text.match(/ +|[\x21-\x7e]+|[^\x20-\x7e]+/g) ?? [];
  const pieces: string[] = [];
  for (const word of runs.flatMap((run) => (HAN.test(run) ? wordsOf(run) : [run]))) {
    const before = pieces.at(-1);
    if (before !== undefined && (CLOSING.test(word) || OPENING.test(before)))
      pieces[pieces.length - 1] = before + word;
    else pieces.push(word);
  }
  return pieces;
}

/** The parts of a text that stay together on a line, as far as one line holds them: items, else words, else characters. */
function partsOf(text: string, fits: (part: string) => boolean): string[] {
  const items = text.match(/[^、，；。]+[、，；。]?|[、，；。]/g) ?? [];
  return items.flatMap((item) =>
    fits(item) ? [item] : piecesOf(item).flatMap((piece) => (fits(piece) ? [piece] : [...piece])),
  );
}

/** A line as it is printed: nothing needs a comma at its end. */
const trimmed = (line: string): string => line.trim().replace(/[、，；,;]$/u, '');

/** Cuts text into lines not wider than `width`. */
function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const fits = (line: string) => measure(trimmed(line)) <= width;
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text, fits)) {
    if (trimmed(line) !== '' && !fits(line + part)) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  lines.push(line);
  return lines.map(trimmed).filter((one) => one !== '');
}

/** Two lines of nearly one length read better than a full one and a rest. */
function balance(text: string, width: number, measure: (text: string) => number): string[] {
  const lines = wrap(text, width, measure);
  let best = lines;
  for (let narrower = width; narrower >= width / 2; narrower -= width / 16) {
    const tried = wrap(text, narrower, measure);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return lines.length === 2 ? best : lines;
}

/**
 * Sets a text in a box: in one line of the largest of `sizes` (falling) that holds it, else in lines of the
 * smallest, on as many pages as they need.
 */
export function set(
  letters: Letters,
  text: string,
  { width, height }: Pick<Box, 'width' | 'height'>,
  sizes: readonly number[],
): Page[] {
  const line = sizes.find((size) => size <= height && letters.measure(text, size) <= width);
  if (line !== undefined) return [{ size: line, lines: [text] }];
  const size = sizes.findLast((one) => one <= height) ?? Math.min(...sizes);
  const rows = Math.max(1, Math.floor(height / size));
  const lines = balance(text, width, (part) => letters.measure(part, size));
  return Array.from({ length: Math.ceil(lines.length / rows) }, (_, page) => ({
    size,
    lines: lines.slice(page * rows, (page + 1) * rows),
  }));
}

/** Which of some pages stands at `now`, and until when; null if it stays. All signs of a hall turn together. */
export function turn<P>(pages: readonly P[], now: number): { page: P | undefined; until: number | null } {
  if (pages.length < 2) return { page: pages[0], until: null };
  const round = Math.floor(now / PAGE_MS);
  return { page: pages[round % pages.length], until: (round + 1) * PAGE_MS };
}

/** Draws lines in the middle of a box's height, each at its left edge or in the middle of its width. */
export function print(
  frame: Frame,
  letters: Letters,
  { size, lines }: Page,
  { x, y, width, height }: Box,
  align: 'left' | 'centre',
  missing: Set<string>,
): void {
  let top = y + ((height - lines.length * size) >> 1);
  for (const line of lines) {
    const left = align === 'left' ? x : x + ((width - letters.measure(line, size)) >> 1);
    letters.draw(frame, line, left, top, size, missing);
    top += size;
  }
}
