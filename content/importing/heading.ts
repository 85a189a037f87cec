import { numberOf } from './paragraphs.ts';

/** What stands above and below the text of a notice: its title, who issued it and when, as printed. */
export interface Heading {
  title: string;
  issuer?: string;
  date?: string;
  /** Index of the line after the title. */
  after: number;
}

/** As long as a source's title may be; a longer group of short lines is no title. */
const LONGEST = 200;
const HEAD_LINE = 40;
const ISSUER = 40;
const documentNumber = /〔\d{4}〕\s*\d+\s*号/;
const letterhead = /^(.{2,30}(?:政府|委员会|办公室|局|厅|委))文件$/;
const numeral = '[\\d一二三四五六七八九十〇○零]';
const dateLine = new RegExp(`^${numeral}{4}\\s*年\\s*${numeral}{1,3}\\s*月\\s*${numeral}{1,3}\\s*日$`);

interface Group {
  text: string;
  after: number;
}

/**
 * Reads the heading of a notice's main part. A plan that is issued by a notice (关于印发《…》的通知) is named
 * by its own title, where the main part has it as a heading: that is what a wall sheet quotes.
 */
export function readHeading(lines: readonly string[]): Heading {
  const groups = headGroups(lines);
  const named = namedIn(lines);
  const own = groups.find(({ text }) => named.has(text));
  const chosen = own ?? groups.find(({ text }) => !documentNumber.test(text) && !letterhead.test(text));
  const signed = readSignature(lines);
  const head = groups.map(({ text }) => letterhead.exec(text)?.[1]).find((name) => name !== undefined);
  const issuer = signed.issuer ?? head;
  return {
    title: chosen?.text ?? '',
    ...(issuer ? { issuer } : {}),
    ...(signed.date ? { date: signed.date } : {}),
    after: chosen?.after ?? 0,
  };
}

/** Short lines that stand together like a heading, joined; a title may go on while a bracket is open. */
function headGroups(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  let i = 0;
  while (i < lines.length) {
    if (!mayHead(lines[i] ?? '')) {
      i += 1;
      continue;
    }
    let text = '';
    let end = i;
    while (end < lines.length && (mayHead(lines[end] ?? '') || (isOpen(text) && lines[end] === ''))) {
      if (text.length <= LONGEST) text = joinTitle(text, lines[end] ?? '');
      end += 1;
    }
    const closed = end >= lines.length || lines[end] === '' || numberOf(lines[end] ?? '') !== null;
    if (closed && text.length <= LONGEST) groups.push({ text, after: end });
    i = end;
  }
  return groups;
}

function mayHead(line: string): boolean {
  return line !== '' && line.length <= HEAD_LINE && !/[。；：，、;:,]$/.test(line) && !numberOf(line);
}

function isOpen(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  return count('《') > count('》') || count('（') > count('）');
}

/** Titles are set over several lines and with blanks for looks; Chinese has none between its characters. */
function joinTitle(before: string, line: string): string {
  const spaced = before === '' ? line : `${before} ${line}`;
  return spaced.replace(/(?<![\p{Script=Latin}\d])\s+|\s+(?![\p{Script=Latin}\d])/gu, '');
}

/** Everything that the text names in 《》, to recognize the heading of the document that it issues. */
function namedIn(lines: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const line of lines)
    for (const [, name = ''] of line.matchAll(/《([^《》]+)》/g)) names.add(name.replace(/\s+/g, ''));
  return names;
}

/** The first date that has a line to itself, and the body that signs above it. */
function readSignature(lines: readonly string[]): { issuer?: string; date?: string } {
  const at = lines.findIndex((line) => dateLine.test(line));
  const date = lines[at];
  if (date === undefined) return {};
  const above = lines.slice(0, at).findLast((line) => line !== '');
  const signs = above !== undefined && above.length <= ISSUER && mayHead(above);
  return signs ? { date, issuer: above } : { date };
}
