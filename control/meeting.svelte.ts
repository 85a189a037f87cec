import type { Body, Kind } from '../content/model/record.ts';
import type { Reply } from '../content/protocol.ts';
import { choose, mergeBodies } from '../content/publishing/merge.ts';
import type { Merged } from '../content/publishing/merge.ts';
import { partWord } from './partwords.ts';
import type { Hub } from './hub.svelte.ts';
import { say } from './words.ts';

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

  /** What is told after a save: which changes of others were taken over, else `text`. */
  told(text: string, label = partWord): string {
    return this.taken.length > 0
      ? say('conflict.merged', { fields: this.taken.map(label).join(say('list.comma')) })
      : text;
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

interface Met<T extends object> {
  give: (words: T) => Promise<Reply<unknown>>;
  /** Absent for a new record, which nobody else has yet. */
  meeting?: Meeting<T>;
}

/** The saves of one form: of a record that is there, brought together with those of others (D13). */
export function meet<K extends Kind, T extends object>(
  hub: Pick<Hub, 'records'>,
  kind: K,
  id: string | undefined,
  pick: (body: Body<K>) => T,
  send: (words: T, seen: { id?: string; rev?: number }) => Promise<Reply<unknown>>,
): Met<T> {
  if (id === undefined) return { give: (words) => send(words, {}) };
  const meeting = new Meeting<T>({
    hub,
    read: recordOf(hub, kind, id, pick),
    send: (words, rev) => send(words, { id, rev }),
  });
  return { meeting, give: (words) => meeting.give(words) };
}

/** These fields of a body, those that it has. */
export function only<T extends object, F extends keyof T>(body: T, fields: readonly F[]): Pick<T, F> {
  return Object.fromEntries(
    fields.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])),
  ) as Pick<T, F>;
}
