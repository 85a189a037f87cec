import { Sha256 } from './sha256.ts';
import { openMediaStore, smallMediaStore } from './store.ts';
import type { MediaStore } from './store.ts';
import { hold } from './urls.ts';

/** What of the device's space files may take when the browser does not say how much there is, in bytes. */
const BUDGET = 512 * 2 ** 20;
/** … and the share of it when it does. */
const SHARE = 0.5;
/** A download of which nothing comes for so long is given up, in ms. */
const SILENT_MS = 30_000;

export interface DepotNeeds {
  /** Fetches a file from the hub; `anew` passes over what the browser has kept of it. */
  fetch(digest: string, signal: AbortSignal, anew: boolean): Promise<Response>;
  store: MediaStore;
  /** In bytes. */
  budget: number;
  /** What a write could not keep, for the panel. */
  ontrouble(words: string): void;
}

/** A file came other than its digest says, or not at all. */
export class FileTrouble extends Error {}

/**
 * The files of the screen (L16): fetched once, verified by their digest, kept on the device, and held ready for scenes.
 */
export class Depot {
  #needs: DepotNeeds;
  #coming = new Map<string, Promise<Blob>>();
  /** Files that came other than they are: the browser would answer with the same bytes for ever. */
  #wrong = new Set<string>();
  /** Files that each player will need next, the nearest first; these are never thrown out for another. */
  #wanted = new Map<object, readonly string[]>();
  /** Files that are on the device. */
  #kept = new Set<string>();

  constructor(needs: DepotNeeds) {
    this.#needs = needs;
  }

  /** Whether every file that a player will need is on the device. */
  get whole(): boolean {
    const { lasts } = this.#needs.store;
    const kept = (digest: string): boolean => lasts && this.#kept.has(digest);
    return [...this.#wanted.values()].every((digests) => digests.every(kept));
  }

  /** Says what a player will need, the nearest first, and fetches it one after another; failures wait for their scene. */
  async want(player: object, digests: readonly string[]): Promise<void> {
    if (digests.join() === this.#wanted.get(player)?.join()) return;
    this.#wanted.set(player, digests);
    await this.#needs.store.touch(digests).catch(() => undefined);
    for (const digest of digests) {
      if (this.#wanted.get(player) !== digests) return;
      await this.#file(digest).catch(() => undefined);
    }
  }

  /** A player that is gone needs nothing more. */
  leave(player: object): void {
    this.#wanted.delete(player);
  }

  /** Has all of these ready for scenes; returns the way to let them go. Rejects with `FileTrouble`. */
  async ready(digests: readonly string[]): Promise<() => void> {
    const ends: (() => void)[] = [];
    try {
      for (const digest of digests) ends.push(hold(digest, await this.#file(digest)));
    } catch (error) {
      ends.forEach((end) => end());
      throw error;
    }
    return () => ends.forEach((end) => end());
  }

  #file(digest: string): Promise<Blob> {
    let coming = this.#coming.get(digest);
    if (!coming) {
      coming = this.#find(digest);
      this.#coming.set(digest, coming);
      const over = (): unknown => this.#coming.delete(digest);
      coming.then(over, over);
    }
    return coming;
  }

  async #find(digest: string): Promise<Blob> {
    const kept = await this.#needs.store.read(digest).catch(() => undefined);
    if (kept) {
      this.#kept.add(digest);
      return kept;
    }
    const blob = await this.#load(digest);
    await this.#keep(digest, blob);
    return blob;
  }

  /** Reads a file as it arrives, so that its digest costs no long stretch at the end. */
  async #load(digest: string): Promise<Blob> {
    const abort = new AbortController();
    let watchdog = setTimeout(() => abort.abort(), SILENT_MS);
    try {
      const answer = await this.#needs.fetch(digest, abort.signal, this.#wrong.has(digest));
      if (!answer.ok || !answer.body) throw new FileTrouble(`/media/${digest.slice(0, 8)}: ${answer.status}`);
      const sum = new Sha256();
      const parts: BlobPart[] = [];
      const reader = answer.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), SILENT_MS);
        sum.update(value);
        parts.push(value as Uint8Array<ArrayBuffer>);
      }
      if (sum.hex() !== digest) {
        this.#wrong.add(digest);
        throw new FileTrouble(`/media/${digest.slice(0, 8)}: digest`);
      }
      this.#wrong.delete(digest);
      return new Blob(parts, { type: answer.headers.get('content-type') ?? '' });
    } finally {
      clearTimeout(watchdog);
    }
  }

  async #keep(digest: string, blob: Blob): Promise<void> {
    try {
      await this.#makeRoom(blob.size);
      await this.#needs.store.write(digest, blob);
      this.#kept.add(digest);
    } catch (error) {
      // It is played from memory now; only a restart without the hub will miss it.
      this.#needs.ontrouble(String(error));
    }
  }

  async #makeRoom(size: number): Promise<void> {
    const { store, budget } = this.#needs;
    const notes = await store.notes();
    let taken = notes.reduce((sum, note) => sum + note.size, size);
    const needed = new Set([...this.#wanted.values()].flatMap((digests) => [...digests]));
    const spare = notes
      .filter(({ digest }) => !needed.has(digest))
      .sort((one, other) => one.used - other.used);
    for (const { digest, size: its } of spare) {
      if (taken <= budget) return;
      await store.remove(digest);
      this.#kept.delete(digest);
      taken -= its;
    }
  }
}

let shared: Promise<Depot> | undefined;
let opened: Depot | undefined;

/** Whether every file that this page will need is on the device; true while it needs none. */
export function filesKept(): boolean {
  return opened?.whole ?? shared === undefined;
}

/** The one depot of this page. */
export function depotOfPage(ontrouble: (words: string) => void): Promise<Depot> {
  return (shared ??= openDepot(ontrouble));
}

/** A depot with what the browser gives it. */
async function openDepot(ontrouble: (words: string) => void): Promise<Depot> {
  const store = await openMediaStore().catch((error: unknown) => {
    ontrouble(String(error));
    return smallMediaStore();
  });
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  opened = new Depot({
    fetch: (digest, signal, anew) =>
      fetch(`/media/${digest}`, { signal, ...(anew ? { cache: 'reload' } : {}) }),
    store,
    budget: estimate?.quota ? estimate.quota * SHARE : BUDGET,
    ontrouble,
  });
  return opened;
}
