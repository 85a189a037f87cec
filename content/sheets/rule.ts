import type { Rule } from '../model/rule.ts';
import { refuse } from '../rule.ts';
import type { Gather } from './gathered.ts';

/** A rule on the wall: its words and where they come from. */
export type RuleSheetData = Pick<Rule, 'title' | 'blocks' | 'source' | 'wording'>;

export const gatherRule: Gather<'rule', RuleSheetData> = (records, { rule: id }) => {
  const rule = records.get('rule', id);
  if (!rule) return refuse('record.missing');
  const { title, blocks, source, wording } = rule;
  return {
    title,
    data: { title, blocks, source, wording },
    made: [{ kind: 'rule', id, rev: records.rev('rule', id) }],
    single: true,
  };
};
