import { constants } from 'node:fs';
import { mkdir, open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkLine, GENESIS, hashText } from './chain.ts';
import { syncFolder } from './checkpoint.ts';

/** The end of a chain of lines. */
export interface Tail {
  lines: number;
  /** Of the last line; of the day itself while there is none. */
  hash: string;
}

/** Lines of a log as they stand in its file. */
export interface ReadLog {
  /** Parsed, in order; null for a line that is no JSON. */
  lines: unknown[];
  /** Number of the first line that does not follow the one before it; null when all do. */
  broken: number | null;
  /** Hash of the chain after each line. */
  hashes: string[];
}

interface Waiting {
  text: string;
  after: Tail;
  resolve: () => void;
  reject: (error: unknown) => void;
}

const NEWLINE = 0x0a;

/** What the first line of a log is chained to: no log can be taken for that of another day. */
export const firstOf = (name: string): string => hashText(GENESIS, name);

/**
 * An append-only file of lines, each chained to the one before by SHA-256 so that tampering shows. It holds what would
 * swamp the journal. A half-written last line is cut off when it is opened (proof.md PS2); a broken chain is told by
 * `read`, and what comes goes on behind it.
 */
export class DayLog {
  readonly #handle: FileHandle;
  readonly #name: string;
  /** What is on disk. */
  #end: number;
  #durable: Tail;
  /** What is accepted for writing. */
  #tail: Tail;
  #queue: Waiting[] = [];
  #writing: Promise<void> | null = null;

  private constructor(handle: FileHandle, name: string, end: number, tail: Tail) {
    this.#handle = handle;
    this.#name = name;
    this.#end = end;
    this.#durable = this.#tail = tail;
  }

  /** Opens or makes the log `name` at `path`; `warn` hears of a line that was cut off. */
  static async open(path: string, name: string, warn: (text: string) => void): Promise<DayLog> {
    const handle = await open(path, constants.O_RDWR, 0o600).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      const made = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
      await syncFolder(dirname(path));
      return made;
    });
    try {
      const bytes = await readAll(handle);
      const end = bytes.lastIndexOf(NEWLINE) + 1;
      if (end < bytes.length) {
        await handle.truncate(end);
        await handle.sync();
        warn(`${path}: cut off ${bytes.length - end} bytes of a half-written last line`);
      }
      const { lines, hashes } = followed(bytes.toString('utf8', 0, end), name);
      return new DayLog(handle, name, end, { lines: lines.length, hash: hashes.at(-1) ?? firstOf(name) });
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** End of what is on disk. */
  get tail(): Tail {
    return this.#durable;
  }

  /** Resolves once the value stands on disk. Those that come during one sync share the next. */
  append(value: object): Promise<void> {
    const text = JSON.stringify(value);
    const hash = hashText(this.#tail.hash, text);
    this.#tail = { lines: this.#tail.lines + 1, hash };
    return new Promise((resolve, reject) => {
      const line = `${text.slice(0, -1)},"hash":"${hash}"}\n`;
      this.#queue.push({ text: line, after: this.#tail, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  async #write(): Promise<void> {
    await Promise.resolve();
    while (this.#queue.length) {
      const group = this.#queue.splice(0);
      try {
        const bytes = Buffer.from(group.map(({ text }) => text).join(''));
        for (let done = 0; done < bytes.length;)
          done += (await this.#handle.write(bytes, done, bytes.length - done, this.#end + done)).bytesWritten;
        await this.#handle.datasync();
        this.#end += bytes.length;
        this.#durable = group.at(-1)!.after;
      } catch (error) {
        // What was queued behind a failed write is chained to it, so it goes too.
        const lost = [...group, ...this.#queue.splice(0)];
        this.#tail = this.#durable;
        await this.#handle.truncate(this.#end).catch(() => undefined);
        for (const { reject } of lost) reject(error);
        continue;
      }
      for (const { resolve } of group) resolve();
    }
    this.#writing = null;
  }

  /** What is durable, its chain checked. */
  async read(): Promise<ReadLog> {
    const bytes = await readAll(this.#handle);
    return followed(bytes.toString('utf8', 0, Math.min(bytes.length, this.#end)), this.#name);
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#handle.close();
  }
}

/** A day's file is opened for one question and left open for the next; more than so many days at once are seldom asked for. */
const MOST_OPEN = 8;
const FILE = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** A folder of day logs, `2026-11-21.jsonl`. */
export class DayLogs {
  readonly #folder: string;
  readonly #warn: (text: string) => void;
  readonly #open = new Map<string, Promise<DayLog>>();
  readonly #days: Set<string>;

  private constructor(folder: string, days: Set<string>, warn: (text: string) => void) {
    this.#folder = folder;
    this.#days = days;
    this.#warn = warn;
  }

  static async open(folder: string, warn: (text: string) => void): Promise<DayLogs> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const days = (await readdir(folder)).flatMap((name) => FILE.exec(name)?.[1] ?? []);
    return new DayLogs(folder, new Set(days), warn);
  }

  /** Days that have a log, in order. */
  get days(): string[] {
    return [...this.#days].sort();
  }

  has(day: string): boolean {
    return this.#days.has(day);
  }

  /** The log of a day; made if there is none. Calls must not overlap with `remove` of the same day. */
  async of(day: string): Promise<DayLog> {
    let log = this.#open.get(day);
    // The newest question last: the first one is let go.
    this.#open.delete(day);
    log ??= DayLog.open(join(this.#folder, `${day}.jsonl`), day, this.#warn);
    this.#open.set(day, log);
    this.#days.add(day);
    log.catch(() => this.#open.delete(day));
    const opened = await log;
    for (const [old, other] of this.#open) {
      if (this.#open.size <= MOST_OPEN) break;
      this.#open.delete(old);
      await (await other).close();
    }
    return opened;
  }

  async remove(day: string): Promise<void> {
    const log = this.#open.get(day);
    this.#open.delete(day);
    await (await log)?.close();
    await rm(join(this.#folder, `${day}.jsonl`), { force: true });
    this.#days.delete(day);
  }

  /** May be called twice. */
  async close(): Promise<void> {
    const logs = [...this.#open.values()];
    this.#open.clear();
    for (const log of await Promise.allSettled(logs)) if (log.status === 'fulfilled') await log.value.close();
  }
}

async function readAll(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  for (let done = 0; done < size;) {
    const { bytesRead } = await handle.read(bytes, done, size - done, done);
    if (bytesRead === 0) return bytes.subarray(0, done);
    done += bytesRead;
  }
  return bytes;
}

const HASH = /,"hash":"([0-9a-f]{64})"\}$/;

function followed(text: string, name: string): ReadLog {
  const read: ReadLog = { lines: [], broken: null, hashes: [] };
  let before = firstOf(name);
  for (const [at, line] of text.split('\n').slice(0, -1).entries()) {
    const hash = checkLine(before, line);
    if (hash === null) read.broken ??= at + 1;
    // Behind a break the chain goes on from what the line itself says.
    before = hash ?? HASH.exec(line)?.[1] ?? hashText(before, line);
    read.hashes.push(before);
    read.lines.push(parsed(line));
  }
  return read;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
