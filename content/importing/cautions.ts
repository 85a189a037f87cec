import type { Block } from '../model/rule.ts';
import { numberOf } from './paragraphs.ts';

/** What a person should look at before taking rules over. Worded by messages `import.warning.CODE`. */
export interface Caution {
  code:
    | 'annex-not-listed'
    | 'annex-missing'
    | 'annex-title'
    | 'articles-skip'
    | 'columns'
    | 'empty-rule'
    | 'joined-lines'
    | 'page-lines'
    | 'placeholder'
    | 'table-lines'
    | 'title-twice'
    | 'too-long';
  params: Record<string, string | number>;
}

/** What a notice leaves for the hall to fill in: 02379XXXXX, XX乡镇. */
const PLACEHOLDER = /[\d\-－]*[XＸ×]{2,}/gu;

/** What is odd about the paragraphs of one rule: numbers that skip, places left open, tables. */
export function cautionsOf(title: string, blocks: readonly Block[]): Caution[] {
  const cautions: Caution[] = skips(blocks).map(([before, after]) => ({
    code: 'articles-skip',
    params: { title, before, after },
  }));
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
