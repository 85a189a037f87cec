import type { CommandInput } from '../model/command.ts';
import type { Hall } from '../model/hall.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';
import { hallOf } from './hall.ts';

/** Whether a wording names the number once and the window once (R11). */
export function namesBoth(wording: string): boolean {
  const places = wording.match(/\{[^}]*\}/g) ?? [];
  return places.length === 2 && places.includes('{number}') && places.includes('{window}');
}

/** Sets how a call is worded (R11). Refuses `setup.missing`, `record.changed`, `wording.places`. */
export const setWording: RuleOf<CommandInput<'hall:wording'>, { id: string }> = (
  records: Records,
  { rev, wording = '' },
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, rev });
  if (stale) return stale;
  const text = wording.trim();
  if (text && !namesBoth(text)) return refuse('wording.places');
  const body: Hall = { ...hall.body, wording: text };
  if (!text) delete body.wording;
  const changes = sameBody(hall.body, body) ? [] : [{ kind: 'hall' as const, id: hall.id, body }];
  return { changes, result: { id: hall.id } };
};
