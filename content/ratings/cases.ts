import type { CommandInput } from '../model/command.ts';
import type { Case, CaseDeed, CaseResult } from '../model/rating.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, World } from '../rule.ts';

const STEPS = 50;

/** Results that a step may have; mending has none. */
export const caseResults: Readonly<Record<CaseDeed, readonly CaseResult[]>> = {
  verify: ['founded', 'unfounded'],
  mend: [],
  callback: ['content', 'discontent', 'unreached', 'no-contact'],
};

/** Whether mending is done, or not needed since the rating was found to be unfounded (E14). */
export function isMended({ steps }: Case): boolean {
  const found = steps.filter(({ what }) => what === 'verify').at(-1);
  return steps.some(({ what }) => what === 'mend') || found?.result === 'unfounded';
}

/** Whether somebody has called back, or noted why that is not possible (E14). */
export function isCalledBack({ steps }: Case): boolean {
  return steps.some(({ what }) => what === 'callback');
}

function openCase(records: Records, id: string): Case | Refusal {
  const found = records.get('case', id);
  if (!found) return refuse('record.missing');
  return found.closed ? refuse('case.closed') : found;
}

/** Whether the rating behind a case is about this account (E13). */
export function isAbout(records: Records, id: string, account: string): boolean {
  return records.get('rating', id)?.clerk?.id === account;
}

const isOwn = (records: Records, id: string, { by }: World): boolean =>
  by.is === 'account' && isAbout(records, id, by.id);

/** 核实, 整改, 回访 (E13). Refuses `record.missing`, `case.closed`, `case.own`, `case.result`, `case.full`. */
export const noteCase: RuleOf<CommandInput<'case:note'>, { id: string }> = (
  records,
  { id, what, text, result },
  world,
) => {
  const found = openCase(records, id);
  if (isRefusal(found)) return found;
  if (what !== 'mend' && isOwn(records, id, world)) return refuse('case.own');
  const allowed = caseResults[what];
  if (result === undefined ? allowed.length > 0 : !allowed.includes(result)) return refuse('case.result');
  if (found.steps.length >= STEPS) return refuse('case.full');
  const step = { at: world.now, by: personOf(records, world.by), what, text, ...(result ? { result } : {}) };
  return {
    changes: [{ kind: 'case', id, body: { ...found, steps: [...found.steps, step] } }],
    result: { id },
  };
};

/** 办结 (E14); the visitor's number goes (E15). Refuses `record.missing`, `case.closed`, `case.own`, `case.steps`. */
export const closeCase: RuleOf<CommandInput<'case:close'>, { id: string }> = (records, { id }, world) => {
  const found = openCase(records, id);
  if (isRefusal(found)) return found;
  if (isOwn(records, id, world)) return refuse('case.own');
  if (!isMended(found) || !isCalledBack(found)) return refuse('case.steps');
  const rest = { rating: found.rating, opened: found.opened, due: found.due, steps: found.steps };
  const closed = { at: world.now, by: personOf(records, world.by) };
  return { changes: [{ kind: 'case', id, body: { ...rest, closed } }], result: { id } };
};
