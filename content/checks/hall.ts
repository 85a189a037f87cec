import { hallOf } from '../premises/hall.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import type { Asked } from './asked.ts';
import { factsOf } from './facts.ts';
import type { Finding } from './finding.ts';
import { lacksOf } from './lacks.ts';
import { checkedKinds, checkKept } from './record.ts';

/**
 * Everything there is to mend in a hall (K18): each record that visitors read, and what the hall lacks. The gravest
 * first. What is withdrawn, over or not yet checked is nobody's reading and left out. Records that have not changed
 * since the last look are not read again, so it may be called at every change.
 */
export function checkHall(
  records: Records,
  standard: Partial<Asked> | null | undefined,
  now: number,
): Finding[] {
  if (!hallOf(records)) return [];
  const facts = factsOf(records, standard);
  const found = checkedKinds.flatMap((kind) =>
    [...records.all(kind)]
      .filter((one) => isPublic(one as Kept, now))
      .flatMap((one) => checkKept(one as Kept, facts, now)),
  );
  const all = [...found, ...lacksOf(records, facts, now)];
  return [...all].sort((one, other) => rank[one.severity] - rank[other.severity]);
}

const rank = { block: 0, warn: 1, hint: 2 } as const;

function isPublic(one: Kept, now: number): boolean {
  if (one.kind === 'item') {
    const { sample, checked } = (one as Kept<'item'>).body;
    return !sample || checked !== undefined;
  }
  if (one.kind !== 'notice') return true;
  const notice = (one as Kept<'notice'>).body;
  return !notice.withdrawn && notice.until > now;
}
