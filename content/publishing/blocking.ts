import { blockersOf } from '../checks/finding.ts';
import type { Finding } from '../checks/finding.ts';
import { checkRecord } from '../checks/record.ts';
import type { CommandInput } from '../model/command.ts';
import type { Proposal } from '../model/draft.ts';
import { standardOf } from '../premises/standard.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf, World } from '../rule.ts';

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

/**
 * Posting a notice with parts or attachments where nobody reviews: there is nobody who could overrule what the checks
 * find, so that it is refused (`notice.blocked`) until it is masked, cut or looked at (O17).
 */
export const unblocked =
  (rule: RuleOf<CommandInput<'notice:save'>, { id: string }>): typeof rule =>
  (records, input, world) => {
    const outcome = rule(records, input, world);
    if (isRefusal(outcome)) return outcome;
    for (const { kind, body } of outcome.changes) {
      if (kind !== 'notice' || body === null || !(body.blocks || body.attachments)) continue;
      const blocking = blockersIn(records, { kind, body } as Proposal, world);
      if (blocking.length > 0) return refuse('notice.blocked', { count: blocking.length });
    }
    return outcome;
  };
