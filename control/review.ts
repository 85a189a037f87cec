import type { Role } from '../content/model/account.ts';
import type { Draft, DraftKind } from '../content/model/draft.ts';
import type { Kept } from '../content/model/record.ts';
import { levelsAt, mayReview, waitsForReview } from '../content/publishing/review.ts';
import { titleOf } from '../content/views/publishingalerts.ts';
import { pathOf } from './route.ts';
import type { Session } from './panel.svelte.ts';
import { say } from './words.ts';

export type KeptDraft = Kept<'draft'>;
type Here = Pick<Session, 'hub' | 'me'>;
type Key = Parameters<typeof say>[0];
export { titleOf };

/** All drafts, the one touched last first. */
export function draftsOf({ hub }: Pick<Session, 'hub'>): KeptDraft[] {
  return [...hub.records.all('draft')].sort((one, other) => touchedAt(other.body) - touchedAt(one.body));
}

/** When something was last done to a draft. */
export function touchedAt(draft: Draft): number {
  return Math.max(
    draft.savedAt,
    draft.submittedAt ?? 0,
    draft.released?.at ?? 0,
    draft.reviews.at(-1)?.at ?? 0,
    draft.emergency?.after?.at ?? 0,
  );
}

/** What this person is asked to review at `now`, the longest waiting first: the inbox and its count. */
export function reviewsFor(here: Here, now: number): KeptDraft[] {
  const { hub, me } = here;
  if (!me.roles.includes('reviewer')) return [];
  return draftsOf(here)
    .filter(({ body }) => mayReview(hub.records, body, me.id, now))
    .reverse();
}

/** Whether what is saved here goes through review at `now` (D2). */
export function reviewIsOn({ hub }: Pick<Session, 'hub'>, now: number): boolean {
  return levelsAt(hub.records, now) > 0;
}

/** Whether somebody may write drafts, review them, or release one unreviewed. */
export const mayWrite = (roles: readonly Role[]): boolean =>
  roles.some((one) => one === 'editor' || one === 'admin');

export function kindWord(kind: DraftKind): string {
  return say(`review.kind.${kind}` as Key);
}

/** Where the words of a draft are written on. */
export function editorOf({ id, body: { of } }: KeptDraft): string {
  const query = `?draft=${id}`;
  switch (of.kind) {
    case 'notice':
      return pathOf('notice', of.id ?? 'new') + query;
    case 'item':
      return pathOf('item', of.id ?? 'new') + query;
    case 'rule':
      return pathOf('ruleedit', of.id ?? 'new') + query;
    case 'pledge':
      return pathOf('pledge', of.id ?? 'new') + query;
    case 'contact':
      return pathOf('contacts') + query;
    case 'package':
      return pathOf('packages') + query;
    case 'staff':
      return pathOf('staff') + query;
  }
}

/** 初审, 复审, 终审; the only one is 审核. */
export function stepWord(step: number, levels: number): string {
  if (levels <= 1) return say('review.step.only');
  const last = step >= levels;
  return say(step === 1 ? 'review.step.1' : last ? 'review.step.3' : 'review.step.2');
}

/** Where a draft stands, as a tone and a word. */
export function standingOf(
  { hub }: Pick<Session, 'hub'>,
  draft: Draft,
  now: number,
): { tone: 'good' | 'warn' | 'bad' | 'none'; words: string } {
  const { state } = draft;
  if (draft.stuck) return { tone: 'bad', words: say('review.state.stuck') };
  if (state === 'done') {
    const owed = waitsForReview(hub.records, draft, now);
    if (owed) return { tone: 'warn', words: say('review.state.after') };
    const bad = draft.emergency?.after?.verdict === 'returned';
    return bad
      ? { tone: 'bad', words: say('review.state.refused') }
      : { tone: 'good', words: say('review.state.done') };
  }
  const tones = { draft: 'none', submitted: 'warn', returned: 'bad', approved: 'good' } as const;
  const timed = state === 'approved' && draft.releaseAt !== undefined;
  return { tone: tones[state], words: say(timed ? 'review.state.timed' : (`review.state.${state}` as Key)) };
}
