import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Actor, Commit } from '../../content/model/record.ts';
import { refuse } from '../../content/rule.ts';
import { valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import { readFontFile } from './fontfile.ts';
import type { Store } from './store.ts';
import { QUOTA } from './library.ts';

const MB = 2 ** 20;
/** Fonts of 30,000 characters have some 20 MB. */
export const LARGEST_FONT = 40 * MB;

export interface FontShelfOptions {
  hall: Hall;
  store: Store;
  log: Log;
}

/** Fonts that the hall has a licence for: content/sheets/fonts/fonts.md. */
export class FontShelf {
  readonly #options: FontShelfOptions;
  readonly #stop: () => void;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: FontShelfOptions) {
    this.#options = options;
    this.#stop = options.hall.onCommit((commit) => this.#sweep(commit));
  }

  /**
   * Takes a font: checked by its content, on disk before it is a record. Throws Refused `font.*`, `upload.full`,
   * `request.too-large`.
   * @param as the face of the standard that it is for; empty where its own names say so
   */
  async keep(font: { bytes: Uint8Array; as: string; licence: string }, by: Actor): Promise<{ id: string }> {
    const { bytes } = font;
    const licence = font.licence.trim();
    if (licence.length < 2 || licence.length > 300) throw new Refused(refuse('font.no-licence'));
    if (bytes.length > LARGEST_FONT)
      throw new Refused(refuse('request.too-large', { limit: `${LARGEST_FONT / MB} MB` }));
    const read = readFontFile(bytes);
    if ('fault' in read)
      throw new Refused(
        read.fault === 'restricted'
          ? refuse('font.restricted', { name: read.name })
          : refuse(`font.${read.fault}`),
      );
    const id = hash('sha256', bytes, 'hex');
    const kept = this.#queue.then(async () => {
      const { hall, store } = this.#options;
      if (!store.has(id) && store.total + bytes.length > QUOTA)
        throw new Refused(refuse('upload.full', { limit: `${Math.floor(QUOTA / MB)} MB` }));
      await store.put(id, bytes);
      const as = font.as.trim();
      const input = { id, ...read, ...(as ? { for: as } : {}), size: bytes.length, licence };
      return valueOf(await hall.execute('font:add', input, by));
    });
    this.#queue = kept.catch(() => null);
    return kept;
  }

  /** Bytes of a font; undefined if its file is not there. */
  async read(id: string): Promise<Uint8Array | undefined> {
    const { hall, store } = this.#options;
    return hall.records.get('font', id) && store.has(id) ? readFile(store.path(id)) : undefined;
  }

  /** A file whose record is gone goes with it (FT6). */
  #sweep({ changes }: Commit): void {
    const { hall, store, log } = this.#options;
    for (const { kind, id, body } of changes) {
      if (kind !== 'font' || body !== null) continue;
      this.#queue = this.#queue
        .then(() => (hall.records.get('font', id) ? undefined : store.remove(id)))
        .catch((error: unknown) => log.error(`font ${id} was not removed`, error));
    }
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#queue;
  }
}
