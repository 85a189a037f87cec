import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What is called of harfbuzz's own subsetter; all are addresses in its memory. */
interface Harfbuzz {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(at: number): void;
  hb_blob_create(at: number, size: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, size: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
  hb_subset_preprocess(face: number): number;
}

const WRITABLE = 2;
const FEATURES = 6;
const NO_HINTING = 0x1;
const NO_CLOSURE = 0x200;

let starting: Promise<Harfbuzz> | undefined;

async function start(): Promise<Harfbuzz> {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(path));
  const harfbuzz = instance.exports as unknown as Harfbuzz;
  harfbuzz._initialize();
  return harfbuzz;
}

export interface Cut {
  /** OpenType features that are kept. */
  features: readonly string[];
  /** Keep the glyphs that those features lead to. */
  composed?: boolean;
}

/**
 * A TrueType font that subsets are cut from. It is taken in once, and what every cut needs of it is prepared: that, not
 * the cutting, is most of the work for a font of thousands of characters.
 */
export class Cutter {
  readonly #harfbuzz: Harfbuzz;
  readonly #face: number;
  readonly #bytes: number;

  private constructor(harfbuzz: Harfbuzz, face: number, bytes: number) {
    this.#harfbuzz = harfbuzz;
    this.#face = face;
    this.#bytes = bytes;
  }

  /** @param prepare worth its while where more than one subset is cut */
  static async of(font: Uint8Array, prepare = true): Promise<Cutter> {
    starting ??= start();
    const harfbuzz = await starting;
    const bytes = harfbuzz.malloc(font.length);
    new Uint8Array(harfbuzz.memory.buffer).set(font, bytes);
    const blob = harfbuzz.hb_blob_create(bytes, font.length, WRITABLE, 0, 0);
    const plain = harfbuzz.hb_face_create(blob, 0);
    harfbuzz.hb_blob_destroy(blob);
    if (!prepare) return new Cutter(harfbuzz, plain, bytes);
    const face = harfbuzz.hb_subset_preprocess(plain);
    harfbuzz.hb_face_destroy(plain);
    return new Cutter(harfbuzz, face, bytes);
  }

  /** A font of these characters and no others, without hinting. Throws when the font is damaged. */
  cut(characters: string, { features, composed }: Cut): Uint8Array {
    const harfbuzz = this.#harfbuzz;
    const input = harfbuzz.hb_subset_input_create_or_fail();
    try {
      harfbuzz.hb_subset_input_set_flags(input, NO_HINTING | (composed ? 0 : NO_CLOSURE));
      const kept = harfbuzz.hb_subset_input_set(input, FEATURES);
      harfbuzz.hb_set_clear(kept);
      for (const feature of features) harfbuzz.hb_set_add(kept, tag(feature));
      const unicodes = harfbuzz.hb_subset_input_unicode_set(input);
      for (const character of characters) harfbuzz.hb_set_add(unicodes, character.codePointAt(0)!);
      const subset = harfbuzz.hb_subset_or_fail(this.#face, input);
      if (subset === 0) throw new Error('The font could not be cut');
      const blob = harfbuzz.hb_face_reference_blob(subset);
      harfbuzz.hb_face_destroy(subset);
      const at = harfbuzz.hb_blob_get_data(blob, 0);
      const file = new Uint8Array(harfbuzz.memory.buffer).slice(at, at + harfbuzz.hb_blob_get_length(blob));
      harfbuzz.hb_blob_destroy(blob);
      if (file.length === 0) throw new Error('The font could not be cut');
      return file;
    } finally {
      harfbuzz.hb_subset_input_destroy(input);
    }
  }

  /** Gives its memory back; nothing is cut from it any more. */
  free(): void {
    this.#harfbuzz.hb_face_destroy(this.#face);
    this.#harfbuzz.free(this.#bytes);
  }
}

function tag(name: string): number {
  return [...name].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0);
}
