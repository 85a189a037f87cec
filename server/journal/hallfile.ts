import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Commit } from '../../content/model/record.ts';
import { checkLine, followsHash, GENESIS, writeLine } from './chain.ts';
import { syncFolder } from './checkpoint.ts';
import { JournalBroken } from './trouble.ts';

const CHUNK = 1 << 20;
/** Every so many lines the place of one is remembered, so that a read needs not begin at the front. */
const STRIDE = 256;
const NEWLINE = 0x0a;
/**
 * On Linux each write is made durable by the system as `fdatasync` after it would, in one call instead of
 * two. Elsewhere the flag is missing, or weaker than the sync.
 */
const DURABLE = process.platform === 'linux' ? constants.O_DSYNC : 0;

/** How bytes that were written are made durable. */
export type Datasync = (handle: FileHandle) => Promise<void>;

interface Place {
  seq: number;
  hash: string;
  /** Where the line after it begins. */
  end: number;
}

interface Waiting {
  line: string;
  after: Place;
  resolve: (answer: 'stored') => void;
  reject: (error: unknown) => void;
}

/** Whole lines between two places of a file, with the place where each ends. */
async function* readLines(handle: FileHandle, from: number, to: number) {
  let rest = Buffer.alloc(0);
  let at = from;
  let end = from;
  while (at < to) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, to - at));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    const bytes = rest.length
      ? Buffer.concat([rest, chunk.subarray(0, bytesRead)])
      : chunk.subarray(0, bytesRead);
    let start = 0;
    for (let stop = bytes.indexOf(NEWLINE); stop >= 0; stop = bytes.indexOf(NEWLINE, start)) {
      end += stop + 1 - start;
      yield { text: bytes.toString('utf8', start, stop), end };
      start = stop + 1;
    }
    rest = bytes.subarray(start);
  }
}

/** The journal file of one hall: lines of commits, each chained to the one before. */
export class HallFile {
  readonly hall: string;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #datasync: Datasync;
  readonly #stored: (seq: number) => void;
  /** Newest durable line, and every STRIDE-th one. */
  #durable: Place = { seq: 0, hash: GENESIS, end: 0 };
  #marks: Place[] = [this.#durable];
  /** Newest line that was accepted for writing. */
  #tail: Place = this.#durable;
  #queue: Waiting[] = [];
  #writing: Promise<void> | null = null;
  /** Bytes of a failed write may lie behind the durable ones. */
  #dirty = false;

  private constructor(
    hall: string,
    path: string,
    handle: FileHandle,
    datasync: Datasync,
    stored: (seq: number) => void,
  ) {
    this.hall = hall;
    this.#path = path;
    this.#handle = handle;
    this.#datasync = datasync;
    this.#stored = stored;
  }

