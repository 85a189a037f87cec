import { blockersOf } from '../checks/finding.ts';
import { checkRecord } from '../checks/record.ts';
import type { Proposal } from '../model/draft.ts';
import type { Body } from '../model/record.ts';
import { hallOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import type { World } from '../rule.ts';

/** A finding of the checks that keeps words from being approved until a reviewer overrules it (D7, K3). */
export interface Blocker {
  code: string;
}

/** What keeps these words from being approved: each code once. */
export function blockersIn(
  records: Records,
  of: Proposal,
  world: Pick<World, 'now' | 'standard'>,
): Blocker[] {
  const standard = world.standard(hallOf(records)?.body.standard ?? '');
  // The checks read words; who saved them and when is not among those.
  const words = of.body as Body<typeof of.kind>;
  const found = blockersOf(checkRecord(of.kind, words, records, standard, undefined, world.now, of.id));
  return [...new Set(found.map(({ code }) => code))].map((code) => ({ code }));
}
