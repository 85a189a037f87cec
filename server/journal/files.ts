import { access, constants, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Commit } from '../../content/model/record.ts';
import { readCheckpoint, replaceFile, syncFolder, writeCheckpoint } from './checkpoint.ts';
import { HallFile, type Datasync } from './hallfile.ts';
import type { Checkpoint, Journal } from './journal.ts';
import { lockFolder } from './lock.ts';
import { JournalTrouble } from './trouble.ts';

const HALL = /^[A-Za-z0-9_-]{1,64}$/;
const JOURNAL = '.journal.jsonl';
const CHECKPOINT = '.checkpoint.json';

export interface FilesOptions {
  /** Hears of repairs: a cut line, a damaged checkpoint that was passed over. */
  warn?: (text: string) => void;
  /** How bytes are made durable; tests hand in a failing disk. */
  datasync?: Datasync;
}

type WarnedOptions = FilesOptions & Required<Pick<FilesOptions, 'warn'>>;

/** The journal on files: `HALL.journal.jsonl` and `HALL.checkpoint.json` in one folder (journal.md). */
class FilesJournal implements Journal {
  readonly #folder: string;
  readonly #options: WarnedOptions;
  readonly #unlock: () => Promise<void>;
  readonly #files = new Map<string, Promise<HallFile>>();
  readonly #listeners = new Set<(hall: string, seq: number) => void>();
  #closed: Promise<void> | null = null;

  constructor(folder: string, options: WarnedOptions, unlock: () => Promise<void>) {
    this.#folder = folder;
    this.#options = options;
    this.#unlock = unlock;
  }

  #path(hall: string, ending: string): string {
    if (!HALL.test(hall)) throw new Error(`not a hall id: ${JSON.stringify(hall)}`);
    return join(this.#folder, hall + ending);
  }

  #file(hall: string): Promise<HallFile> {
    if (this.#closed) throw new Error('the journal is closed');
    let file = this.#files.get(hall);
    if (!file) {
      const path = this.#path(hall, JOURNAL);
      file = openedOr(this.#folder, () =>
        HallFile.open(hall, path, {
          warn: this.#options.warn,
          datasync: this.#options.datasync,
          stored: (seq) => {
            for (const listener of this.#listeners) listener(hall, seq);
          },
        }),
      );
      this.#files.set(hall, file);
      file.catch(() => this.#files.delete(hall));
    }
    return file;
  }

  async halls(): Promise<string[]> {
    const names = await readdir(this.#folder);
    // A hall whose journal file is gone but whose checkpoint is there must be noticed, not forgotten.
    const found = names.flatMap((name) =>
      name.endsWith(JOURNAL)
        ? [name.slice(0, -JOURNAL.length)]
        : name.endsWith(CHECKPOINT)
          ? [name.slice(0, -CHECKPOINT.length)]
          : [],
    );
    const halls: string[] = [];
    for (const hall of [...new Set(found)].sort()) {
      if (!HALL.test(hall)) continue;
      if ((await this.#file(hall)).seq > 0 || (await this.loadCheckpoint(hall))) halls.push(hall);
    }
    return halls;
  }

  /** Async only to open the file: appends keep the order of the calls, since the opened file is a settled promise. */
  async append(commit: Commit): Promise<'stored' | 'taken'> {
    return (await this.#file(commit.hall)).append(commit);
  }

  async *read(hall: string, after: number): AsyncIterable<Commit> {
    yield* (await this.#file(hall)).read(after);
  }

  follow(listener: (hall: string, seq: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async loadCheckpoint(hall: string): Promise<Checkpoint | null> {
    const path = this.#path(hall, CHECKPOINT);
    for (const candidate of [path, `${path}.bak`]) {
      let checkpoint: Checkpoint | null;
      try {
        checkpoint = await readCheckpoint(candidate);
      } catch (error) {
        this.#options.warn(`${candidate}: damaged, passed over (${String(error)})`);
        continue;
      }
      if (!checkpoint) continue;
      const file = await this.#file(hall);
      if (checkpoint.seq > file.seq)
        throw new JournalTrouble('journal.behind', {
          file: this.#path(hall, JOURNAL),
          checkpoint: candidate,
          seq: file.seq,
          known: checkpoint.seq,
        });
      if (checkpoint.hall === hall && (await file.hashAt(checkpoint.seq)) === checkpoint.hash)
        return checkpoint;
      this.#options.warn(`${candidate}: belongs to another journal, passed over`);
    }
    return null;
  }

  async saveCheckpoint(checkpoint: Checkpoint): Promise<void> {
    await writeCheckpoint(this.#path(checkpoint.hall, CHECKPOINT), checkpoint);
  }

  close(): Promise<void> {
    this.#closed ??= (async () => {
      for (const file of await Promise.allSettled(this.#files.values()))
        if (file.status === 'fulfilled') await file.value.close();
      await this.#unlock();
    })();
    return this.#closed;
  }
}

/** What the system refuses while a folder is opened is trouble with the folder, told with its reason. */
async function openedOr<T>(folder: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof JournalTrouble) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new JournalTrouble('journal.folder', { folder, why: code ?? message }, error);
  }
}

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where making a folder is answered by
 * ENOENT although the one above is there, as under /proc.
 */
async function makeFolder(folder: string): Promise<void> {
  const make = async () => {
    try {
      await mkdir(folder, { mode: 0o700 });
    } catch (error) {
      if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error;
    }
  };
  try {
    await make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  }
}

/**
 * Opens the data folder, makes it if it is not there, and keeps every other hub off it.
 * Throws JournalTrouble: `journal.folder` if it cannot be written, `journal.locked` if it is in use.
 */
export async function openFilesJournal(folder: string, options: FilesOptions = {}): Promise<Journal> {
  const unlock = await openedOr(folder, async () => {
    await makeFolder(resolve(folder));
    await access(folder, constants.R_OK | constants.W_OK);
    return lockFolder(folder);
  });
  return new FilesJournal(folder, { ...options, warn: options.warn ?? (() => {}) }, unlock);
}

/** Writes a small file that only this user may read; for what is no record, such as the operator's key. */
export async function writePrivateFile(folder: string, name: string, text: string): Promise<void> {
  await openedOr(folder, () => replaceFile(join(folder, name), text, 0o600));
}

/** Null when it is not there. */
export async function readPrivateFile(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export async function removePrivateFile(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
  await syncFolder(folder);
}
