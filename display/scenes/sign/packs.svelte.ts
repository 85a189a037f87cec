import { openPack, PACK_SIZES, packUrl } from '../../../content/led/glyphs.ts';
import type { Glyphs, PackSize } from '../../../content/led/glyphs.ts';
import { Letters } from '../../../content/led/letters.ts';
import { systemGlyphs } from './system.ts';

/** A sign waits this long for its packs before it shows system fonts: a hub in the hall answers sooner. */
const PATIENCE_MS = 1_500;
const AGAIN_MS = 5_000;

/** The packs of a sign: fetched until they are there, and stood in for by system fonts meanwhile. */
export class Packs {
  /** What to draw with; null only for a moment at the start. */
  letters = $state.raw<Letters | null>(null);
  /** Whether system fonts stand in. */
  standIn = $state(false);
  #face: string;
  #ended = new AbortController();
  #got: Glyphs[] = [];
  #patience: ReturnType<typeof setTimeout>;

  /** `face` is the CSS font family list that stands in. */
  constructor(face: string) {
    this.#face = face;
    this.#patience = setTimeout(() => this.#give(), PATIENCE_MS);
    void this.#fetchAll();
  }

  close(): void {
    this.#ended.abort();
    clearTimeout(this.#patience);
  }

  async #fetchAll(): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted && this.#got.length < PACK_SIZES.length) {
      const wanted = PACK_SIZES.filter((size) => !this.#find(size));
      const packs = await Promise.all(wanted.map((size) => fetchPack(size, signal)));
      if (signal.aborted) return;
      this.#got.push(...packs.filter((pack) => pack !== null));
      this.#give();
      if (packs.includes(null)) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  #find(size: PackSize): Glyphs | undefined {
    return this.#got.find((pack) => pack.size === size);
  }

  #give(): void {
    clearTimeout(this.#patience);
    const packs = PACK_SIZES.map((size) => this.#find(size) ?? systemGlyphs(size, this.#face));
    this.letters = new Letters(packs);
    this.standIn = this.#got.length < PACK_SIZES.length;
  }
}

/** A pack from the hub, or from the browser's cache however old when the hub does not answer; null if neither. */
async function fetchPack(size: PackSize, signal: AbortSignal): Promise<Glyphs | null> {
  for (const cache of ['default', 'force-cache'] as const)
    try {
      const answer = await fetch(packUrl(size), { cache, signal });
      if (answer.ok) return openPack(new Uint8Array(await answer.arrayBuffer()));
    } catch {
      // Told by `standIn`, and tried again.
    }
  return null;
}
