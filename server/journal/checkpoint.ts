import { hash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import type { Checkpoint } from './journal.ts';

/** The checkpoint file: readable JSON with a SHA-256 over the checkpoint's own JSON. */
interface Sealed {
  integrity: string;
  checkpoint: Checkpoint;
}

const sealOf = (checkpoint: Checkpoint) => hash('sha256', JSON.stringify(checkpoint), 'hex');

/** A new or renamed file is durable only when its folder is (Windows has no such call and needs none). */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes `text` durably under a temporary name, then renames it to `path`. */
export async function replaceFile(path: string, text: string, mode = 0o600, keep?: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const handle = await open(temporary, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (keep)
    await rename(path, keep).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** lowdb's adapter with what its own lacks: fsync, the predecessor kept, and a check of what is read (J6). */
class CheckpointFile implements Adapter<Sealed | null> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<Sealed | null> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const sealed = JSON.parse(text) as Sealed;
    if (sealed.integrity !== sealOf(sealed.checkpoint)) throw new Error('integrity does not match');
    return sealed;
  }

  async write(sealed: Sealed | null): Promise<void> {
    if (sealed) await replaceFile(this.#path, JSON.stringify(sealed, null, 1), 0o600, `${this.#path}.bak`);
  }
}

/** Reads one checkpoint file: null if it is not there; throws if it is damaged. */
export async function readCheckpoint(path: string): Promise<Checkpoint | null> {
  const low = new Low<Sealed | null>(new CheckpointFile(path), null);
  await low.read();
  return low.data?.checkpoint ?? null;
}

export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  const low = new Low<Sealed | null>(new CheckpointFile(path), null);
  low.data = { integrity: sealOf(checkpoint), checkpoint };
  await low.write();
}
