import type { Person } from '../model/base.ts';
import type { CommandInput } from '../model/command.ts';
import type { Draft, DraftState, Proposal } from '../model/draft.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Outcome, Refusal, RuleOf } from '../rule.ts';
import { liveWords, obstacleTo, tidyProposal } from './live.ts';
import { draftOf, missingReviews, wrote } from './review.ts';

type Done = { id: string };
/** `rev` is the revision that the draft has now. */
type Saved = { id: string; rev: number };

/**
 * The draft as its sender saw it and in a state in which this may be done to it. Refuses `record.missing`,
 * `record.changed` (D8) and `draft.not-now`.
 */
export function findDraft(
  records: Records,
  { id, rev }: { id: string; rev: number },
  states: readonly DraftState[],
): Draft | Refusal {
  const draft = records.get('draft', id);
  if (!draft) return refuse('record.missing');
  if (rev < records.rev('draft', id)) return refuse('record.changed');
  return states.includes(draft.state) ? draft : refuse('draft.not-now');
}

/** Whether the live record says something else since the draft began from it (D9): a person's place on the wall is no word. */
export function isBehind(records: Records, { of, base, was }: Pick<Draft, 'of' | 'base' | 'was'>): boolean {
  if ((of.id === undefined ? 0 : records.rev(of.kind, of.id)) === base) return false;
  return of.id === undefined || was === undefined || !sameBody(liveWords(records, of.kind, of.id), was);
}

export function keepDraft(id: string, body: Draft): Outcome<Done> {
  return { changes: [{ kind: 'draft', id, body }], result: { id } };
}

/** The draft with nothing of a coming release: its words or its standing have changed. */
export function unplanned({ releaseAt: _, stuck: __, ...draft }: Draft): Draft {
  return draft;
}

/** The draft as something to write on again: not handed in, and in another round. */
export function reopened({ submittedAt: _, ...draft }: Draft): Draft {
  return { ...unplanned(draft), round: draft.round + 1, overruled: [] };
}

const withoutWas = ({ was: _, ...draft }: Draft): Draft => draft;

const OPEN: readonly DraftState[] = ['draft', 'submitted', 'returned', 'approved'];

/**
 * Writes a draft beside the live record, or changes one (D1, D3, D6, D8). Refuses `record.missing`,
 * `record.changed`, `draft.behind`, `draft.exists`, `draft.not-now`.
 */
export const saveDraft: RuleOf<CommandInput<'draft:save'>, Saved> = (
  records,
  { id, rev = 0, base, of: proposed },
  world,
) => {
  const of = tidyProposal(proposed);
  if (of.id !== undefined && records.rev(of.kind, of.id) === 0) return refuse('record.missing');
  if (isBehind(records, { of, base })) return refuse('draft.behind');
  const who = personOf(records, world.by);
  const was = of.id === undefined ? undefined : liveWords(records, of.kind, of.id);
  if (id === undefined) return beginDraft(records, of, base, was, who, world.now, world.newId());
  const before = findDraft(records, { id, rev }, OPEN);
  if (isRefusal(before)) return before;
  if (before.of.kind !== of.kind || before.of.id !== of.id) return refuse('record.missing');
  if (before.base === base && sameBody(before.of, of)) return { changes: [], result: { id, rev } };
  const draft = withoutWas(before.submittedAt === undefined ? unplanned(before) : reopened(before));
  const body: Draft = {
    ...draft,
    of,
    base,
    ...(was === undefined ? {} : { was }),
    editors: wrote(before, who.id) ? before.editors : [...before.editors, who],
    savedAt: world.now,
    state: 'draft',
  };
  return { changes: [{ kind: 'draft', id, body }], result: { id, rev: records.rev('draft', id) + 1 } };
};

function beginDraft(
  records: Records,
  of: Proposal,
  base: number,
  was: unknown,
  who: Person,
  now: number,
  id: string,
): Outcome<Saved> {
  const other = of.id === undefined ? undefined : draftOf(records, of.kind, of.id);
  if (other) return refuse('draft.exists', { name: other.body.author.name });
  const body = newDraft(of, { base, was }, who, now);
  return { changes: [{ kind: 'draft', id, body }], result: { id, rev: 1 } };
}

/** Words that somebody begins with: `base` and `was` are the live record's, 0 and undefined for a new one. */
export function newDraft(of: Proposal, live: Pick<Draft, 'base' | 'was'>, by: Person, at: number): Draft {
  const { base, was } = live;
  return {
    of,
    base,
    ...(was === undefined ? {} : { was }),
    author: by,
    editors: [by],
    savedAt: at,
    state: 'draft',
    round: 1,
    reviews: [],
    overruled: [],
  };
}

/**
 * Hands a draft in for review; where none is asked for it is approved by that (D2). `at` is when the hub is to
 * release it. Refuses `draft.same`, `draft.behind`, `draft.at-past` and what releasing it would refuse.
 */
export const submitDraft: RuleOf<CommandInput<'draft:submit'>, Done> = (records, { id, rev, at }, world) => {
  const before = findDraft(records, { id, rev }, ['draft', 'returned']);
  if (isRefusal(before)) return before;
  if (before.was !== undefined && sameBody(before.was, before.of.body)) return refuse('draft.same');
  if (isBehind(records, before)) return refuse('draft.behind');
  if (at !== undefined && at <= world.now) return refuse('draft.at-past');
  const obstacle = obstacleTo(records, before.of, before.author, at ?? world.now, world);
  if (obstacle) return obstacle;
  const draft: Draft = { ...unplanned(before), submittedAt: world.now };
  return keepDraft(id, {
    ...draft,
    state: missingReviews(records, draft, world.now) === 0 ? 'approved' : 'submitted',
    ...(at === undefined ? {} : { releaseAt: at }),
  });
};

/** Takes a draft back to write on (D6): what was approved of it counts no more. */
export const withdrawDraft: RuleOf<CommandInput<'draft:withdraw'>, Done> = (records, { id, rev }) => {
  const before = findDraft(records, { id, rev }, ['submitted', 'approved']);
  if (isRefusal(before)) return before;
  return keepDraft(id, { ...reopened(before), state: 'draft' });
};

/** Throws a draft away (D1); the journal keeps it, the live record stays as it is. Refuses `draft.not-now`. */
export const discardDraft: RuleOf<CommandInput<'draft:discard'>, Done> = (records, { id }) => {
  const draft = records.get('draft', id);
  if (!draft) return refuse('record.missing');
  if (draft.state === 'done') return refuse('draft.not-now');
  return { changes: [{ kind: 'draft', id, body: null }], result: { id } };
};
