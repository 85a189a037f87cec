import type { CommandInput, CommandResult } from '../model/command.ts';
import { personOf } from '../people/person.ts';
import { putStaff, showsMore, wordsOfStaff } from '../people/staff.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf, Wanted, World } from '../rule.ts';
import { newDraft } from './drafts.ts';
import { liveWords } from './live.ts';
import { draftOf, levelsAt } from './review.ts';

type StaffChange = Extract<Wanted, { kind: 'staff' }> & { body: object };

function publishes(records: Records, change: Wanted): change is StaffChange {
  const { kind, id, body } = change;
  return kind === 'staff' && body !== null && showsMore(records.get('staff', id), body);
}

/** A rule of people on show: what the public would read or see of them for the first time needs review (Z13). */
export function reviewedStaff<I, R>(rule: RuleOf<I, R>): RuleOf<I, R> {
  return (records, input, world) => {
    const outcome = rule(records, input, world);
    const levels = levelsAt(records, world.now);
    if (isRefusal(outcome) || levels === 0) return outcome;
    const seen = outcome.changes.some((change) => publishes(records, change));
    return seen ? refuse('review.needed', { levels }) : outcome;
  };
}

/**
 * Saves many people or none (Z5); where others review, what the public would see of them as drafts in the same commit
 * (Z13). Refuses as `putStaff` does, and `draft.exists` where somebody writes on one of them.
 */
export const proposeStaff: RuleOf<CommandInput<'staff:put'>, CommandResult<'staff:put'>> = (
  records,
  input,
  world,
) => {
  const outcome = putStaff(records, input, world);
  if (isRefusal(outcome) || levelsAt(records, world.now) === 0) return outcome;
  const changes: Wanted[] = [];
  let drafts = 0;
  for (const change of outcome.changes) {
    if (!publishes(records, change)) changes.push(change);
    else {
      const other = draftOf(records, 'staff', change.id);
      if (other) return refuse('draft.exists', { name: other.body.author.name });
      changes.push(draftFrom(records, change, world));
      drafts += 1;
    }
  }
  return { changes, result: { ...outcome.result, drafts } };
};

function draftFrom(records: Records, { id, body }: StaffChange, world: World): Wanted {
  const was = liveWords(records, 'staff', id);
  const of = { kind: 'staff' as const, ...(was ? { id } : {}), body: wordsOfStaff(body) };
  const live = { base: records.rev('staff', id), was };
  const draft = newDraft(of, live, personOf(records, world.by), world.now);
  return { kind: 'draft', id: world.newId(), body: was ? draft : { ...draft, as: id } };
}
