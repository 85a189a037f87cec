import type { CommandInput } from '../model/command.ts';
import type { Hall, QueueSettings } from '../model/hall.ts';
import type { Records } from '../records.ts';
import { hallOf } from '../premises/hall.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import { CREDIT } from './order.ts';
import type { RuleOf } from '../rule.ts';

/** The hall's queue settings with their defaults (Q4, Q29, Q30). */
export function settingsOf(records: Records): Required<QueueSettings> {
  return {
    passBack: 'list',
    passLimit: 3,
    order: CREDIT,
    phone: 'off',
    paper: false,
    issueAhead: 15,
    stopBefore: 0,
    alarm: {},
    ...hallOf(records)?.body.queue,
  };
}

/**
 * Sets how the hall's queue works (Q31); a key for the code of the day comes with the first need (M2). Refuses
 * `setup.missing`, `record.changed`.
 */
export const setQueue: RuleOf<CommandInput<'queue:settings'>, { id: string }> = (
  records,
  { rev, ...queue },
  world,
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, rev });
  if (stale) return stale;
  const body: Hall = { ...hall.body, queue };
  if (queue.phone === 'hall') body.entryKey ??= world.newId();
  const changes = sameBody(hall.body.queue ?? {}, queue)
    ? []
    : [{ kind: 'hall' as const, id: hall.id, body }];
  return { changes, result: { id: hall.id } };
};
