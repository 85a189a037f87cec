import type { CommandInput } from '../model/command.ts';
import type { Draft, Overruled, Review } from '../model/draft.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, World } from '../rule.ts';
import { blockersIn } from './blocking.ts';
import { findDraft, isBehind, keepDraft, reopened } from './drafts.ts';
import { approvalsOf, missingReviews, waitsForReview, wrote } from './review.ts';

type Done = { id: string };

/** Who may not review these words (D4): whoever wrote or changed them, or released them unreviewed. */
function own(draft: Draft, world: World): Refusal | null {
  const id = world.by.is === 'system' ? '' : world.by.id;
  return wrote(draft, id) || draft.emergency?.by.id === id ? refuse('review.own') : null;
}

function reviewOf(
  records: Records,
  draft: Draft,
  verdict: Review['verdict'],
  words: string | undefined,
  world: World,
): Review {
  return {
    round: draft.round,
    step: approvalsOf(draft).length + 1,
    by: personOf(records, world.by),
    at: world.now,
    verdict,
    ...(words === undefined ? {} : { words }),
  };
}

/** Whether a released draft still waits for the review that an emergency release owes (D10). */
const owed = (draft: Draft): boolean =>
  draft.state === 'done' && draft.emergency !== undefined && !draft.emergency.after;

/**
 * Approves the words that its sender saw (D4–D7). Refuses `review.own`, `review.twice`, `draft.not-now`,
 * `draft.behind`, `draft.blocked`.
 */
export const approveDraft: RuleOf<CommandInput<'draft:approve'>, Done> = (
  records,
  { id, rev, words, overrule = [] },
  world,
) => {
  const before = findDraft(records, { id, rev }, ['submitted', 'approved', 'done']);
  if (isRefusal(before)) return before;
  if (!waitsForReview(records, before, world.now)) return refuse('draft.not-now');
  const barred = own(before, world);
  if (barred) return barred;
  const review = reviewOf(records, before, 'approved', words, world);
  if (before.state === 'done' && before.emergency)
    return keepDraft(id, { ...before, emergency: { ...before.emergency, after: review } });
  if (approvalsOf(before).some(({ by }) => by.id === review.by.id)) return refuse('review.twice');
  if (isBehind(records, before)) return refuse('draft.behind');
  const overruled: Overruled[] = [...before.overruled, ...overrule.map((one) => ({ ...one, by: review.by }))];
  const passed = new Set(overruled.map(({ code }) => code));
  const blocking = blockersIn(records, before.of, world).filter(({ code }) => !passed.has(code));
  if (blocking.length > 0) return refuse('draft.blocked', { count: blocking.length });
  const draft: Draft = { ...before, reviews: [...before.reviews, review].slice(-100), overruled };
  const whole = missingReviews(records, draft, world.now) === 0;
  return keepDraft(id, { ...draft, state: whole ? 'approved' : 'submitted' });
};

/**
 * Returns words with what is wrong (D4, D6): earlier approvals of them count no more. After an emergency release
 * it says that it should not have been; withdrawing is up to whoever leads. Refuses `review.own`, `draft.not-now`.
 */
export const returnDraft: RuleOf<CommandInput<'draft:return'>, Done> = (
  records,
  { id, rev, words },
  world,
) => {
  const before = findDraft(records, { id, rev }, ['submitted', 'approved', 'done']);
  if (isRefusal(before)) return before;
  if (before.state === 'done' && !owed(before)) return refuse('draft.not-now');
  const barred = own(before, world);
  if (barred) return barred;
  const review = reviewOf(records, before, 'returned', words, world);
  if (before.emergency)
    return keepDraft(id, { ...before, emergency: { ...before.emergency, after: review } });
  const reviews = [...before.reviews, review].slice(-100);
  return keepDraft(id, { ...reopened(before), state: 'returned', reviews });
};
