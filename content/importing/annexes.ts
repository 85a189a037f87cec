import { numberOf, valueOf } from './paragraphs.ts';
import type { Caution } from './cautions.ts';

/** A part of a notice: `label` as printed (附件1) at line `start`, its title, and its text from `from` up to `to`. */
export interface Annex {
  label: string;
  number: number;
  title: string;
  start: number;
  from: number;
  to: number;
}

/** A line of the list 附件：1.首问首接制度 at the end of the main text. */
export interface Listed {
  number: number;
  title: string;
}

export interface Parts {
  /** Lines of the main text, without the list. */
  main: number[];
  list: number[];
  annexes: Annex[];
  /** Null when the notice has no list. */
  listed: Listed[] | null;
}

interface Start {
  at: number;
  label: string;
  number: number;
  /** Text on the same line, after the label. */
  rest: string;
}

/** The longest title of an annex that a rule can carry. */
const TITLE = 60;
const startPattern = /^(附件\s*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?)\s*(?:[:：]\s*|\s+|$)(.*)$/u;
const opening = /^附件\s*[:：]\s*(.*)$/u;
const numbered = /^(\d{1,3})\s*[.．、]\s*(?!\d)(.+)$/u;
const inline = /^附件\s*(\d{1,3})\s*(?:[:：]\s*|\s+)(\S.*)$/u;

/**
 * Parts a notice into its main text, the list of annexes at the end of it, and the annexes. The list is
 * never taken for annexes: its lines follow each other, while an annex has a text.
 */
export function partNotice(lines: readonly string[]): Parts {
  const { from, to, listed } = readList(lines);
  const starts = findStarts(lines, to);
  const first = starts[0]?.at ?? lines.length;
  const all = lines.map((_, i) => i);
  const annexes = starts.map((start, i) => titled(start, lines, starts[i + 1]?.at ?? lines.length, listed));
  return {
    main: all.filter((i) => i < first && (i < from || i >= to)),
    list: all.filter((i) => i >= from && i < to),
    annexes,
    listed: listed.length > 0 ? listed : null,
  };
}

/** The first list of annexes: the lines from `from` up to `to`, or none (both 0). */
function readList(lines: readonly string[]): { from: number; to: number; listed: Listed[] } {
  for (let from = 0; from < lines.length; from++) {
    if (!lines[from]?.startsWith('附件')) continue;
    const { to, listed } = listFrom(lines, from);
    if (listed.length > 0) return { from, to, listed };
  }
  return { from: 0, to: 0, listed: [] };
}

/**
 * A list opens with 附件： and goes on over numbered lines, with or without blanks between them; or it is a
 * run of lines 附件1：题目, of which one alone would begin an annex.
 */
function listFrom(lines: readonly string[], from: number): { to: number; listed: Listed[] } {
  const opened = opening.exec(lines[from] ?? '')?.[1];
  const listed = opened ? [readItem(opened)] : [];
  let to = opened === undefined ? from : from + 1;
  for (let i = to; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const [, number, title] = (opened === undefined ? inline : numbered).exec(line) ?? [];
    // A number that does not go up begins the annexes themselves.
    if (title === undefined || !isTitle(title) || Number(number) <= (listed.at(-1)?.number ?? 0)) break;
    listed.push({ number: Number(number), title });
    to = i + 1;
  }
  const run = opened !== undefined || listed.length > 1;
  return run ? { to, listed } : { to: from, listed: [] };
}

function readItem(text: string): Listed {
  const [, number = '0', title = text] = numbered.exec(text) ?? [];
  return { number: Number(number), title };
}

function findStarts(lines: readonly string[], from: number): Start[] {
  const starts: Start[] = [];
  for (let at = from; at < lines.length; at++) {
    const found = startPattern.exec(lines[at] ?? '');
    if (!found) continue;
    const [, label = '', numeral = '', rest = ''] = found;
    // "附件 所列材料……。" is a sentence, and "附件：见附表" no start of an annex.
    if (rest !== '' && (numeral === '' || !isTitle(rest))) continue;
    starts.push({ at, label: label.trim(), number: valueOf(numeral.normalize('NFKC')), rest });
  }
  return starts;
}

function isTitle(line: string): boolean {
  return line.length <= TITLE && !/[。；，、;,]$/u.test(line) && !numberOf(line);
}

/** The title is on the line of 附件1 or the next; without one there, the list's, or the label itself. */
function titled(
  { at: start, label, number, rest }: Start,
  lines: readonly string[],
  to: number,
  listed: readonly Listed[],
): Annex {
  const whole = { label, number, start, to };
  if (rest !== '') return { ...whole, title: rest, from: start + 1 };
  const at = lines.findIndex((line, i) => i > start && line !== '');
  const line = at < 0 || at >= to ? '' : (lines[at] ?? '');
  if (isTitle(line) && line !== '') return { ...whole, title: line, from: at + 1 };
  const title = listed.find((one) => one.number === number)?.title.slice(0, TITLE);
  return { ...whole, title: title || label, from: start + 1 };
}

/** Compares the list with the annexes found; without a list there is nothing to compare. */
export function compareList({ annexes, listed }: Parts): Caution[] {
  if (!listed) return [];
  // A single annex needs no number, neither in the list nor above its text.
  const alone = listed.length === 1 && annexes.length === 1;
  const cautions: Caution[] = [];
  for (const { label, number, title } of annexes) {
    const item = listed.find((one) => alone || one.number === number);
    if (!item) cautions.push({ code: 'annex-not-listed', params: { annex: label, title } });
    else if (bare(item.title) !== bare(title))
      cautions.push({ code: 'annex-title', params: { annex: label, title, listed: item.title } });
  }
  for (const { number, title } of listed)
    if (!alone && !annexes.some((one) => one.number === number))
      cautions.push({ code: 'annex-missing', params: { annex: `附件${number || ''}`, title } });
  return cautions;
}

function bare(title: string): string {
  return title.replace(/\s+/gu, '');
}
