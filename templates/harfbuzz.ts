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

let compiling: Promise<WebAssembly.Module> | undefined;
let shared: Promise<Harfbuzz> | undefined;

/** A harfbuzz with a memory of its own, 64 MB at most. */
async function start(): Promise<Harfbuzz> {
  compiling ??= compile();
  const { exports } = await WebAssembly.instantiate(await compiling);
  const harfbuzz = exports as unknown as Harfbuzz;
  harfbuzz._initialize();
  return harfbuzz;
}

async function compile(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  return WebAssembly.compile(await readFile(path));
}

export interface Cut {
  /** OpenType features that are kept. */
  features: readonly string[];
  /** Keep the glyphs that those features lead to. */
  composed?: boolean;
}

/** Cuts a large font once, in a memory that is given back. Throws when the font is damaged. */
export async function cutOnce(font: Uint8Array, characters: string, how: Cut): Promise<Uint8Array> {
  const harfbuzz = await start();
  return cut(harfbuzz, takeIn(harfbuzz, font).face, characters, how);
}

/**
 * A TrueType font that many subsets are cut from. It is taken in once, and what every cut needs of it is prepared: that,
 * not the cutting, is most of the work for a font of thousands of characters.
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

  /** Throws when the memory for all fonts is full. */
  static async of(font: Uint8Array): Promise<Cutter> {
    shared ??= start();
    const harfbuzz = await shared;
    const { face: plain, bytes } = takeIn(harfbuzz, font);
    const face = harfbuzz.hb_subset_preprocess(plain);
    harfbuzz.hb_face_destroy(plain);
    return new Cutter(harfbuzz, face, bytes);
  }

  /** A font of these characters and no others, without hinting. Throws when the font is damaged. */
  cut(characters: string, how: Cut): Uint8Array {
    return cut(this.#harfbuzz, this.#face, characters, how);
  }

  /** Gives its memory back; nothing is cut from it any more. */
  free(): void {
    this.#harfbuzz.hb_face_destroy(this.#face);
    this.#harfbuzz.free(this.#bytes);
  }
}

function takeIn(harfbuzz: Harfbuzz, font: Uint8Array): { face: number; bytes: number } {
  const bytes = harfbuzz.malloc(font.length);
  if (bytes === 0) throw new Error('There is no room for the font');
  new Uint8Array(harfbuzz.memory.buffer).set(font, bytes);
  const blob = harfbuzz.hb_blob_create(bytes, font.length, WRITABLE, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  harfbuzz.hb_blob_destroy(blob);
  return { face, bytes };
}

function cut(harfbuzz: Harfbuzz, face: number, characters: string, { features, composed }: Cut): Uint8Array {
  const input = harfbuzz.hb_subset_input_create_or_fail();
  try {
    harfbuzz.hb_subset_input_set_flags(input, NO_HINTING | (composed ? 0 : NO_CLOSURE));
    const kept = harfbuzz.hb_subset_input_set(input, FEATURES);
    harfbuzz.hb_set_clear(kept);
    for (const feature of features) harfbuzz.hb_set_add(kept, tag(feature));
    const unicodes = harfbuzz.hb_subset_input_unicode_set(input);
    for (const character of characters) harfbuzz.hb_set_add(unicodes, character.codePointAt(0)!);
    const subset = harfbuzz.hb_subset_or_fail(face, input);
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

function tag(name: string): number {
  return [...name].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0);
}
