import { readingLoad } from '../../paging.ts';
import type { Page } from '../../paging.ts';

/** A stretch of text that is set as a whole. */
export interface Paragraph {
  text: string;
  /** Number of an article, a tick box, a name before the text. */
  mark?: string;
  /** `heading` never stands at the foot of a page without what follows; `quiet` is smaller in weight, not in size. */
  is?: 'heading' | 'article' | 'line' | 'quiet';
  /** How far it stands in, in steps of two characters. */
  depth?: number;
}

/** A page ends before an article that does not fit, as long as no more of it than this stays empty. */
const MOST_EMPTY = 0.4;
/** Lines of an article that is cut, on either side, at least. */
const TOGETHER = 2;

/**
 * Cuts paragraphs of so many lines each into pages of at most `room` lines, each page ending between two of
 * them: an article is cut only where it is longer than a page by itself, or much of a page would stay empty. A heading
 * goes with what follows it.
 */
export function cutWhole(lines: readonly number[], headings: readonly boolean[], room: number): Page[] {
  const fits = Math.max(1, Math.floor(room));
  const pages: Page[] = [];
  let [from, used, place] = [0, 0, 0];
  const close = () => {
    if (used > 0) pages.push({ from, lines: used });
    [from, used] = [from + used, 0];
  };
  while (place < lines.length) {
    // What must stand together: headings and the paragraph after them.
    let end = place;
    while (headings[end] && end + 1 < lines.length) end += 1;
    const need = lines.slice(place, end + 1).reduce((sum, one) => sum + one, 0);
    const left = fits - used;
    const heads = need - (lines[end] ?? 0);
    const parts = left > fits * MOST_EMPTY && left >= heads + TOGETHER && need >= heads + TOGETHER * 2;
    if (used > 0 && need > left && !parts) close();
    used += need;
    while (used > fits) {
      const rest = used - fits;
      // The last line of a paragraph does not stand on the next page alone.
      const cut = rest === 1 && fits > 2 ? fits - 1 : fits;
      pages.push({ from, lines: cut });
      [from, used] = [from + cut, used - cut];
    }
    place = end + 1;
  }
  close();
  return pages.length > 0 ? pages : [{ from: 0, lines: 1 }];
}

/** What there is to read on each page: of a paragraph that is cut, its lines' share. */
export function loadsOf(
  paragraphs: readonly Paragraph[],
  lines: readonly number[],
  pages: readonly Page[],
): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const one of lines) {
    starts.push(at);
    at += one;
  }
  return pages.map(({ from, lines: count }) =>
    paragraphs.reduce((sum, { text, mark = '' }, place) => {
      const [start, length] = [starts[place] ?? 0, lines[place] ?? 1];
      const shared = Math.min(start + length, from + count) - Math.max(start, from);
      return shared <= 0 ? sum : sum + (readingLoad(text + mark) * shared) / Math.max(1, length);
    }, 0),
  );
}
