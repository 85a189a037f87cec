import { isChapter } from './mending.ts';
import { numberOf } from './paragraphs.ts';
import type { Line } from './pages.ts';

/** A standard of a handbook in decimal numbering, 3  学习培训 with 3.1 to 3.4: heading at `from`, text up to `to`. */
export interface Chapter {
  title: string;
  from: number;
  to: number;
}

/** 3.1 stands this near to 3  学习培训: a sentence may lead in. */
const NEAR = 4;
/** Lines to look through for them, blank ones counted. */
const LOOK = 40;
const FEWEST = 2;

/**
 * The chapters of a handbook (I18), two at least. A part that counts from 1 again begins with words of its
 * own: they stand after the last article of the part before, and belong to neither.
 */
export function findChapters(lines: readonly Line[]): Chapter[] {
  const starts = lines.flatMap((_, at) => (heads(lines, at) ? [at] : []));
  if (starts.length < FEWEST) return [];
  return starts.map((from, i) => {
    const next = starts[i + 1];
    const end = next ?? lines.length;
    const again = next !== undefined && valueAt(lines, next) <= valueAt(lines, from);
    return { title: titleAt(lines, from), from, to: again ? afterLastArticle(lines, from, end) : end };
  });
}

function heads(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (!isChapter(text)) return false;
  const first = new RegExp(`^${valueAt(lines, at)}[.．]1(?!\\d)`, 'u');
  const near = lines
    .slice(at + 1, at + 1 + LOOK)
    .filter(({ text: one }) => one !== '')
    .slice(0, NEAR);
  return near.some(({ text: one }) => first.test(one));
}

function valueAt(lines: readonly Line[], at: number): number {
  return Number.parseInt(lines[at]?.text ?? '', 10);
}

function titleAt(lines: readonly Line[], at: number): string {
  return (lines[at]?.text ?? '')
    .replace(/^\d+\s+/u, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

/** After the last article that has its text on its own line; a bare heading has it on the lines below. */
function afterLastArticle(lines: readonly Line[], from: number, end: number): number {
  const last = lines.slice(from, end).findLastIndex(({ text }) => numberOf(text) !== null);
  const ends = /[。；！？]$/u.test(lines[from + last]?.text ?? '');
  return last >= 0 && ends ? from + last + 1 : end;
}
