import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../journal/checkpoint.ts';

/** Ends the name of a file that is not whole yet. */
const PART = '.part';

/** Files of one folder, each there whole or not at all, never changed once there. */
export class Store {
  readonly folder: string;
  readonly #sizes: Map<string, number>;

  private constructor(folder: string, sizes: Map<string, number>) {
    this.folder = folder;
    this.#sizes = sizes;
  }

  /** Opens the folder, oldest files first, and clears away what a power cut left half written. */
  static async open(folder: string): Promise<Store> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found: { name: string; size: number; at: number }[] = [];
    for (const name of await readdir(folder)) {
      if (name.endsWith(PART)) await rm(join(folder, name), { force: true });
      else {
        const { size, mtimeMs } = await stat(join(folder, name));
        found.push({ name, size, at: mtimeMs });
      }
    }
    found.sort((one, other) => one.at - other.at);
    return new Store(folder, new Map(found.map(({ name, size }) => [name, size])));
  }

  /** Bytes of all files. */
  get total(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  has(name: string): boolean {
    return this.#sizes.has(name);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A place in the folder for a file that somebody else writes; cleared away at the next start if it stays. */
  draft(): string {
    return join(this.folder, `${randomUUID()}${PART}`);
  }

  /** Resolves when the file is on disk under its name. The same name again changes nothing. */
  async put(name: string, bytes: Uint8Array): Promise<void> {
    if (this.has(name)) return;
    const part = this.draft();
    try {
      const handle = await open(part, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, this.path(name));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await syncFolder(this.folder);
    this.#sizes.set(name, bytes.length);
  }

  async remove(name: string): Promise<void> {
    this.#sizes.delete(name);
    await rm(this.path(name), { force: true });
  }

  /** Removes the oldest files until at most `limit` bytes are left. */
  async trim(limit: number): Promise<void> {
    for (const name of [...this.#sizes.keys()]) {
      if (this.total <= limit) return;
      await this.remove(name);
    }
  }
}
