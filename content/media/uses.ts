import type { Medium } from '../model/medium.ts';
import type { Kind } from '../model/record.ts';
import { kinds } from '../projection.ts';
import type { Records } from '../records.ts';

/** A record that names a medium. */
export interface Use {
  kind: Kind;
  id: string;
}

/** Kinds that hold many records, or people's own, and never name a medium. */
const silent: ReadonlySet<Kind> = new Set([
  'medium',
  'ticket',
  'series',
  'pace',
  'appointment',
  'account',
  'session',
  'key',
  'webhook',
  'deadletter',
  'rating',
  'upload',
  'clip',
  'tick',
  'score',
]);

/**
 * Every medium's uses (N4): any value of a record that is a medium's id counts, wherever it stands, so that a new kind of
 * record needs no line here. Ids are too long to stand in a text by chance.
 */
export function usesOfMedia(records: Records, within: readonly Kind[] = kinds): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { id } of records.all('medium')) uses.set(id, []);
  if (uses.size === 0) return uses;
  for (const kind of within) {
    if (silent.has(kind)) continue;
    for (const { id, body } of records.all(kind)) {
      const named = new Set<string>();
      collect(body, uses, named);
      for (const medium of named) uses.get(medium)?.push({ kind, id });
    }
  }
  return uses;
}

function collect(value: unknown, known: ReadonlyMap<string, unknown>, into: Set<string>): void {
  if (typeof value === 'string') {
    if (known.has(value)) into.add(value);
  } else if (Array.isArray(value)) for (const one of value) collect(one, known, into);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) collect(one, known, into);
}

/** The medium of this id unless it was removed. */
export function mediumOf(records: Records, id: string): Medium | undefined {
  const medium = records.get('medium', id);
  return medium?.removed ? undefined : medium;
}

/**
 * Which of these media nobody has ticked as free of personal data (N6), or are not there: what names one of them may
 * not be released to the public.
 */
export function uncheckedMedia(records: Records, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => !mediumOf(records, id)?.checked);
}
