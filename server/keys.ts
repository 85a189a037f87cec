import { randomBytes } from 'node:crypto';
import type { CommandInput } from '../content/model/command.ts';
import type { Key, KeyRight } from '../content/model/interface.ts';
import type { Actor } from '../content/model/record.ts';
import { refuseRight } from '../content/interfaces/keys.ts';
import { refuse } from '../content/rule.ts';
import { hashToken, valueOf } from './access.ts';
import { Refused } from './errors.ts';
import type { Hall } from './hall.ts';
import type { Notes } from './webhooks/notes.ts';

/** Shown in the list: the mark of our keys and six signs of this one. */
const HINT = 9;

/** The system that asks, known by its key. */
export interface Caller {
  id: string;
  key: Key;
}

export function actorOfKey({ id, key }: Caller): Actor {
  return { is: 'key', id, name: key.name };
}

/** API keys: making them and knowing them again. Rules: content/interfaces/interfaces.md X1–X5. */
export class Keys {
  readonly #hall: Hall;
  readonly #notes: Notes;
  readonly #now: () => number;

  constructor(hall: Hall, notes: Notes, now: () => number) {
    this.#hall = hall;
    this.#notes = notes;
    this.#now = now;
  }

  /** Makes a key. It is told here and never again. Throws what the rule refuses. */
  async make(
    input: Omit<CommandInput<'key:make'>, 'hash' | 'hint'>,
    by: Actor,
  ): Promise<{ id: string; key: string }> {
    const key = `mt_${randomBytes(32).toString('base64url')}`;
    const made = { ...input, hash: hashToken(key), hint: key.slice(0, HINT) };
    return { ...valueOf(await this.#hall.execute('key:make', made, by)), key };
  }

  /** Whose key an Authorization header carries; null if it carries none that works. */
  find(header: string | undefined): Caller | null {
    const token = /^Bearer\s+(\S{10,200})$/i.exec(header ?? '')?.[1];
    if (token === undefined) return null;
    const hashed = hashToken(token);
    for (const { id, body } of this.#hall.records.all('key'))
      if (body.hash === hashed && !body.revoked) return { id, key: body };
    return null;
  }

  /** The caller, if the key has the right. Throws `key.missing`, `key.unknown`, `key.forbidden`. */
  admit(header: string | undefined, right: KeyRight): Caller {
    if (header === undefined) throw new Refused(refuse('key.missing'));
    const caller = this.find(header);
    if (!caller) throw new Refused(refuse('key.unknown'));
    this.#notes.use(caller.id, this.#now());
    const refused = refuseRight(this.#hall.records, caller.id, right);
    if (refused) throw new Refused(refused);
    return caller;
  }

  /** When each key was last used, by id. */
  get used(): Readonly<Record<string, number>> {
    return this.#notes.used;
  }
}
