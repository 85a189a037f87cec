import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { CommandInput } from '../../content/model/command.ts';
import type { Medium, MediumType } from '../../content/model/medium.ts';
import type { Actor } from '../../content/model/record.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';
import { valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import { measureZip } from '../importer/archive.ts';
import { draw } from './drawing.ts';
import type { Drawn, DrawingFault } from './drawing.ts';
import { extractText, LIMITS } from './extracting.ts';
import { sniff } from './sniff.ts';
import type { Given } from './sniff.ts';
import type { Store } from './store.ts';
import { takeVideo } from './video.ts';

/** Of all files of a hall together. */
export const QUOTA = 20 * 2 ** 30;
/** The journal must be able to go on: so much of the disk is left to it. */
const SPARE = 2 ** 30;
const GB = 2 ** 30;
const DAY_MS = 86_400_000;
/** Texts of the last documents that were asked for. */
const TEXTS = 20;

export interface LibraryOptions {
  hall: Hall;
  store: Store;
  log: Log;
  quota?: number;
}

type Made = Omit<CommandInput<'medium:add'>, 'name' | 'is'>;

/** The library's files (uploads.md U7–U13): taken, read, made fit to be shown, swept away. */
export class Library {
  readonly #options: LibraryOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #texts = new Map<string, string>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: LibraryOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.sweep(), DAY_MS).unref();
  }

  /**
   * Takes a file as it comes in. Throws Refused `medium.*` for what cannot be used, `upload.full`; nothing of it stays
   * then. One is worked on at a time: two cores have calls to make beside.
   */
  async take(file: { name: string; stream: Readable }, by: Actor): Promise<{ id: string }> {
    const { store, quota = QUOTA } = this.#options;
    const draft = await store.receive(file.stream);
    const taken = this.#queue.then(async () => {
      try {
        if (store.total + draft.size > quota || (await store.room()) < SPARE)
          throw new Refused(refuse('upload.full', { limit: `${Math.floor(quota / GB)} GB` }));
        const name = nameOf(file.name);
        const given = orThrow(await sniff(draft.path, draft.size, name));
        const made = await this.#make(given, draft.path, name);
        const { hall } = this.#options;
        return valueOf(await hall.execute('medium:add', { name, is: given.is, ...made }, by));
      } finally {
        await store.discard(draft.path);
      }
    });
    this.#queue = taken.catch(() => null);
    return taken;
  }

  #make(given: Given, path: string, name: string): Promise<Made> {
    if (given.is === 'picture') return this.#picture(path, name, given.drawing);
    return given.is === 'video' ? this.#video(path, name) : this.#document(path, name, given.type);
  }

  async #picture(path: string, file: string, drawing: boolean): Promise<Made> {
    const bytes = await readFile(path);
    const [whole, small] = undrawn(await draw({ is: drawing ? 'drawing' : 'photograph', bytes }), file);
    if (!whole || !small) throw new Refused(refuse('medium.broken', { file }));
    const { type, width, height } = whole;
    const [upload, thumb] = [await this.#put(whole.bytes), await this.#put(small.bytes)];
    return { upload, type, size: whole.bytes.length, width, height, thumb };
  }

  async #video(path: string, file: string): Promise<Made> {
    const { store } = this.#options;
    const clean = store.draft();
    try {
      const { sound, ...about } = orThrow(await takeVideo(path, clean, file));
      const { digest, size } = await store.adopt(clean);
      return { ...about, ...(sound ? { sound } : {}), upload: digest, size };
    } finally {
      await store.discard(clean);
    }
  }

  async #document(path: string, file: string, type: MediumType): Promise<Made> {
    const bytes = await readFile(path);
    const fault = type === 'application/pdf' ? null : measureZip(bytes, LIMITS);
    if (fault) throw new Refused(refuse(fault === 'bomb' ? 'import.bomb' : 'medium.broken', { file }));
    const kept = async () => ({ upload: await this.#put(bytes), type, size: bytes.length });
    if (type !== 'application/pdf') return kept();
    const drawn = undrawn(await draw({ is: 'pages', bytes }), file);
    const small = drawn.pop();
    const pages: string[] = [];
    for (const page of drawn) pages.push(await this.#put(page.bytes));
    const thumb = small ? { thumb: await this.#put(small.bytes) } : {};
    const { width = 1, height = 1 } = drawn[0] ?? {};
    return { ...(await kept()), pages, width, height, ...thumb };
  }

  /** Keeps a file of a medium that comes from another hub; its digest has been checked there. */
  async adopt(digest: string, bytes: Uint8Array | undefined): Promise<void> {
    const { store, quota = QUOTA } = this.#options;
    if (!bytes || store.has(digest)) return;
    if (store.total + bytes.length > quota || (await store.room()) < SPARE)
      throw new Refused(refuse('upload.full', { limit: `${Math.floor(quota / GB)} GB` }));
    await store.put(digest, bytes);
  }

  async #put(bytes: Uint8Array): Promise<string> {
    const digest = hash('sha256', bytes, 'hex');
    await this.#options.store.put(digest, bytes);
    return digest;
  }

  /** The text of a document of the library for checks. Refuses `upload.missing`, `medium.no-text`, `import.bomb`. */
  async textOf(digest: string): Promise<string | Refusal> {
    const { hall, store } = this.#options;
    const known = this.#texts.get(digest);
    if (known !== undefined) return known;
    const medium = [...hall.records.all('medium')].find(({ body }) => body.upload === digest)?.body;
    if (!medium || !store.has(digest)) return refuse('upload.missing');
    const text = await extractText(store.path(digest), medium.type);
    if (typeof text !== 'string')
      return refuse(text.fault === 'bomb' ? 'import.bomb' : 'medium.no-text', { file: medium.name });
    this.#texts.set(digest, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= TEXTS) break;
      this.#texts.delete(oldest);
    }
    return text;
  }

  /** Media of which a file is not on disk, and the bytes that may still come. */
  async missing(): Promise<{ missing: string[]; room: number }> {
    const { hall, store, quota = QUOTA } = this.#options;
    const missing = [...hall.records.all('medium')]
      .filter(({ body }) => !filesOf(body).every((digest) => store.has(digest)))
      .map(({ id }) => id);
    const room = Math.min(quota - store.total, (await store.room()) - SPARE);
    return { missing, room: Math.max(0, room) };
  }

  /** Lets go of media removed long ago (N5), and of files that nothing names. Never rejects. */
  sweep(): Promise<void> {
    const swept = this.#queue.then(async () => {
      const { hall, store, log } = this.#options;
      const done = await hall.execute('medium:sweep', {}, { is: 'system', name: '素材整理' });
      if (!done.ok) log.error(`media were not swept: ${done.refused}`);
      const named = this.#named();
      // What came a moment ago may be about to get its record.
      for (const name of await store.older(DAY_MS)) if (!named.has(name)) await store.remove(name);
    });
    this.#queue = swept.catch((error: unknown) => this.#options.log.error('media were not swept', error));
    return this.#queue.then(() => undefined);
  }

  /** Digests of all files that a record names. */
  #named(): Set<string> {
    const { records } = this.#options.hall;
    const named = new Set<string>();
    for (const { id } of records.all('upload')) named.add(id);
    for (const { id } of records.all('font')) named.add(id);
    for (const { body } of records.all('clip')) named.add(body.upload);
    for (const { body } of records.all('medium')) for (const one of filesOf(body)) named.add(one);
    return named;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#queue;
  }
}

/** Digests of everything that belongs to a medium. */
export function filesOf({ upload, thumb, pages = [] }: Medium): string[] {
  return [upload, ...(thumb ? [thumb] : []), ...pages];
}

/** A file's name as a medium's: without its ending, which people do not need. */
function nameOf(file: string): string {
  const base = file
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}]/gu, '')
    .replace(/\.\w{1,5}$/, '')
    .trim();
  return base.slice(0, 60).trim() || '未命名';
}

function orThrow<T extends object>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Refused(value);
  return value;
}

function undrawn(drawn: Drawn[] | DrawingFault, file: string): Drawn[] {
  if (typeof drawn !== 'string') return drawn;
  const limit = drawn === 'pages' ? 100 : '1 亿像素';
  throw new Refused(refuse(`medium.${drawn}`, { file, limit }));
}
