import { valueOf } from '../importing/paragraphs.ts';
import type { Block } from '../model/rule.ts';

/** The sign of an article number: what stands before and after its numeral, and which kind of numeral that is. */
interface Sign {
  before: string;
  value: number;
  after: string;
  chinese: boolean;
}

const CHINESE = '一二三四五六七八九十百零〇';
const numeral = new RegExp(`^(.*?)([${CHINESE}]+|\\d+)([^\\d${CHINESE}]*)$`, 'u');

/** How new articles of each depth are numbered where their neighbours do not show it. */
const fresh = ['一、', '（一）', '1.', '（1）'];

const usual = (depth: number): string => fresh[depth] ?? '';

/** The longest text that one block takes, as the model has it. */
const LONGEST = 4000;

/** The parts of a number as printed, 第十二条 → 第 12 条; null for running text. */
export function readNumber(number: string): Sign | null {
  const [, before, figure, after] = numeral.exec(number) ?? [];
  if (before === undefined || figure === undefined || after === undefined) return null;
  return { before, value: valueOf(figure), after, chinese: !/\d/.test(figure) };
}

/** 3 → 三, 12 → 十二, 120 → 一百二十; up to 999, more than a rule has articles. */
export function wordNumber(value: number): string {
  const digit = (figure: number): string => '零一二三四五六七八九'[figure] ?? '';
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens === 0) return ones === 0 ? head || '零' : head + (head ? '零' : '') + digit(ones);
  const ten = tens === 1 && !head ? '十' : `${digit(tens)}十`;
  return head + ten + (ones === 0 ? '' : digit(ones));
}

/** 编 holds 章, 章 holds 节, 节 holds what is numbered by depth; running text belongs to what stands before it. */
function rankOf({ number, depth }: Block): number {
  const at = ['编', '章', '节'].findIndex((one) => number.includes(one));
  return at >= 0 ? at : depth + 3;
}

const isDotted = (before: string): boolean => /^(\d+[.．])+$/.test(before);

/** Articles that count on from each other: of one rank and one sign. */
function runOf(block: Block, sign: Sign): string {
  const before = isDotted(sign.before) && block.depth > 0 ? 'dotted' : sign.before;
  return [rankOf(block), before, sign.after, sign.chinese].join('|');
}

interface Runs {
  /** Runs that count through all chapters: 第一章 第一条 第二条, 第二章 第三条. */
  through: ReadonlySet<string>;
  /** The value with which each begins. */
  begins: ReadonlyMap<string, number>;
}

function runsOf(blocks: readonly Block[]): Runs {
  const through = new Set<string>();
  const begins = new Map<string, number>();
  const last = new Map<string, { value: number; rank: number; broken: boolean }>();
  for (const block of blocks) {
    const sign = readNumber(block.number);
    if (!sign) continue;
    const [run, rank] = [runOf(block, sign), rankOf(block)];
    const before = last.get(run);
    if (!begins.has(run)) begins.set(run, sign.value);
    if (before?.broken && sign.value === before.value + 1 && sign.value > 1) through.add(run);
    for (const other of last.values()) if (other.rank > rank) other.broken = true;
    last.set(run, { value: sign.value, rank, broken: false });
  }
  return { through, begins };
}

/**
 * The articles with numbers that follow their order (O2): each run counts up by one, begins anew below the next
 * heading unless it counted through before, and keeps its signs. `before` is the text whose numbering is kept up.
 */
export function renumber<B extends Block>(after: readonly B[], before: readonly Block[] = after): B[] {
  const { through, begins } = runsOf(before);
  const counts = new Map<string, { value: number; rank: number }>();
  const dotted: string[] = [];
  return after.map((block) => {
    const sign = readNumber(block.number);
    if (!sign) return block;
    const [run, rank] = [runOf(block, sign), rankOf(block)];
    for (const [other, count] of counts)
      if (count.rank > rank && !through.has(other)) counts.set(other, { ...count, value: 0 });
    const value = (counts.get(run)?.value ?? (begins.get(run) ?? 1) - 1) + 1;
    counts.set(run, { value, rank });
    const parent = dotted[block.depth - 1];
    const head = isDotted(sign.before) && block.depth > 0 && parent ? `${parent}.` : sign.before;
    if (isDotted(sign.before)) dotted.splice(block.depth, dotted.length, `${head}${value}`);
    const number = head + (sign.chinese ? wordNumber(value) : String(value)) + sign.after;
    return number === block.number ? block : { ...block, number };
  });
}