  /** Opens or creates the file, checks the whole chain and cuts off a half-written last line (J3, J4). */
  static async open(
    hall: string,
    path: string,
    options: {
      warn: (text: string) => void;
      datasync: Datasync | undefined;
      stored: (seq: number) => void;
    },
  ): Promise<HallFile> {
    // Not `a`: with it the place of a write is ignored, and a failed one could not be written over.
    const flags = constants.O_RDWR | DURABLE;
    const handle = await open(path, flags, 0o600).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      const created = await open(path, flags | constants.O_CREAT | constants.O_EXCL, 0o600);
      await syncFolder(dirname(path));
      return created;
    });
    const datasync = options.datasync ?? (DURABLE ? async () => {} : (written) => written.datasync());
    const file = new HallFile(hall, path, handle, datasync, options.stored);
    try {
      await file.#check(options.warn);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return file;
  }

  get seq(): number {
    return this.#durable.seq;
  }

  async #check(warn: (text: string) => void): Promise<void> {
    const { size } = await this.#handle.stat();
    let place = this.#durable;
    for await (const { text, end } of readLines(this.#handle, 0, size)) {
      const hash = checkLine(place.hash, text);
      if (hash === null) throw this.#broken(place.seq + 1);
      place = { seq: place.seq + 1, hash, end };
      if (place.seq % STRIDE === 0) this.#marks.push(place);
    }
    this.#durable = this.#tail = place;
    if (place.end < size) {
      await this.#handle.truncate(place.end);
      await this.#handle.sync();
      warn(`${this.#path}: cut off ${size - place.end} bytes of a half-written last line`);
    }
  }

  #broken(seq: number, cause?: unknown): JournalBroken {
    return new JournalBroken({ hall: this.hall, file: this.#path, seq, before: seq - 1 }, cause);
  }

  /** J1, J2: resolves `stored` only when the line would survive a power cut. */
  append(commit: Commit): Promise<'stored' | 'taken'> {
    if (commit.seq !== this.#tail.seq + 1 || !followsHash(this.#tail.hash, commit))
      return Promise.resolve('taken');
    const line = `${writeLine(commit)}\n`;
    this.#tail = { seq: commit.seq, hash: commit.hash, end: this.#tail.end + Buffer.byteLength(line) };
    const after = this.#tail;
    return new Promise((resolve, reject) => {
      this.#queue.push({ line, after, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Group commit: whatever was queued during one sync is written and synced by the next. */
  async #writeAll(): Promise<void> {
    // Appends of the same turn of the event loop share the first sync too.
    await Promise.resolve();
    while (this.#queue.length) {
      const group = this.#queue.splice(0);
      try {
        await this.#writeGroup(group);
      } catch (error) {
        this.#dirty = true;
        // J5: what was queued behind the failed write builds on it, so it goes too.
        const lost = [...group, ...this.#queue.splice(0)];
        this.#tail = this.#durable;
        for (const { reject } of lost) reject(error);
        continue;
      }
      for (const { after, resolve } of group) {
        if (after.seq % STRIDE === 0) this.#marks.push(after);
        resolve('stored');
        this.#stored(after.seq);
      }
    }
    this.#writing = null;
  }

  async #writeGroup(group: Waiting[]): Promise<void> {
    if (this.#dirty) {
      await this.#handle.truncate(this.#durable.end);
      await this.#handle.sync();
      this.#dirty = false;
    }
    const bytes = Buffer.from(group.map(({ line }) => line).join(''));
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(
        bytes,
        done,
        bytes.length - done,
        this.#durable.end + done,
      );
      done += bytesWritten;
    }
    await this.#datasync(this.#handle);
    this.#durable = group.at(-1)!.after;
  }

  #markBefore(seq: number): Place {
    return this.#marks[Math.min(Math.floor(seq / STRIDE), this.#marks.length - 1)]!;
  }

  /** Commits after `after` that were durable when the reading began. */
  async *read(after: number): AsyncIterable<Commit> {
    const mark = this.#markBefore(after);
    let { seq, hash } = mark;
    for await (const { text } of readLines(this.#handle, mark.end, this.#durable.end)) {
      const next = checkLine(hash, text);
      seq += 1;
      if (next === null) throw this.#broken(seq);
      hash = next;
      if (seq > after) yield this.#parse(text, seq);
    }
  }

  #parse(text: string, seq: number): Commit {
    let commit: Commit;
    try {
      commit = JSON.parse(text) as Commit;
    } catch (cause) {
      throw this.#broken(seq, cause);
    }
    if (commit.seq !== seq || commit.hall !== this.hall) throw this.#broken(seq);
    return commit;
  }

  /** Hash of the commit `seq`, or null if the journal does not reach it. */
  async hashAt(seq: number): Promise<string | null> {
    if (seq > this.#durable.seq) return null;
    const mark = this.#markBefore(seq);
    if (mark.seq === seq) return mark.hash;
    for await (const commit of this.read(seq - 1)) return commit.hash;
    return null;
  }

  async close(): Promise<void> {
    while (this.#writing) await this.#writing;
    await this.#handle.close();
  }
}
