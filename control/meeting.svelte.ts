import type { Body, Kind } from '../content/model/record.ts';
import type { Reply } from '../content/protocol.ts';
import { choose, mergeBodies } from '../content/publishing/merge.ts';
import type { Merged } from '../content/publishing/merge.ts';
import type { Hub } from './hub.svelte.ts';

interface Options<T extends object> {
  hub: Pick<Hub, 'records'>;
  /** What the form writes of the record as it is now; undefined when it is gone. */
  read: () => { words: T; rev: number } | undefined;
  send: (words: T, rev: number) => Promise<Reply<unknown>>;
}

/**
 * One form over a record that others may save meanwhile (D13): a save that comes too late is brought together with
 * theirs field by field and sent again; where both changed the same, whoever sits here chooses.
 */
export class Meeting<T extends object> {
  readonly #options: Options<T>;
  #base: T | undefined;
  #rev: number;
  /** Both changed the same: somebody has to choose. */
  conflict = $state.raw<Merged<T> | null>(null);
  /** Fields that were taken over from another, to be told. */
  taken = $state.raw<readonly string[]>([]);

  constructor(options: Options<T>) {
    this.#options = options;
    const now = options.read();
    this.#base = now?.words;
    this.#rev = now?.rev ?? 0;
  }

  /** Saves; a refusal that only waits for a choice leaves `conflict`. */
  async give(mine: T): Promise<Reply<unknown>> {
    this.conflict = null;
    const reply = await this.#options.send(mine, this.#rev);
    if (reply.ok) this.#seen(mine);
    if (reply.ok || reply.code !== 'record.changed') return reply;
    const now = this.#options.read();
    // Theirs is still on its way here: the refusal stands, and the next try finds it.
    if (!now || !this.#base || now.rev === this.#rev) return reply;
    const merged = mergeBodies(this.#base, now.words, mine);
    [this.#base, this.#rev] = [now.words, now.rev];
    this.taken = [...this.taken, ...merged.taken.filter((field) => !this.taken.includes(field))];
    if (merged.conflicts.length === 0) return this.give(merged.body);
    this.conflict = merged;
    return reply;
  }

  /** Saves with the other's words in these fields, one's own in the rest. */
  resolve(theirs: ReadonlySet<string>): Promise<Reply<unknown>> | null {
    return this.conflict ? this.give(choose(this.conflict, theirs)) : null;
  }

  #seen(mine: T): void {
    this.#base = mine;
    this.#rev = Math.max(this.#rev, this.#options.read()?.rev ?? 0);
  }
}

/** The words of one record as `pick` reads them. */
export function recordOf<K extends Kind, T extends object>(
  hub: Pick<Hub, 'records'>,
  kind: K,
  id: string,
  pick: (body: Body<K>) => T,
): () => { words: T; rev: number } | undefined {
  return () => {
    const body = hub.records.get(kind, id) as Body<K> | undefined;
    return body && { words: pick(body), rev: hub.records.rev(kind, id) };
  };
}
