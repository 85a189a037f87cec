import { waitsForReview } from '../publishing/review.ts';
import type { Draft } from '../model/draft.ts';
import type { Records } from '../records.ts';

const DAY = 24 * 3_600_000;

/** What of the published and the drafts wants somebody (D14). */
export type PublishingAlert =
  /** A notice goes dark soon; somebody may want it longer. */
  | { is: 'notice-ending'; notice: { id: string; title: string; until: number }; since: number }
  /** A draft could not be released at its time, and why. */
  | { is: 'release-stuck'; draft: { id: string; title: string; code: string }; since: number }
  /** Released in an emergency, and not reviewed yet. */
  | { is: 'release-after'; draft: { id: string; title: string }; since: number };

/** What of the published and the drafts wants somebody at `now` (D14). */
export function publishingAlerts(records: Records, now: number): PublishingAlert[] {
  return [...endingNotices(records, now), ...waitingDrafts(records, now)];
}

/** In its last day, or in the last quarter of one that shows for less than four. */
export function endsSoon({ from, until }: { from: number; until: number }, now: number): number | null {
  const since = until - Math.min(DAY, (until - from) / 4);
  return since <= now && now < until ? since : null;
}

function endingNotices(records: Records, now: number): PublishingAlert[] {
  return [...records.all('notice')].flatMap(({ id, body: { title, from, until, withdrawn } }) => {
    const since = withdrawn ? null : endsSoon({ from, until }, now);
    return since === null ? [] : [{ is: 'notice-ending' as const, notice: { id, title, until }, since }];
  });
}

function waitingDrafts(records: Records, now: number): PublishingAlert[] {
  return [...records.all('draft')].flatMap(({ id, body }): PublishingAlert[] => {
    const title = titleOf(body);
    if (body.stuck) {
      const { code, at } = body.stuck;
      return [{ is: 'release-stuck', draft: { id, title, code }, since: at }];
    }
    if (body.state !== 'done' || !waitsForReview(records, body, now)) return [];
    return [{ is: 'release-after', draft: { id, title }, since: body.released?.at ?? now }];
  });
}

/** What a draft is called in a list. */
export function titleOf({ of }: Draft): string {
  if (of.kind === 'contact') return `${of.body.label} ${of.body.value}`;
  return of.kind === 'item' || of.kind === 'package' || of.kind === 'staff' ? of.body.name : of.body.title;
}
