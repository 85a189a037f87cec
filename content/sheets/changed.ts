import type { Made } from '../model/sheet.ts';
import type { Kind } from '../model/record.ts';
import type { Records } from '../records.ts';

/**
 * When the words of a sheet changed first (S19), of the records that say when they were saved; null where none of them
 * does, and the journal must be asked.
 */
export function changedAt(records: Records, changed: readonly Made[]): number | null {
  const moments = changed.flatMap(({ kind, id }) => {
    const body: unknown = records.get(kind as Kind, id);
    if (typeof body !== 'object' || body === null) return [];
    const { savedAt, adoptedAt, postedAt } = body as Partial<Record<string, unknown>>;
    return [savedAt, adoptedAt, postedAt].filter((at): at is number => typeof at === 'number').slice(0, 1);
  });
  return moments.length ? Math.min(...moments) : null;
}
