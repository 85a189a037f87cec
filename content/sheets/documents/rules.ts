import { isRefusal, refuse } from '../../rule.ts';
import type { Gather } from '../gathered.ts';
import { gatherRule, type RuleSheetData } from '../rule.ts';

/** Several rules side by side on one board, in the order asked for. */
export interface RulesSheetData {
  rules: RuleSheetData[];
}

/** Those that are gone are left out; refuses `record.missing` when all are. */
export const gatherRules: Gather<'rules', RulesSheetData> = (records, { rules }, standard) => {
  const found = rules.flatMap((rule) => {
    const one = gatherRule(records, { is: 'rule', rule }, standard);
    return isRefusal(one) ? [] : [one];
  });
  if (found.length === 0) return refuse('record.missing');
  return {
    title: '',
    data: { rules: found.map(({ data }) => data) },
    made: found.flatMap(({ made }) => made),
    single: false,
  };
};
