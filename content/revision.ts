import type { Kind } from './model/record.ts';
import type { Records } from './records.ts';
import { refuse } from './rule.ts';
import type { Refusal } from './rule.ts';

/**
 * Whether a save may go on: `record.missing` if `id` names nothing, `record.changed` if the sender looked
 * at a revision older than `newest`. Undefined when all is well, or when a new record is meant.
 */
export function checkSeen(
  records: Records,
  kind: Kind,
  seen: { id?: string; rev?: number },
  newest = seen.id === undefined ? 0 : records.rev(kind, seen.id),
): Refusal | undefined {
  if (seen.id === undefined) return undefined;
  if (records.rev(kind, seen.id) === 0) return refuse('record.missing');
  if (seen.rev !== undefined && seen.rev < newest) return refuse('record.changed');
  return undefined;
}

/**
 * Whether two bodies say the same. A save that changes nothing makes no revision, because a new revision
 * tells every printed sheet of the record that it is out of date.
 */
export function sameBody(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = Object.entries(one).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(other).filter(([, value]) => value !== undefined));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameBody(value, right.get(key)))
  );
}
