import type { Kept } from '../model/record.ts';
import { rangeOf, simulateCalls } from '../queue/estimate.ts';
import { isRefusal } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';
import { durationsOf } from './pace.ts';

/** The rule of a command that issues a number, keeping in the ticket what wait it was told (T7). */
export function tellsWait<C, R>(rule: RuleOf<C, R>): RuleOf<C, R> {
  return (records, command, world) => {
    const outcome = rule(records, command, world);
    if (isRefusal(outcome)) return outcome;
    const tell = (change: Wanted): Wanted => {
      if (change.kind !== 'ticket' || !change.body || records.get('ticket', change.id)) return change;
      const ticket: Kept<'ticket'> = { kind: 'ticket', id: change.id, rev: 1, body: change.body };
      const waits = simulateCalls(records, world.now, durationsOf(records), [ticket]);
      const ms = waits.get(change.id);
      return ms === undefined ? change : { ...change, body: { ...change.body, told: rangeOf(ms) } };
    };
    return { ...outcome, changes: outcome.changes.map(tell) };
  };
}
