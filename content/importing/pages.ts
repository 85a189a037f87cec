import { linesOf } from './paragraphs.ts';

/** A line of a notice, or several of its lines joined: where it stands in the source, counted from 0. */
export interface Line {
  text: string;
  at: number;
  /** Lines of the source that were joined onto it. */
  joined: readonly number[];
}

/** Words of the source that are in no rule, and what they are. */
export interface LeftOut {
  at: number;
  text: string;
  kind: 'main' | 'label' | 'title' | 'list' | 'page' | 'empty' | 'too-long';
}

/** — 3 —, - 14 -, 第 3 页 共 12 页: what stands at the foot of a page and nowhere in a text. */
const pageNumber =
  /^(?:[-－—–·]+\s*\d{1,4}\s*[-－—–·]+|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?)$/u;
const bareNumber = /^\d{1,4}(?:\s*[/／]\s*\d{1,4})?$/u;
/** A running head stands on so many pages. */
const FEWEST_PAGES = 3;

/**
 * The lines of a text without what belongs to its pages (I16): page numbers, and the heads and feet that
 * run through pages parted by form feeds. A bare figure is a page number at the edge of a page only.
 */
export function readLines(text: string): { lines: Line[]; pages: LeftOut[] } {
  const paged = text.split('\f').map(linesOf);
  const edges = paged.map(edgesOf);
  const running = repeated(paged.map((page, i) => (edges[i] ?? []).map((at) => page[at] ?? '')));
  const lines: Line[] = [];
  const pages: LeftOut[] = [];
  let at = 0;
  for (const [i, page] of paged.entries()) {
    for (const [row, words] of page.entries()) {
      const edge = paged.length > 1 && edges[i]?.includes(row);
      const drop = pageNumber.test(words) || (edge && (bareNumber.test(words) || running.has(words)));
      if (drop) pages.push({ at, text: words, kind: 'page' });
      lines.push({ text: drop ? '' : words, at, joined: [] });
      at += 1;
    }
  }
  return { lines, pages };
}

/** The first and the last two lines of a page that are not blank. */
function edgesOf(page: readonly string[]): number[] {
  const used = page.flatMap((line, at) => (line === '' ? [] : [at]));
  return [...new Set([...used.slice(0, 2), ...used.slice(-2)])];
}

function repeated(edges: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const edge of edges) for (const line of new Set(edge)) counts.set(line, (counts.get(line) ?? 0) + 1);
  const enough = Math.max(FEWEST_PAGES, edges.length / 2);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([line]) => line));
}
