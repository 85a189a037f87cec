import type { CommandInput } from '../model/command.ts';
import type { Pledge } from '../model/rule.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/**
 * Saves a slogan, pledge or list of conduct (O5, O6). Refuses `record.missing`, `record.changed`,
 * `pledge.title-taken`, `pledge.last-slogan`.
 */
export const savePledge: RuleOf<CommandInput<'pledge:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...words },
  world,
) => {
  const stale = checkSeen(records, 'pledge', { id: seen, rev });
  if (stale) return stale;
  for (const { id, body } of records.all('pledge'))
    if (id !== seen && body.title === words.title)
      return refuse('pledge.title-taken', { title: words.title });
  if (seen !== undefined && words.role !== 'slogan' && isLastSlogan(records, seen))
    return refuse('pledge.last-slogan');
  const id = seen ?? world.newId();
  const body: Pledge = words;
  const same = sameBody(records.get('pledge', id), body);
  return { changes: same ? [] : [{ kind: 'pledge', id, body }], result: { id } };
};

/** Removes a pledge (O6). Refuses `record.missing`, `pledge.last-slogan`. */
export const removePledge: RuleOf<CommandInput<'pledge:remove'>, { id: string }> = (records, { id }) => {
  if (!records.get('pledge', id)) return refuse('record.missing');
  if (isLastSlogan(records, id)) return refuse('pledge.last-slogan');
  return { changes: [{ kind: 'pledge', id, body: null }], result: { id } };
};

function isLastSlogan(records: Records, id: string): boolean {
  if (records.get('pledge', id)?.role !== 'slogan') return false;
  for (const other of records.all('pledge'))
    if (other.id !== id && other.body.role === 'slogan') return false;
  return true;
}
