import type { Block, Source } from '../model/rule.ts';
import type { Institution } from './institutions.ts';

/** A rule as cut from a notice: official wording, not yet taken over. */
export interface CutRule {
  title: string;
  blocks: Block[];
  source: Source;
}

/** A rule with the lines of the source, counted from 0, that it was cut from. */
export interface CutPart extends CutRule {
  lines: [first: number, last: number];
  /** Title of the rule that holds this text as well; absent if it stands in this one only. */
  within?: string;
}

/** A text that could become a rule: lines `from` up to `to`, after `head` of the first of them. */
export interface Passage extends Institution {
  /** As printed, 附件1; empty if there is none. */
  label: string;
  within?: string;
}
