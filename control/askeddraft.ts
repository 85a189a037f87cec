import type { DraftKind } from '../content/model/draft.ts';
import type { Kept } from '../content/model/record.ts';
import type { Session } from './panel.svelte.ts';

/** What a dialog of a list is open for: a record or a new one, and the draft that is written on. */
export interface Editing<K extends DraftKind> {
  kept: Kept<K> | null;
  draft?: string | null;
}

/** The address of a list may name a draft to write on. */
export function askedDraft<K extends DraftKind>(
  { hub, panel }: Pick<Session, 'hub' | 'panel'>,
  kind: K,
  list: readonly Kept<K>[],
): Editing<K> | null {
  const draft = panel.router.query.get('draft');
  const of = draft === null ? undefined : hub.records.get('draft', draft)?.of;
  if (of?.kind !== kind) return null;
  return { kept: list.find(({ id }) => id === of.id) ?? null, draft };
}
