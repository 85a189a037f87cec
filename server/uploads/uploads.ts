import { hash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Actor, Commit } from '../../content/model/record.ts';
import type { UploadType } from '../../content/model/upload.ts';
import { refuse } from '../../content/rule.ts';
import { valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import type { Store } from './store.ts';

/** Of all uploads of a hall together. */
export const QUOTA = 2 * 2 ** 30;

const MB = 2 ** 20;
/** What is taken, by what a file holds; how large it may be. A kind of upload more is a line here. */
const types: Record<UploadType, number> = {
  'audio/wav': 4 * MB,
  'audio/ogg': 2 * MB,
  'audio/mpeg': 2 * MB,
  'audio/mp4': 2 * MB,
  'audio/webm': 2 * MB,
};
/** What one request may carry. */
export const LARGEST = Math.max(...Object.values(types));

/** Other names for the same. */
const alike: Record<string, UploadType> = {
  'audio/vnd.wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  // A recording of a browser holds sound alone, but says so of video as well.
  'video/webm': 'audio/webm',
};

export interface UploadsOptions {
  hall: Hall;
  store: Store;
  log: Log;
  /** Bytes of all uploads together. */
  quota?: number;
}

/** Files that people give to the hall, kept by the SHA-256 of their bytes. Rules: uploads.md. */
export class Uploads {
  readonly #options: UploadsOptions;
  readonly #stop: () => void;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: UploadsOptions) {
    this.#options = options;
    this.#stop = options.hall.onCommit((commit) => this.#sweep(commit));
  }

  /**
   * Takes a file: checked by its content, on disk before it is a record. Throws Refused `upload.type`,
   * `request.too-large`, `upload.full`, and what the record's rule refuses.
   */
  async keep(
    file: { name: string; bytes: Uint8Array },
    by: Actor,
  ): Promise<{ id: string; type: UploadType; size: number }> {
    const { bytes } = file;
    const type = await typeOf(bytes);
    if (!type) throw new Refused(refuse('upload.type'));
    if (bytes.length > types[type])
      throw new Refused(refuse('request.too-large', { limit: `${types[type] / MB} MB` }));
    const id = hash('sha256', bytes, 'hex');
    const size = bytes.length;
    // One after another: two at once would both find room for the last megabyte.
    const kept = this.#queue.then(async () => {
      const { hall, store, quota = QUOTA } = this.#options;
      if (!store.has(id) && store.total + size > quota)
        throw new Refused(refuse('upload.full', { limit: `${Math.floor(quota / MB)} MB` }));
      await store.put(id, bytes);
      const name = file.name.replace(/[\p{Cc}]/gu, '').slice(0, 120);
      valueOf(await hall.execute('upload:keep', { id, name, type, size }, by));
      return { id, type, size };
    });
    this.#queue = kept.catch(() => null);
    return kept;
  }

  /** What a kept file is; undefined if there is none. */
  typeOf(id: string): UploadType | undefined {
    return this.#options.store.has(id) ? this.#options.hall.records.get('upload', id)?.type : undefined;
  }

  get folder(): string {
    return this.#options.store.folder;
  }

  /** A file whose record is gone goes with it. */
  #sweep({ changes }: Commit): void {
    const { hall, store, log } = this.#options;
    for (const { kind, id, body } of changes) {
      if (kind !== 'upload' || body !== null) continue;
      // Behind whatever is being kept: the same bytes may just have come again.
      this.#queue = this.#queue
        .then(() => (hall.records.get('upload', id) ? undefined : store.remove(id)))
        .catch((error: unknown) => log.error(`upload ${id} was not removed`, error));
    }
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#queue;
  }
}

async function typeOf(bytes: Uint8Array): Promise<UploadType | null> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (!mime) return null;
  const type = alike[mime] ?? mime;
  return Object.hasOwn(types, type) ? (type as UploadType) : null;
}
