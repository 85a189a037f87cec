import { sameBody } from '../revision.ts';

/** A field that both changed: what it was, and what each made of it. */
export interface Conflict {
  field: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface Merged<T> {
  /** Both changes together; where they conflict, mine. */
  body: T;
  conflicts: Conflict[];
  /** Fields that only the other changed and that were taken over, also within a text or a list. */
  taken: string[];
}

/**
 * Brings two changes of one body together (D13): what only one changed is taken; texts of several paragraphs,
 * and lists, are merged by paragraph and by entry. `base` is what both began with.
 */
export function mergeBodies<T extends object>(base: T, theirs: T, mine: T): Merged<T> {
  const body: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  const taken: string[] = [];
  const read = (of: T, field: string): unknown => (of as Record<string, unknown>)[field];
  for (const field of new Set([base, theirs, mine].flatMap((one) => Object.keys(one)))) {
    const [was, their, my] = [read(base, field), read(theirs, field), read(mine, field)];
    const merged = mergeField(was, their, my);
    if (merged.clash) conflicts.push({ field, base: was, theirs: their, mine: my });
    else if (!sameBody(was, their) && !sameBody(their, my)) taken.push(field);
    if (merged.value !== undefined) body[field] = merged.value;
  }
  return { body: body as T, conflicts, taken };
}

/** The fields of a conflict as somebody chose them: theirs where named, else mine. */
export function choose<T extends object>({ body, conflicts }: Merged<T>, theirs: ReadonlySet<string>): T {
  const chosen: Record<string, unknown> = { ...(body as Record<string, unknown>) };
  for (const conflict of conflicts) {
    if (!theirs.has(conflict.field)) continue;
    if (conflict.theirs === undefined) delete chosen[conflict.field];
    else chosen[conflict.field] = conflict.theirs;
  }
  return chosen as T;
}

interface Field {
  value: unknown;
  clash: boolean;
}

function mergeField(base: unknown, theirs: unknown, mine: unknown): Field {
  if (sameBody(base, theirs) || sameBody(theirs, mine)) return { value: mine, clash: false };
  if (sameBody(base, mine)) return { value: theirs, clash: false };
  const lists = [base, theirs, mine].map(partsOf);
  const [was, their, my] = lists;
  const merged = was && their && my ? mergeLists(was, their, my) : null;
  if (!merged) return { value: mine, clash: true };
  return { value: typeof mine === 'string' ? merged.join('\n') : merged, clash: false };
}

/** The paragraphs of a text, or the entries of a list; null for what has no parts. */
function partsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' && value.includes('\n') ? value.split('\n') : null;
}

/** Both changes of a list together, or null where they touch the same place. */
export function mergeLists(
  base: readonly unknown[],
  theirs: readonly unknown[],
  mine: readonly unknown[],
): unknown[] | null {
  const [toTheirs, toMine] = [matches(base, theirs), matches(base, mine)];
  const merged: unknown[] = [];
  let [at, atTheirs, atMine] = [0, 0, 0];
  for (;;) {
    // The next entry that all three have in common.
    let next = at;
    while (next < base.length && !(toTheirs.has(next) && toMine.has(next))) next++;
    const end = {
      base: next,
      theirs: toTheirs.get(next) ?? theirs.length,
      mine: toMine.get(next) ?? mine.length,
    };
    const part = mergeChunk(
      base.slice(at, end.base),
      theirs.slice(atTheirs, end.theirs),
      mine.slice(atMine, end.mine),
    );
    if (!part) return null;
    merged.push(...part);
    if (next >= base.length) return merged;
    merged.push(base[next]);
    [at, atTheirs, atMine] = [next + 1, end.theirs + 1, end.mine + 1];
  }
}

function mergeChunk(base: unknown[], theirs: unknown[], mine: unknown[]): unknown[] | null {
  if (sameBody(base, theirs) || sameBody(theirs, mine)) return mine;
  if (sameBody(base, mine)) return theirs;
  // As many as there were: one paragraph after the other, so that neighbours do not get in each other's way.
  if (base.length !== theirs.length || base.length !== mine.length) return null;
  if (base.length === 1) return mergeEntry(base[0], theirs[0], mine[0]);
  const merged: unknown[] = [];
  for (const [at, was] of base.entries()) {
    const one = mergeChunk([was], [theirs[at]], [mine[at]]);
    if (!one) return null;
    merged.push(...one);
  }
  return merged;
}

/** An entry that both changed: a part of a notice field by field, so that two rows of one table get along (O6). */
function mergeEntry(base: unknown, theirs: unknown, mine: unknown): unknown[] | null {
  const [was, their, my] = [base, theirs, mine].map(sortOf);
  if (was === null || was !== their || was !== my) return null;
  const merged = mergeBodies(base as object, theirs as object, mine as object);
  return merged.conflicts.length > 0 ? null : [merged.body];
}

/** What an entry is where it says so; null for plain ones. */
function sortOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return null;
  const { is } = entry as { is?: unknown };
  return typeof is === 'string' ? is : null;
}

/** Which entry of `one` is which of `other`: a longest common subsequence. Lists here have at most 2,000 entries. */
function matches(one: readonly unknown[], other: readonly unknown[]): Map<number, number> {
  const keys = {
    one: one.map((part) => JSON.stringify(part)),
    other: other.map((part) => JSON.stringify(part)),
  };
  const lengths = keys.one.map(() => new Uint16Array(other.length + 1));
  lengths.push(new Uint16Array(other.length + 1));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) {
      const same = keys.one[i] === keys.other[j];
      const row = lengths[i];
      if (row) row[j] = same ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  const found = new Map<number, number>();
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (keys.one[i] === keys.other[j]) found.set(i++, j++);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return found;
}
