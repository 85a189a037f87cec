import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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

  /** Bytes that the disk has left for files. */
  async room(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  /** Writes what comes into a draft, which the caller adopts or discards. */
  async receive(stream: Readable): Promise<{ path: string; size: number }> {
    const path = this.draft();
    try {
      await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return { path, size: (await stat(path)).size };
    } catch (error) {
      await this.discard(path);
      throw error;
    }
  }

  async discard(draft: string): Promise<void> {
    await rm(draft, { force: true });
  }

  /** Gives a draft the digest of its bytes as its name, once it is on disk; answers that and its size. */
  async adopt(draft: string): Promise<{ digest: string; size: number }> {
    const handle = await open(draft, 'r+');
    const sum = createHash('sha256');
    let size = 0;
    try {
      for await (const piece of handle.createReadStream({ autoClose: false })) {
        sum.update(piece as Buffer);
        size += (piece as Buffer).length;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    const digest = sum.digest('hex');
    if (this.has(digest)) await this.discard(draft);
    else {
      await rename(draft, this.path(digest));
      await syncFolder(this.folder);
      this.#sizes.set(digest, size);
    }
    return { digest, size };
  }

  /** Names of files that have stood here for `ms` at least. */
  async older(ms: number, now = Date.now()): Promise<string[]> {
    const names: string[] = [];
    for (const name of this.#sizes.keys()) {
      const { mtimeMs } = await stat(this.path(name));
      if (mtimeMs + ms <= now) names.push(name);
    }
    return names;
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
