import type { CommandInput } from '../model/command.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** Keys of one screen: a script made long ago goes on working, and the record stays small. */
const MOST_KEYS = 50;

/** Notes the key of a start script (W17). Refuses `record.missing`, also for a sign without a page. */
export const giveStartKey: RuleOf<CommandInput<'screen:key'>, { id: string }> = (records, { id, hash }) => {
  const screen = records.get('screen', id);
  if (!screen || screen.pageless) return refuse('record.missing');
  const hashes = [...(records.get('startkeys', id)?.hashes ?? []), hash].slice(-MOST_KEYS);
  return { changes: [{ kind: 'startkeys', id, body: { hashes } }], result: { id } };
};

/** The screen whose token or start key has this SHA-256 (W8, W17). */
export function screenOfHash(records: Records, hash: string): string | undefined {
  for (const { id, body } of records.all('screen')) if (body.tokenHash === hash) return id;
  for (const { id, body } of records.all('startkeys')) if (body.hashes.includes(hash)) return id;
  return undefined;
}
