import type { Block } from '../model/rule.ts';
import { numberOf } from './paragraphs.ts';

/** What a person should look at before taking rules over. Worded by messages `import.warning.CODE`. */
export interface Caution {
  code:
    | 'annex-not-listed'
    | 'annex-missing'
    | 'annex-title'
    | 'articles-skip'
    | 'broken-lines'
    | 'empty-rule'
    | 'placeholder'
    | 'table-lines'
    | 'too-long';
  params: Record<string, string | number>;
}

/** Chinese prose as a PDF breaks it: long lines that stop within a sentence. */
const BROKEN_FROM = 20;
const sentenceEnd = /[。；：！？…．.;:!?）)》”’—]$/u;

/** What a notice leaves for the hall to fill in: 02379XXXXX, XX乡镇. */
const PLACEHOLDER = /[\d\-－]*[XＸ×]{2,}/gu;

/** What is odd about the paragraphs of one rule: numbers that skip, sentences broken over lines, tables. */
export function cautionsOf(title: string, blocks: readonly Block[]): Caution[] {
  const cautions: Caution[] = skips(blocks).map(([before, after]) => ({
    code: 'articles-skip',
    params: { title, before, after },
  }));
  const broken = blocks.filter((block, i) => isBroken(block, blocks[i + 1])).length;
  if (broken > 0) cautions.push({ code: 'broken-lines', params: { title, count: broken } });
  const holes = blocks.flatMap(({ text }) => text.match(PLACEHOLDER) ?? []);
  if (holes.length > 0)
    cautions.push({ code: 'placeholder', params: { title, count: holes.length, example: longest(holes) } });
  const table = blocks.filter(({ text }) => text.includes('\t')).length;
  if (table > 0) cautions.push({ code: 'table-lines', params: { title, count: table } });
  return cautions;
}

function longest(texts: readonly string[]): string {
  return texts.reduce((one, other) => (other.length > one.length ? other : one), '');
}

/**
 * Pairs of numbers as printed that do not follow each other. A deeper numbering begins anew under each
 * article; going back to 1 begins a new list. 条 count on through 章.
 */
function skips(blocks: readonly Block[]): [before: string, after: string][] {
  const last = new Map<string, { depth: number; value: number; printed: string }>();
  const found: [string, string][] = [];
  for (const { number, text } of blocks) {
    const article = number === '' ? null : numberOf(number + text);
    if (!article) continue;
    const printed = article.printed.trim();
    const before = last.get(article.style);
    if (article.value !== 1 && article.value !== (before?.value ?? 0) + 1)
      found.push([before?.printed ?? '', printed]);
    for (const [style, { depth }] of last) if (depth > article.depth) last.delete(style);
    last.set(article.style, { depth: article.depth, value: article.value, printed });
  }
  return found;
}

function isBroken({ number, text }: Block, next: Block | undefined): boolean {
  const line = number + text;
  return line.length >= BROKEN_FROM && !line.includes('\t') && !sentenceEnd.test(line) && next?.number === '';
}
