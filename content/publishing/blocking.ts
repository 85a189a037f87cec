import type { Proposal } from '../model/draft.ts';
import type { Records } from '../records.ts';
import type { World } from '../rule.ts';

/** A finding of the checks that keeps words from being approved until a reviewer overrules it (D7). */
export interface Blocker {
  code: string;
}

/** What keeps these words from being approved. */
export function blockersIn(_records: Records, _of: Proposal, _world: Pick<World, 'now'>): Blocker[] {
  return [];
}
