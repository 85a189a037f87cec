import { dayOf } from '../calendar.ts';
import type { CommandInput } from '../model/command.ts';
import type { Draft, Review, ReviewSettings } from '../model/draft.ts';
import type { Hall } from '../model/hall.ts';
import type { Item } from '../model/item.ts';
import type { Kept } from '../model/record.ts';
import type { Standard } from '../model/standard.ts';
import { hasRole } from '../people/person.ts';
import { hallOf, zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** What the hall decided about review; unless it did, saving releases at once (D2). */
export function reviewSettingsOf(records: Records): ReviewSettings {
  return hallOf(records)?.body.review ?? { levels: 0 };
}

/** The reviews that a standard makes a must, which no hall goes below (D15). */
export function mustReview(standard: Pick<Standard, 'reviews'> | undefined): number {
  return askedReviews(standard?.reviews.filter(({ force }) => force === 'must'));
}

/** The reviews that a standard asks for, binding or not; what is only lent as advice asks for none. */
export function askedReviews(reviews: readonly { levels: number; force?: string }[] = []): number {
  return Math.max(0, ...reviews.filter(({ force }) => force !== 'advice').map(({ levels }) => levels));
}

/** How many reviews words need to be released at `now` (D2). */
export function levelsAt(records: Records, now: number): number {
  const { levels, guard } = reviewSettingsOf(records);
  return guardAt(records, now) && guard ? Math.max(levels, guard.levels) : levels;
}

/** The 重大活动保障期 that `now` is in, or null. */
export function guardAt(records: Records, now: number): NonNullable<ReviewSettings['guard']> | null {
  const { guard } = reviewSettingsOf(records);
  if (!guard) return null;
  const day = dayOf(now, zoneOf(records));
  return guard.from <= day && day <= guard.to ? guard : null;
}

/** Approvals of the wording as it is now. */
export function approvalsOf({ reviews, round }: Draft): Review[] {
  return reviews.filter((review) => review.round === round && review.verdict === 'approved');
}

/** Reviews that the wording still needs at `now`. */
export function missingReviews(records: Records, draft: Draft, now: number): number {
  return Math.max(0, levelsAt(records, now) - approvalsOf(draft).length);
}

/** Whether these words are this person's own: nobody reviews what they wrote or changed (D4). */
export function wrote({ editors }: Draft, id: string): boolean {
  return editors.some((editor) => editor.id === id);
}

/** Whether a draft waits for a review: of its words, or after an emergency release (D10). */
export function waitsForReview(records: Records, draft: Draft, now: number): boolean {
  if (draft.state === 'done') return draft.emergency !== undefined && !draft.emergency.after;
  const open = draft.state === 'submitted' || draft.state === 'approved';
  // What needs no review is released by its author.
  return open && missingReviews(records, draft, now) > 0;
}

/** Whether this person may give the review that a draft waits for (D4, D5). The role is checked apart. */
export function mayReview(records: Records, draft: Draft, person: string, now: number): boolean {
  if (!waitsForReview(records, draft, now) || wrote(draft, person)) return false;
  if (draft.state === 'done') return draft.emergency?.by.id !== person;
  return !approvalsOf(draft).some(({ by }) => by.id === person);
}

/** The open draft that would change this record, if there is one (D3). */
export function draftOf(records: Records, kind: string, id: string): Kept<'draft'> | undefined {
  for (const draft of records.all('draft')) {
    const { of, state } = draft.body;
    if (state !== 'done' && of.kind === kind && of.id === id) return draft;
  }
  return undefined;
}

/** The open draft that becomes the record `id` once it is released (bundle.md C9), if there is one. */
export function draftAs(records: Records, kind: string, id: string): Kept<'draft'> | undefined {
  for (const draft of records.all('draft')) {
    const { of, as, state } = draft.body;
    if (as === id && state !== 'done' && of.kind === kind) return draft;
  }
  return undefined;
}

/** Who wrote, checked and released what this record says now (D11): the draft that it came from, if it came from one. */
export function releaseOf(records: Records, kind: string, id: string): Kept<'draft'> | undefined {
  let newest: Kept<'draft'> | undefined;
  for (const draft of records.all('draft')) {
    const { of, state, released } = draft.body;
    if (state !== 'done' || of.kind !== kind || of.id !== id || !released) continue;
    if (!newest || released.at > (newest.body.released?.at ?? 0)) newest = draft;
  }
  return newest;
}

/** Where `draftOf` and others look: a draft, with its id. */
export type KeptDraft = Kept<'draft'>;

/**
 * A rule that publishes something directly: with reviews in force it is refused (D2), whoever asks.
 * `review.needed` says that a draft is to be written.
 */
export function reviewed<I, R>(rule: RuleOf<I, R>): RuleOf<I, R> {
  return (records, input, world) => {
    if (levelsAt(records, world.now) === 0) return rule(records, input, world);
    const outcome = rule(records, input, world);
    // What would change nothing, or is refused anyway, says so itself.
    if (isRefusal(outcome) || outcome.changes.length === 0) return outcome;
    return refuse('review.needed', { levels: levelsAt(records, world.now) });
  };
}

/** A rule of items: samples are nobody's business outside the hall (U5), all else is published with review (D2). */
export function reviewedItems<I, R>(rule: RuleOf<I, R>): RuleOf<I, R> {
  return (records, input, world) => {
    const outcome = rule(records, input, world);
    const levels = levelsAt(records, world.now);
    if (isRefusal(outcome) || levels === 0) return outcome;
    const publishes = outcome.changes.some(
      ({ kind, body }) => kind === 'item' && body !== null && (body as Item).sample !== true,
    );
    return publishes ? refuse('review.needed', { levels }) : outcome;
  };
}

/** A rule that takes something published away: with reviews in force only an admin does it (D2). */
export function removedByAdmin<I, R>(rule: RuleOf<I, R>): RuleOf<I, R> {
  return (records, input, world) => {
    const outcome = rule(records, input, world);
    if (isRefusal(outcome) || levelsAt(records, world.now) === 0) return outcome;
    return hasRole(records, world.by, 'admin') ? outcome : refuse('review.admin-removes');
  };
}

/**
 * Sets how many reviews the hall asks for (D2, D15). Refuses `setup.missing`, `record.changed`,
 * `review.guard-ends-early`, `review.standard-asks`.
 */
export const setReview: RuleOf<CommandInput<'review:settings'>, { id: string }> = (
  records,
  { rev, ...review },
  world,
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, ...(rev === undefined ? {} : { rev }) });
  if (stale) return stale;
  if (review.guard && review.guard.to < review.guard.from) return refuse('review.guard-ends-early');
  const least = mustReview(world.standard(hall.body.standard));
  if (review.levels < least) return refuse('review.standard-asks', { levels: least });
  const body: Hall = { ...hall.body, review };
  const same = sameBody(hall.body.review, review);
  return { changes: same ? [] : [{ kind: 'hall', id: hall.id, body }], result: { id: hall.id } };
};
