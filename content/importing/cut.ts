import type { Block, Source } from '../model/rule.ts';
import { compareList, partNotice } from './annexes.ts';
import type { Annex } from './annexes.ts';
import { cautionsOf } from './cautions.ts';
import type { Caution } from './cautions.ts';
import { readHeading } from './heading.ts';
import type { Heading } from './heading.ts';
import { blocksOf, linesOf } from './paragraphs.ts';

/** A rule as cut from a notice: official wording, not yet taken over. */
export interface CutRule {
  title: string;
  blocks: Block[];
  source: Source;
}

/** What was found in a notice. `rules` is empty when there is nothing in it that could hang on a wall. */
export interface CutNotice {
  title: string;
  issuer?: string;
  date?: string;
  rules: CutRule[];
  cautions: Caution[];
}

/** As many paragraphs as a rule's record takes. */
const PARAGRAPHS = 400;
const TITLE = 60;
/** A file with more is a list or a table in which the word occurs, not a notice. */
const ANNEXES = 100;
/** One numbered line may be chance; two make an ordered text. */
const FEWEST_ARTICLES = 2;

/**
 * Cuts the text of a notice (TXT or Markdown) into its annex rules, word for word: nothing is joined,
 * mended or left out but blanks at the ends of lines and the # of headings. A notice without annexes that
 * has articles is one rule. `file` names where the text came from.
 */
export function cutNotice(text: string, file?: string): CutNotice {
  const parts = partNotice(linesOf(text).map(withoutMarks));
  const heading = readHeading(parts.main);
  if (parts.annexes.length > ANNEXES) return { title: heading.title, rules: [], cautions: [] };
  const cautions = compareList(parts);
  const { title, issuer, date } = heading;
  const printed = { title, ...(issuer ? { issuer } : {}), ...(date ? { date } : {}) };
  const drafts = parts.annexes.length > 0 ? parts.annexes : wholeText(heading, parts.main);
  const rules: CutRule[] = [];
  for (const draft of drafts) {
    const blocks = blocksOf(draft.lines);
    const params = { annex: draft.label, title: draft.title };
    if (blocks.length === 0) cautions.push({ code: 'empty-rule', params });
    else if (blocks.length > PARAGRAPHS)
      cautions.push({ code: 'too-long', params: { ...params, count: blocks.length, limit: PARAGRAPHS } });
    else {
      cautions.push(...cautionsOf(draft.title, blocks));
      const annex = draft.label.slice(0, 30);
      // A file that holds nothing but the rule has no other title to name.
      const source: Source = { ...printed, title: title || draft.title };
      if (annex) source.annex = annex;
      if (file) source.file = file;
      rules.push({ title: draft.title, blocks, source });
    }
  }
  return { ...printed, rules, cautions };
}

/** Markdown marks headings with #; the mark is no part of the wording. */
function withoutMarks(line: string): string {
  return line.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '');
}

/** A notice that is itself the rule, such as a 管理办法 without annexes. */
function wholeText({ title, after }: Heading, main: readonly string[]): Annex[] {
  const lines = main.slice(after);
  const articles = blocksOf(lines).filter(({ number }) => number !== '').length;
  if (title === '' || title.length > TITLE || articles < FEWEST_ARTICLES) return [];
  return [{ label: '', number: 0, title, lines }];
}
