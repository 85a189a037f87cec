import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Item } from '../model/item.ts';
import type { Kept } from '../model/record.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf, Wanted, World } from '../rule.ts';
import { newDraft } from './drafts.ts';
import { putItems, textOf } from './items.ts';
import { liveWords } from './live.ts';
import { levelsAt, reviewedItems } from './review.ts';

type ItemChange = Extract<Wanted, { kind: 'item' }> & { body: Item };

/** Samples are nobody's reading (U5). */
function publishes(change: Wanted): change is ItemChange {
  return change.kind === 'item' && change.body !== null && change.body.sample !== true;
}

/** An item as a table brings it: of a new one what it is known by. */
interface Meant {
  id?: string | undefined;
  name: string;
  code?: string | undefined;
}

/** The open draft that is in the way of another of the same item (U25): of its record, else of its name or code. */
export function draftInWay(records: Records, { id, name, code }: Meant): Kept<'draft'> | undefined {
  for (const draft of records.all('draft')) {
    const { of, as, state } = draft.body;
    if (state === 'done' || of.kind !== 'item') continue;
    if (id === undefined || of.id === undefined) {
      const twin = of.body.name === name || (code !== undefined && of.body.code === code);
      if (twin || (id !== undefined && as === id)) return draft;
    } else if (of.id === id) return draft;
  }
  return undefined;
}

/** Where a row of a table goes at `now` (U25): it is public at once or a sample, a draft to review, or an open draft is in its way. */
export function wayOfRow(
  records: Records,
  row: { id?: string | undefined; text: Pick<Meant, 'name' | 'code'> },
  now: number,
): 'live' | 'draft' | 'waits' {
  const before = row.id === undefined ? undefined : records.get('item', row.id);
  if (levelsAt(records, now) === 0 || before?.sample) return 'live';
  return draftInWay(records, { id: row.id, ...row.text }) ? 'waits' : 'draft';
}

/**
 * Saves many items or none (U6). With `propose`, where the hall asks for review, what the public would read goes in as
 * drafts in the same commit (U25); without it that is refused (D2). Refuses as `putItems` does, and `bundle.waits`.
 */
export const proposeItems: RuleOf<CommandInput<'item:put'>, CommandResult<'item:put'>> = (
  records,
  input,
  world,
) => {
  if (!input.propose || levelsAt(records, world.now) === 0)
    return reviewedItems(putItems)(records, input, world);
  const outcome = putItems(records, input, world);
  if (isRefusal(outcome)) return outcome;
  const changes: Wanted[] = [];
  let drafts = 0;
  for (const change of outcome.changes) {
    if (!publishes(change)) {
      changes.push(change);
      continue;
    }
    const { name, code } = change.body;
    const known = records.get('item', change.id) ? change.id : undefined;
    if (draftInWay(records, { id: known, name, code })) return refuse('bundle.waits', { title: name });
    changes.push(draftFrom(records, change, world));
    drafts += 1;
  }
  return { changes, result: { ...outcome.result, drafts } };
};

function draftFrom(records: Records, { id, body }: ItemChange, world: World): Wanted {
  const was = liveWords(records, 'item', id);
  const of = { kind: 'item' as const, ...(was ? { id } : {}), body: textOf(body) };
  const live = { base: was ? records.rev('item', id) : 0, was };
  const draft = newDraft(of, live, personOf(records, world.by), world.now);
  return { kind: 'draft', id: world.newId(), body: was ? draft : { ...draft, as: id } };
}