/** Where the section that begins at `at` ends: its sub-articles and running text belong to it. */
export function endOf(blocks: readonly Block[], at: number): number {
  const own = blocks[at];
  if (!own?.number) return at + 1;
  let end = at + 1;
  while (end < blocks.length) {
    const next = blocks[end];
    if (next?.number && rankOf(next) <= rankOf(own)) break;
    end += 1;
  }
  return end;
}

/** Puts an article after the section at `at`, numbered as that one; at the start of an empty text, as 一、. */
export function addArticle<B extends Block>(
  blocks: readonly B[],
  at: number,
  make: (block: Block) => B,
): { blocks: B[]; at: number } {
  const like = blocks[at];
  const to = like ? endOf(blocks, at) : blocks.length;
  const made = make({ number: like ? like.number : usual(0), depth: like?.depth ?? 0, text: '' });
  return { blocks: renumber(blocks.toSpliced(to, 0, made), blocks), at: to };
}

/** Parts an article at a place in its text (O3); the second part is an article of the same kind. */
export function splitArticle<B extends Block>(
  blocks: readonly B[],
  at: number,
  place: number,
  make: (block: Block) => B,
): B[] {
  const own = blocks[at];
  if (!own) return [...blocks];
  const [head, tail] = [own.text.slice(0, place).trimEnd(), own.text.slice(place).trimStart()];
  const parts = [{ ...own, text: head }, make({ number: own.number, depth: own.depth, text: tail })];
  return renumber(blocks.toSpliced(at, 1, ...parts), blocks);
}

/** Joins an article to the one before it (O3); null for the first, or where both together are too long. */
export function mergeArticle<B extends Block>(
  blocks: readonly B[],
  at: number,
): { blocks: B[]; place: number } | null {
  const [before, own] = [blocks[at - 1], blocks[at]];
  if (!before || !own || before.text.length + own.text.length > LONGEST) return null;
  const joined = { ...before, text: before.text + own.text };
  return { blocks: renumber(blocks.toSpliced(at - 1, 2, joined), blocks), place: before.text.length };
}

/** Moves a section past its neighbour of the same rank (O4); the same list where there is none. */
export function moveArticle<B extends Block>(blocks: readonly B[], at: number, by: -1 | 1): B[] {
  const own = blocks[at];
  if (!own) return [...blocks];
  const [first, second] = by > 0 ? [at, endOf(blocks, at)] : [siblingBefore(blocks, at), at];
  const next = blocks[second];
  const out = first < 0 || !next || (own.number && next.number && rankOf(next) < rankOf(own));
  if (out) return [...blocks];
  const end = endOf(blocks, second);
  const [one, other] = [blocks.slice(first, second), blocks.slice(second, end)];
  return renumber([...blocks.slice(0, first), ...other, ...one, ...blocks.slice(end)], blocks);
}

/** Where the neighbour of the same rank before this section begins; −1 if there is none. */
function siblingBefore(blocks: readonly Block[], at: number): number {
  const own = blocks[at];
  if (!own?.number) return at - 1;
  for (let place = at - 1; place >= 0; place--) {
    const other = blocks[place];
    if (!other?.number || rankOf(other) > rankOf(own)) continue;
    return rankOf(other) === rankOf(own) ? place : -1;
  }
  return -1;
}

/** Takes one article out; what stood below it stays, below the one before. */
export function removeArticle<B extends Block>(blocks: readonly B[], at: number): B[] {
  return renumber(blocks.toSpliced(at, 1), blocks);
}

/** Sets an article one deeper or higher, with the signs that its new depth has in this text. */
export function indentArticle<B extends Block>(blocks: readonly B[], at: number, by: -1 | 1): B[] {
  const own = blocks[at];
  const depth = own && own.depth + by;
  if (!own || (depth !== 0 && depth !== 1 && depth !== 2 && depth !== 3)) return [...blocks];
  const number = own.number && signAt(blocks, at, depth);
  return renumber(blocks.with(at, { ...own, depth, number }), blocks);
}

/** Gives an article a number, or makes it running text. */
export function numberArticle<B extends Block>(blocks: readonly B[], at: number, numbered: boolean): B[] {
  const own = blocks[at];
  if (!own || Boolean(own.number) === numbered) return [...blocks];
  const number = numbered ? signAt(blocks, at, own.depth) : '';
  return renumber(blocks.with(at, { ...own, number }), blocks);
}

/** The number that the nearest article of this depth has, else the usual one. */
function signAt(blocks: readonly Block[], at: number, depth: Block['depth']): string {
  const fits = ({ number, depth: its }: Block): boolean => number !== '' && its === depth;
  const near = blocks.slice(0, at).findLast(fits) ?? blocks.slice(at + 1).find(fits);
  return near ? near.number : usual(depth);
}
