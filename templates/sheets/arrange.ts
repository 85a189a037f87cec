import type { Block, Source } from '../../content/model/rule.ts';
import type { RuleSheetData } from '../../content/sheets/rule.ts';
import { say } from './foot.ts';

/**
 * How a paragraph is set: an article hangs on its number, a heading is an article that only names what
 * follows, `aside` is unnumbered text that belongs to the article before, `lead` unnumbered text before
 * any article, `verse` a short line of a pledge.
 */
export type Look = 'article' | 'heading' | 'aside' | 'lead' | 'verse';

export interface Paragraph {
  number: string;
  /** The text but for its last characters, which `tail` keeps together. `number + text + tail` is the record. */
  text: string;
  tail: string;
  look: Look;
  /** 0 for the outermost numbering that the rule uses. */
  level: number;
}

export interface ArrangedRule {
  /** All paragraphs are verse: set large and centred. */
  verse: boolean;
  /** Every paragraph ends with a full-width punctuation mark. */
  stopped: boolean;
  paragraphs: Paragraph[];
  source: string[];
}

/** Longest line that is still set as verse. */
const VERSE = 18;
/** An article of this length with something below it only names it. */
const HEADING = 24;
/** A last line holds at least two characters and the full stop; to hold more, the line before would gape. */
const TAIL = 3;

export function arrangeRule({ blocks, source, wording }: RuleSheetData): ArrangedRule {
  const verse = isVerse(blocks);
  const levels = [...new Set(blocks.filter((block) => block.number).map((block) => block.depth))].sort();
  return {
    verse,
    stopped: blocks.every((block) => /[，。；！？、]$/.test(block.text)),
    paragraphs: blocks.map((block, index) => {
      const characters = Array.from(block.text);
      const kept = characters.length > TAIL * 4 && !verse ? characters.length - TAIL : characters.length;
      return {
        number: block.number,
        text: characters.slice(0, kept).join(''),
        tail: characters.slice(kept).join(''),
        look: verse ? 'verse' : lookOf(blocks, index),
        level: block.number ? levels.indexOf(block.depth) : 0,
      };
    }),
    source: wordSource(source, wording),
  };
}

/** Pledge lines have no numbers and are all short, as in QJ annex 8. */
function isVerse(blocks: readonly Block[]): boolean {
  return blocks.every((block) => !block.number && Array.from(block.text).length <= VERSE);
}

function lookOf(blocks: readonly Block[], index: number): Look {
  const block = blocks[index]!;
  if (!block.number) return blocks.slice(0, index).some((before) => before.number) ? 'aside' : 'lead';
  const next = blocks[index + 1];
  const names = block.text.length <= HEADING && !/[。；！？]$/.test(block.text);
  return names && next && (!next.number || next.depth > block.depth) ? 'heading' : 'article';
}

/** Lines saying where the words come from: notice and annex, then who issued it and when. */
function wordSource(source: Source, wording: RuleSheetData['wording']): string[] {
  const title = source.title.replace(/^《(.*)》$/, '$1');
  const from = say(`sheet.source.${wording}`, { title, annex: source.annex ?? '' }).trim();
  const issued = [source.issuer, source.date].filter(Boolean).join('　');
  return issued ? [from, issued] : [from];
}
