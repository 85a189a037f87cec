import type { Body, Change, Commit, Kept, Kind } from './model/record.ts';

/** What a rule may see: the records of one hall at one `seq`. */
export interface Records {
  get<K extends Kind>(kind: K, id: string): Body<K> | undefined;
  rev(kind: Kind, id: string): number;
  all<K extends Kind>(kind: K): Iterable<Kept<K>>;
  count(kind: Kind): number;
}

/** The records of one hall in memory. Bodies are never changed in place, only replaced. */
export class RecordMap implements Records {
  #kinds = new Map<Kind, Map<string, Kept>>();

  constructor(kept: Iterable<Kept> = []) {
    for (const one of kept) this.#of(one.kind).set(one.id, one);
  }

  #of(kind: Kind): Map<string, Kept> {
    let map = this.#kinds.get(kind);
    if (!map) this.#kinds.set(kind, (map = new Map()));
    return map;
  }

  get<K extends Kind>(kind: K, id: string): Body<K> | undefined {
    return this.#kinds.get(kind)?.get(id)?.body as Body<K> | undefined;
  }

  rev(kind: Kind, id: string): number {
    return this.#kinds.get(kind)?.get(id)?.rev ?? 0;
  }

  *all<K extends Kind>(kind: K): Iterable<Kept<K>> {
    yield* (this.#kinds.get(kind)?.values() ?? []) as Iterable<Kept<K>>;
  }

  count(kind: Kind): number {
    return this.#kinds.get(kind)?.size ?? 0;
  }

  *everything(): Iterable<Kept> {
    for (const map of this.#kinds.values()) yield* map.values();
  }

  /** Applies changes and returns those that take them back, for a commit that the journal refused. */
  apply(changes: readonly Change[]): Change[] {
    const undo: Change[] = [];
    for (const { kind, id, rev, body } of changes) {
      const map = this.#of(kind);
      const before = map.get(id);
      undo.unshift({ kind, id, rev: before?.rev ?? rev, body: before?.body ?? null });
      if (body === null) map.delete(id);
      else map.set(id, { kind, id, rev, body });
    }
    return undo;
  }
}

export type { Change, Commit, Kept };
