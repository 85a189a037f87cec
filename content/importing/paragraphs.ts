import type { Block } from '../model/rule.ts';

/** The longest text that one block takes; a longer paragraph goes on in a block without a number. */
const LONGEST = 4000;

const digits = '一二三四五六七八九';
const chinese = '[一二三四五六七八九十百零〇]{1,6}';

/** Styles of numbering that notices use, each with its depth; the first that fits counts. */
const styles: readonly { style: string; depth: Block['depth']; pattern: RegExp }[] = [
  { style: '章', depth: 0, pattern: new RegExp(`^第(${chinese})[编章节]\\s{0,2}`, 'u') },
  { style: '条', depth: 0, pattern: new RegExp(`^第(${chinese})条\\s{0,2}`, 'u') },
  { style: '一、', depth: 0, pattern: new RegExp(`^(${chinese})、\\s{0,2}`, 'u') },
  { style: '（一）', depth: 1, pattern: new RegExp(`^[（(](${chinese})[）)]\\s{0,2}`, 'u') },
  // 1.1  and 1.2.3 of technical standards; 1.5 and 1.5 万 are figures.
  {
    style: '1.1',
    depth: 0,
    pattern:
      /^(\d{1,2}(?:[.．]\d{1,2}){1,4})(?:\s{1,2}(?![\d万亿元米倍个%％㎡])|(?<=[.．]\d+[.．]\d+)(?=\p{Script=Han}))/u,
  },
  { style: '1.', depth: 2, pattern: /^(\d{1,3})(?:[.．](?!\d)|、)\s{0,2}/u },
  { style: '（1）', depth: 3, pattern: /^[（(](\d{1,3})[）)]\s{0,2}/u },
];

/**
 * A number at the start of a paragraph: as printed, its style and its value. Of 1.2.3 the style is what
 * stands before the last figure, so that 1.2.3 follows 1.2.2 and nothing else.
 */
export interface ArticleNumber {
  printed: string;
  style: string;
  depth: Block['depth'];
  value: number;
}

/** The article number that a paragraph begins with, or null. */
export function numberOf(paragraph: string): ArticleNumber | null {
  for (const { style, depth, pattern } of styles) {
    const found = pattern.exec(paragraph);
    // A number with nothing after it is a figure or a page number, not an article.
    if (!found || found[0].length >= paragraph.length) continue;
    const [printed, numeral = ''] = found;
    if (style !== '1.1') return { printed, style, depth, value: valueOf(numeral) };
    const parts = numeral.split(/[.．]/u);
    const deep = Math.min(parts.length - 2, 3) as Block['depth'];
    return { printed, style: parts.slice(0, -1).join('.'), depth: deep, value: Number(parts.at(-1)) };
  }
  return null;
}

/** 3, 十三, 二十, 一百零二 → a number; 0 if it is none. */
export function valueOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  let value = 0;
  let digit = 0;
  for (const sign of numeral) {
    const at = digits.indexOf(sign) + 1;
    if (at > 0) digit = at;
    else if (sign === '十') [value, digit] = [value + (digit || 1) * 10, 0];
    else if (sign === '百') [value, digit] = [value + (digit || 1) * 100, 0];
  }
  return value + digit;
}

/** The lines of a text without the blanks around them; an empty line is ''. */
export function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .map((line) => line.trim());
}

/** Lines → blocks, one for each line that is not empty; `number + text` is the line, to the letter. */
export function blocksOf(lines: readonly string[]): Block[] {
  return lines.filter((line) => line !== '').flatMap(blockOf);
}

/** Splits a text into articles at the starts of its lines, as an imported notice is. */
export function cutBlocks(text: string): Block[] {
  return blocksOf(linesOf(text));
}

function blockOf(line: string): Block[] {
  const found = numberOf(line);
  const number = found?.printed ?? '';
  const [first = '', ...rest] = piecesOf(line.slice(number.length));
  const depth = found?.depth ?? 0;
  return [{ number, depth, text: first }, ...rest.map((text) => ({ number: '', depth, text }))];
}

/** Pieces of at most LONGEST characters, parted after a full stop where there is one. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const stop = rest.lastIndexOf('。', LONGEST - 1) + 1 || wholeCharacter(rest, LONGEST);
    pieces.push(rest.slice(0, stop));
    rest = rest.slice(stop);
  }
  return [...pieces, rest];
}

/** Not between the two halves of a rare character. */
function wholeCharacter(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}
