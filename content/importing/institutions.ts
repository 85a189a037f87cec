import { numberOf } from './paragraphs.ts';
import type { Line } from './pages.ts';

/** A 制度 that stands as one article among others: lines `from` up to `to`. */
export interface Institution {
  title: string;
  from: number;
  to: number;
  /** What of the first line is number and title only; the rest is its text. Empty if the line is kept whole. */
  head: string;
}

interface Article {
  from: number;
  to: number;
  series: string;
  named: Named | null;
}

/** `led`: the name follows a verb (实行AB岗工作制), so that it may be a sentence about a 制度 as well. */
interface Named {
  title: string;
  head: string;
  led: boolean;
}

const verb = '(?:严格)?(?:实行|推行|健全|建立健全|建立|执行|落实|完善)';
const name = `((?:(?!${verb})[^，。；：、,.（）()《》]){2,16}?制度?)`;
const alone = new RegExp(`^${name}(?:[。：:]|$)`, 'u');
const introduced = new RegExp(`^${verb}${name}(?:[。：:，,]|$)`, 'u');
/** One article may speak of a 制度; two beside each other are a list of them. */
const FEWEST = 2;

/**
 * Articles in `lines` from `from` up to `to` that are each an institution of their own (I17): 1.首问负责制。…,
 * （一）请销假制度, two at least beside each other. Names that follow a verb (8.实行AB岗工作制。…) count beside
 * those, or with `led` alone.
 */
export function findInstitutions(
  lines: readonly Line[],
  from: number,
  to: number,
  led = false,
): Institution[] {
  const articles = articlesIn(lines, from, to);
  const counts = new Map<string, number>();
  for (const { series, named } of articles)
    if (named && (led || !named.led)) counts.set(series, (counts.get(series) ?? 0) + 1);
  const found: Institution[] = [];
  for (const { from: start, to: end, series, named } of articles) {
    if (!named || (counts.get(series) ?? 0) < FEWEST || !hasText(lines, start, end, named.head)) continue;
    // One that stands within another is part of its text.
    if (start >= (found.at(-1)?.to ?? 0))
      found.push({ title: named.title, head: named.head, from: start, to: end });
  }
  return found;
}

function articlesIn(lines: readonly Line[], from: number, to: number): Article[] {
  const articles: Article[] = [];
  const open: { depth: number; article: Article }[] = [];
  const close = (depth: number, at: number) => {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) {
      const ended = open.pop();
      if (ended) ended.article.to = at;
    }
  };
  for (let at = from; at < to; at++) {
    const text = lines[at]?.text ?? '';
    const number = numberOf(text);
    if (!number) continue;
    close(number.depth, at);
    const parent = open.at(-1)?.article.from ?? from;
    const article: Article = {
      from: at,
      to,
      series: `${parent} ${number.style}`,
      named: nameOf(text, number.printed),
    };
    articles.push(article);
    open.push({ depth: number.depth, article });
  }
  return articles;
}

function nameOf(text: string, printed: string): Named | null {
  const words = text.slice(printed.length);
  const [whole, title] = alone.exec(words) ?? [];
  if (whole !== undefined && title !== undefined)
    return { title: bare(title), head: printed + whole, led: false };
  const named = introduced.exec(words)?.[1];
  return named === undefined ? null : { title: bare(named), head: printed, led: true };
}

function bare(title: string): string {
  return title.replace(/\s+/gu, '');
}

function hasText(lines: readonly Line[], from: number, to: number, head: string): boolean {
  return (
    (lines[from]?.text ?? '').length > head.length ||
    lines.slice(from + 1, to).some(({ text }) => text !== '')
  );
}
