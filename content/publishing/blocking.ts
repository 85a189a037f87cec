import { blockersOf } from '../checks/finding.ts';
import type { Finding } from '../checks/finding.ts';
import { checkRecord } from '../checks/record.ts';
import type { Proposal } from '../model/draft.ts';
import { standardOf } from '../premises/standard.ts';
import type { Records } from '../records.ts';
import type { World } from '../rule.ts';

/** What the checks find in these words that keeps them from being approved until a reviewer overrules it (D7). */
export function blockersIn(
  records: Records,
  of: Proposal,
  world: Pick<World, 'now' | 'standard'>,
): Finding[] {
  const asked = standardOf(records, world);
  const calendar = records.get('calendar', 'calendar');
  return blockersOf(
    checkRecord(of.kind, of.body as never, records, asked, calendar, world.now, of.id ?? 'new'),
  );
}
