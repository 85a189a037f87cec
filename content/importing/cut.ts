import type { Source } from '../model/rule.ts';
import { compareList, partNotice } from './annexes.ts';
import type { Parts } from './annexes.ts';
import type { Caution } from './cautions.ts';
import { findChapters } from './chapters.ts';
import { readHeading } from './heading.ts';
import type { Heading } from './heading.ts';
import { findInstitutions } from './institutions.ts';
import type { Institution } from './institutions.ts';
import { mendLines } from './mending.ts';
import { readLines } from './pages.ts';
import type { LeftOut, Line } from './pages.ts';
import { numberOf } from './paragraphs.ts';
import type { CutPart, Passage } from './passage.ts';
import { separate } from './separating.ts';

/** What was found in a notice. `rules` is empty when there is nothing in it that could hang on a wall. */
export interface CutNotice {
  title: string;
  issuer?: string;
  date?: string;
  rules: CutPart[];
  cautions: Caution[];
  /** Every word of the source that is in no rule, in order (I19). */
  left: LeftOut[];
}

const TITLE = 60;
/** A file with more is a list or a table in which the word occurs, not a notice. */
const ANNEXES = 100;
/** Nobody hangs up as many rules of one file. */
const PASSAGES = 300;
/** One numbered line may be chance; two make an ordered text. */
const FEWEST_ARTICLES = 2;

/**
 * Cuts the text of a notice (TXT, Markdown, or taken from a DOCX or PDF; pages parted by form feeds) into
 * its rules: annexes, the chapters of a handbook, the institutions among articles, or the whole. Word for
 * word: lines that a page broke are joined and told, and whatever is in no rule is told in `left`. `file`
 * names where the text came from.
 */
export function cutNotice(text: string, file?: string): CutNotice {
  const { lines: read, pages } = readLines(text);
  const lines = mendLines(read).map(withoutMarks);
  const texts = lines.map((line) => line.text);
  const parts = partNotice(texts);
  const main = parts.main.map((at) => lines[at]).filter((line) => line !== undefined);
  const heading = readHeading(main.map((line) => line.text));
  if (parts.annexes.length > ANNEXES) return { title: heading.title, rules: [], cautions: [], left: [] };
  const { title, issuer, date } = heading;
  const printed = { title, ...(issuer ? { issuer } : {}), ...(date ? { date } : {}) };
  const list = new Set(parts.list);
  const body = lines.map((line, i) => (list.has(i) ? { ...line, text: '' } : line));
  const passages = findPassages(parts, body, heading);
  if (passages.length > PASSAGES) return { ...printed, rules: [], cautions: [], left: [] };
  const source: Source = { ...printed, ...(file ? { file } : {}) };
  const { rules, cautions, left } = separate(lines, body, parts, passages, source);
  if (rules.length === 0) return { ...printed, rules, cautions, left };
  const told: Caution[] =
    pages.length > 0
      ? [{ code: 'page-lines', params: { count: pages.length, example: pages[0]?.text ?? '' } }]
      : [];
  return {
    ...printed,
    rules,
    cautions: [...compareList(parts), ...told, ...cautions],
    left: [...left, ...pages].sort((one, other) => one.at - other.at),
  };
}

/** Markdown marks headings with #; the mark is no part of the wording. */
function withoutMarks(line: Line): Line {
  const text = line.text.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '');
  return text === line.text ? line : { ...line, text };
}

function findPassages(parts: Parts, lines: readonly Line[], heading: Heading): Passage[] {
  const end = (parts.main.at(-1) ?? -1) + 1;
  const own = mainPassages(parts, lines.slice(0, end), heading);
  return [...own, ...parts.annexes.flatMap((annex) => annexPassages(annex, lines))];
}

/** What the main text holds: the chapters of a handbook, the whole of a 管理办法, institutions among its articles. */
function mainPassages(parts: Parts, main: readonly Line[], { title, after }: Heading): Passage[] {
  const chapters = findChapters(main);
  if (chapters.length > 0)
    return chapters.flatMap((chapter) => {
      const inside = findInstitutions(main, chapter.from + 1, chapter.to);
      if (fills(inside, main, chapter.from + 1, chapter.to))
        return inside.map((one) => ({ ...one, label: '' }));
      const first = main[chapter.from]?.text ?? '';
      return [{ ...chapter, head: first, label: '' }];
    });
  const among = (led: boolean) =>
    findInstitutions(main, 0, main.length, led).map((one): Passage => ({ ...one, label: '' }));
  if (parts.annexes.length > 0) return among(false);
  const from = parts.main[after] ?? main.length;
  const articles = main.slice(from).filter((line) => numberOf(line.text)).length;
  if (title === '' || title.length > TITLE || articles < FEWEST_ARTICLES) return among(false);
  const whole: Passage = { title, from, to: main.length, head: '', label: '' };
  return [whole, ...among(true).map((one) => ({ ...one, within: title }))];
}

/** An annex is one rule, or several if it is nothing but institutions (I17). */
function annexPassages(annex: Parts['annexes'][number], lines: readonly Line[]): Passage[] {
  const { title, label, from, to } = annex;
  const inside = findInstitutions(lines, from, to);
  if (fills(inside, lines, from, to)) return inside.map((one) => ({ ...one, label }));
  return [{ title, label, from, to, head: '' }];
}

/** Whether institutions leave nothing of the lines over. */
function fills(inside: readonly Institution[], lines: readonly Line[], from: number, to: number): boolean {
  if (inside.length === 0) return false;
  for (let at = from; at < to; at++) {
    const covered = inside.some((one) => at >= one.from && at < one.to);
    if (lines[at]?.text !== '' && !covered) return false;
  }
  return true;
}
