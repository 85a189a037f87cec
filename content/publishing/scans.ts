import type { CommandInput } from '../model/command.ts';
import { sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** Writes down what the hub found in the text of a document (O16). Refuses `record.missing` where the document is gone. */
export const keepScan: RuleOf<CommandInput<'scan:keep'>, { id: string }> = (
  records,
  { id, ...found },
  { now },
) => {
  if (!records.get('medium', id)) return refuse('record.missing');
  const before = records.get('scan', id);
  if (before && sameBody({ ...before, at: 0 }, { ...found, at: 0 })) return { changes: [], result: { id } };
  return { changes: [{ kind: 'scan', id, body: { ...found, at: now } }], result: { id } };
};
