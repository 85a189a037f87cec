import type { CommandInput } from '../model/command.ts';
import type { Draft } from '../model/draft.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Outcome, RuleOf, Wanted, World } from '../rule.ts';
import { findDraft, isBehind, keepDraft, unplanned } from './drafts.ts';
import { putLive } from './live.ts';
import { missingReviews } from './review.ts';

type Done = { id: string };

/** Releases what is approved, now or at a later time (D9, D12). Refuses `review.more`, `draft.behind`, `draft.at-past`. */
export const releaseDraft: RuleOf<CommandInput<'draft:release'>, Done> = (
  records,
  { id, rev, at },
  world,
) => {
  const before = findDraft(records, { id, rev }, ['submitted', 'approved']);
  if (isRefusal(before)) return before;
  if (at === undefined) return release(records, id, before, world);
  if (at <= world.now) return refuse('draft.at-past');
  const missing = missingReviews(records, before, world.now);
  if (missing > 0) return refuse('review.more', { missing });
  return keepDraft(id, { ...unplanned(before), releaseAt: at });
};

/** The hub releases what is due (D12); what cannot be released says why and waits for a person. */
export const releaseDue: RuleOf<CommandInput<'draft:due'>, Done> = (records, { id }, world) => {
  const draft = records.get('draft', id);
  if (!draft || draft.releaseAt === undefined || draft.releaseAt > world.now)
    return { changes: [], result: { id } };
  // What is not approved by its time waits for the reviewer, and is due again once it is.
  if (!isHandedIn(records, draft, world.now)) return { changes: [], result: { id } };
  const released = release(records, id, draft, world);
  if (!isRefusal(released)) return released;
  return keepDraft(id, { ...unplanned(draft), stuck: { code: released.refused, at: world.now } });
};

/** Which drafts the hub is to release at `now`, and whether any waits for its time (D12). */
export function releasePlan(records: Records, now: number): { due: string[]; next: number | null } {
  const due: string[] = [];
  let next: number | null = null;
  for (const { id, body } of records.all('draft')) {
    if (body.releaseAt === undefined || !isHandedIn(records, body, now)) continue;
    if (body.releaseAt <= now) due.push(id);
    else if (next === null || body.releaseAt < next) next = body.releaseAt;
  }
  return { due, next };
}

/** Approved, or handed in with no review missing (any more). What is approved and misses one again is told as stuck. */
function isHandedIn(records: Records, draft: Draft, now: number): boolean {
  if (draft.state === 'submitted') return missingReviews(records, draft, now) === 0;
  return draft.state === 'approved';
}

/** Released by whoever leads, without review and with a reason; it is reviewed after (D10). */
export const releaseEmergency: RuleOf<CommandInput<'draft:emergency'>, Done> = (
  records,
  { id, rev, reason },
  world,
) => {
  const before = findDraft(records, { id, rev }, ['draft', 'submitted', 'returned', 'approved']);
  if (isRefusal(before)) return before;
  const emergency = { by: personOf(records, world.by), reason };
  return apply(records, id, { ...before, emergency }, world);
};

function release(records: Records, id: string, draft: Draft, world: World): Outcome<Done> {
  const missing = missingReviews(records, draft, world.now);
  return missing > 0 ? refuse('review.more', { missing }) : apply(records, id, draft, world);
}

/** The live record says what the draft says, in one commit with the note of who did it (D9, D11). */
function apply(records: Records, id: string, before: Draft, world: World): Outcome<Done> {
  if (isBehind(records, before)) return refuse('draft.behind');
  const { of, author } = before;
  const put = putLive(records, of, author, world, before.as);
  if (isRefusal(put)) return put;
  const live = put.result.id;
  const draft: Draft = {
    ...withoutAs(unplanned(before)),
    of: { ...of, id: live } as Draft['of'],
    state: 'done',
    released: {
      by: personOf(records, world.by),
      at: world.now,
      rev: records.rev(of.kind, live) + put.changes.length,
    },
  };
  const kept: Wanted = { kind: 'draft', id, body: draft };
  return { changes: [...put.changes, ...older(records, draft), kept], result: { id: live } };
}

/** Once it is there, the record has its id. */
const withoutAs = ({ as: _, ...draft }: Draft): Draft => draft;

/** Notes of earlier releases of the record give way to the newest, but for those that wait for their review. */
function older(records: Records, { of }: Draft): Wanted[] {
  const gone: Wanted[] = [];
  for (const { id, body } of records.all('draft')) {
    const owed = body.emergency !== undefined && !body.emergency.after;
    if (body.state === 'done' && body.of.kind === of.kind && body.of.id === of.id && !owed)
      gone.push({ kind: 'draft', id, body: null });
  }
  return gone;
}
