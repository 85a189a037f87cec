import { numberOf } from './paragraphs.ts';
import type { Line } from './pages.ts';

/** Half-width columns: a Chinese character takes two. */
const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) => sum + (/[ -~°·×–—‘’“”…]/u.test(sign) ? (/[–—‘’“”…]/u.test(sign) ? 2 : 1) : 2),
    0,
  );

/** Chinese prose of this length without a stop at its end goes on. */
const LONG = 20;
/** Lines of text hard-wrapped by a PDF are between 12 and 70 characters wide. */
const NARROW = 24;
const WIDE = 140;
/** The blank of two characters before a paragraph, which the trimmed line has lost. */
const INDENT = 4;
/** Punctuation may not begin a line, so that a full line may be a character or two shorter. */
const SLACK = 3;
const sentenceEnd = /[。；：！？…;:!?][”’』」）)》]*$/u;
const looseEnd = /[.）)》—]$/u;
const goesOn = /[，、,]$/u;
const opens = /^(?:附件|附表|[-－—–·•●■◆▲★]|#)/u;

/**
 * Joins paragraphs that a page or a PDF broke (I14). In hard-wrapped text a line that is full goes on in
 * the next one, unless that begins an article; elsewhere a long line that stops within a sentence does.
 * Blank lines stay, so that headings can be told.
 */
export function mendLines(lines: readonly Line[]): Line[] {
  const used = lines.filter(({ text }) => text !== '');
  const width = wrapWidth(used.map(({ text }) => text));
  const mended: Line[] = [];
  const mendedOn = new Map<number, number[]>();
  let last: { line: Line; index: number; tail: string; starts: boolean } | null = null;
  let place = 0;
  for (const line of lines) {
    if (line.text === '') {
      mended.push(line);
      continue;
    }
    place += 1;
    const next = used[place]?.text ?? '';
    if (last && follows(last.tail, last.starts, line.text, next, width)) {
      const text = last.line.text + gapBetween(last.tail, line.text) + line.text;
      // One array for a paragraph, however many lines it runs over.
      const onto = mendedOn.get(last.index) ?? [];
      onto.push(line.at);
      mendedOn.set(last.index, onto);
      const joined: Line = { ...last.line, text, joined: onto };
      mended[last.index] = joined;
      mended.push({ text: '', at: line.at, joined: [] });
      last = { line: joined, index: last.index, tail: line.text, starts: false };
    } else {
      last = { line, index: mended.length, tail: line.text, starts: true };
      mended.push(line);
    }
  }
  return mended;
}

/** Whether `line` goes on where `tail` stopped. `starts`: `tail` begins its paragraph. */
function follows(tail: string, starts: boolean, line: string, next: string, width: number | null): boolean {
  if (tail.includes('\t') || line.includes('\t')) return false;
  if (opens.test(line) || opens.test(tail) || numberOf(line) || isChapter(line)) return false;
  if (goesOn.test(tail)) return true;
  if (width === null) return isProse(tail) && !sentenceEnd.test(tail) && !looseEnd.test(tail);
  const columns = columnsOf(tail) + (starts && !numberOf(tail)?.printed.startsWith('\u3000') ? INDENT : 0);
  if (columns < width - SLACK || columnsOf(tail) > width + INDENT) return false;
  if (!sentenceEnd.test(tail)) return true;
  // A sentence that ends at the edge: the next line is part of the paragraph if it is too wide for a first one.
  return next !== '' && columnsOf(line) >= width - 1;
}

/** A title has no punctuation inside; running text of some length always does. */
function isProse(text: string): boolean {
  return text.length >= LONG && /[，。；：、,]/u.test(text.slice(0, -1));
}

/** 3  学习培训: the heading of a chapter in decimal numbering. */
export function isChapter(line: string): boolean {
  return /^\d{1,2}\s+(?=[\p{Script=Han}“])[^。；：，,;:]{2,24}$/u.test(line);
}

/** The columns of a full line, or null if the text was not broken at the edge of a page. */
function wrapWidth(texts: readonly string[]): number | null {
  if (texts.length < 8) return null;
  const columns = texts.map(columnsOf).sort((one, other) => one - other);
  const width = columns[Math.floor(columns.length * 0.95)] ?? 0;
  if (width < NARROW || width > WIDE) return null;
  const full = texts.filter((text) => {
    const own = columnsOf(text);
    return own >= width - INDENT - SLACK && own <= width + INDENT;
  });
  const open = full.filter((text) => !sentenceEnd.test(text));
  return full.length * 4 >= texts.length && open.length * 2 >= full.length ? width : null;
}

/** Chinese has no blank at a line's end; two words of Latin letters or figures keep one. */
function gapBetween(before: string, after: string): string {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '';
}
