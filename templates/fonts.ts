import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { convert } from 'fontverter';
import { covers, readCoverage, type Coverage } from './cmap.ts';
import { cutOnce, Cutter, type Cut } from './harfbuzz.ts';
import { PrintRefusal } from './refused.ts';
import {
  fallbacks,
  namedFace,
  typefaces,
  type FaceName,
  type NamedFace,
  type OurFace,
  type Role,
  type Typeface,
} from './typefaces.ts';

/** What each role of a sheet says, in any order. */
export type Texts = Partial<Record<Role, string>>;

/** Kerning, composition and the spacing of full-width punctuation; alternates would only add weight. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'chws', 'halt', 'tnum'];
/** What stacks the letters of Tibetan. */
const COMPOSING = ['abvs', 'blws', 'calt', 'liga', 'rlig', 'abvm', 'blwm'];
/** Subsets kept: a hall has some dozens of sheets, each with about three faces of 100 KB. */
const KEPT = 120;

/** A face as it was read, and the part of it that subsets are cut from. */
interface LoadedFace extends Typeface {
  /** Name of ours, or digest of an uploaded one. */
  key: string;
  font: Uint8Array;
  coverage: Coverage;
  /** One change of it after the other. */
  basis: Promise<Basis | null>;
}

interface Basis {
  characters: ReadonlySet<string>;
  cutter: Cutter;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, Promise<LoadedFace>>();
const subsets = new Map<string, Promise<string>>();

function loadFace(name: FaceName): Promise<LoadedFace> {
  const face: OurFace = typefaces[name];
  return loadOnce(name, face, async () => {
    const path = require.resolve(face.path);
    const file = await readFile(path);
    return path.endsWith('.woff2') ? convert(file, 'truetype') : file;
  });
}

function loadRole(role: Role, named: NamedFace | undefined): Promise<LoadedFace> {
  if (role !== 'named') return loadFace(role);
  if (!named) throw new Error('A sheet names a face that it was not given');
  return loadOnce(named.digest, namedFace, () => Promise.resolve(named.bytes));
}

function loadOnce(key: string, face: Typeface, read: () => Promise<Uint8Array>): Promise<LoadedFace> {
  const known = loaded.get(key);
  if (known) return known;
  const reading = read().then((font) => ({
    ...face,
    key,
    font,
    coverage: readCoverage(font),
    basis: Promise.resolve(null),
  }));
  loaded.set(key, reading);
  reading.catch(() => loaded.delete(key));
  return reading;
}

/** What nearly every text is written with: Latin, the marks and the 3,755 first characters of GB 2312 by its own table. */
const usual = (() => {
  const bytes: number[] = [];
  for (let row = 0xa1; row <= 0xd7; row++)
    if (row <= 0xa3 || row >= 0xb0) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const latin = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index)).join('');
  const signs = new TextDecoder('gb18030')
    .decode(Uint8Array.from(bytes))
    .replace(/[\ufffd\ue000-\uf8ff]/g, '');
  return `${latin}${signs}\n\u00a0·—–…〔〕`;
})();

/** Characters of a basis at most: it stays in memory. */
const BASIS = 8000;

/**
 * Harfbuzz takes in a whole font first, which for 10 MB is most of the work. So subsets are cut from a tenth of it, the
 * usual characters and whatever others were asked for, which is cut anew when one comes that it has not.
 */
function cutFrom(face: LoadedFace, characters: string): Promise<Uint8Array> {
  const how = {
    features: face.composed ? [...FEATURES, ...COMPOSING] : FEATURES,
    composed: face.composed ?? false,
  };
  const work = face.basis.then(async (known) => {
    const basis = await basisWith(known, characters, face, how);
    return { basis, subset: basis.cutter.cut(characters, how) };
  });
  face.basis = work.then(
    ({ basis }) => basis,
    () => null,
  );
  // Too many characters, or no room for another basis.
  return work.then(
    ({ subset }) => subset,
    () => cutOnce(face.font, characters, how),
  );
}

async function basisWith(
  known: Basis | null,
  characters: string,
  face: LoadedFace,
  how: Cut,
): Promise<Basis> {
  const has = known?.characters;
  if (has && [...characters].every((one) => has.has(one))) return known;
  known?.cutter.free();
  const wanted = new Set([...(has ?? usual), ...characters]);
  if (wanted.size > BASIS) throw new Error('Too many characters to be kept');
  const part = await cutOnce(face.font, [...wanted].join(''), how);
  return { characters: wanted, cutter: await Cutter.of(part) };
}

/** A `@font-face` rule with a subset of this face inlined. */
function subsetFace(face: LoadedFace, characters: string): Promise<string> {
  const key = `${face.key}/${characters}`;
  const known = subsets.get(key);
  if (known) {
    subsets.delete(key);
    subsets.set(key, known);
    return known;
  }
  const made = makeSubset(face, characters);
  subsets.set(key, made);
  made.catch(() => subsets.delete(key));
  if (subsets.size > KEPT) subsets.delete(subsets.keys().next().value!);
  return made;
}

async function makeSubset(face: LoadedFace, characters: string): Promise<string> {
  const subset = await cutFrom(face, characters);
  const data = Buffer.from(subset.buffer, subset.byteOffset, subset.length).toString('base64');
  return `@font-face{font-family:'${face.family}';font-weight:${face.weights};src:url(data:font/ttf;base64,${data}) format('truetype')}`;
}

/** Spaces and controls: given to the face that has them (else the system's would be used), missed in none. */
const BLANK = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** Its characters once each, in code point order. */
function listCharacters(text: string): string[] {
  return [...new Set(text)].sort((one, other) => one.codePointAt(0)! - other.codePointAt(0)!);
}

/** Parts the characters of one role into its own face and those that stand in for it; the rest is in no font we have. */
async function chooseFaces(
  role: Role,
  text: string,
  named: NamedFace | undefined,
): Promise<{ uses: [LoadedFace, string[]][]; missing: string[] }> {
  const has = ({ coverage }: LoadedFace, one: string) => covers(coverage, one.codePointAt(0)!);
  const first = await loadRole(role, named);
  const own: string[] = [];
  let left: string[] = [];
  for (const one of listCharacters(text)) (has(first, one) || BLANK.test(one) ? own : left).push(one);
  const uses: [LoadedFace, string[]][] = [[first, own]];
  for (const name of fallbacks[role]) {
    if (left.length === 0) break;
    const stand = await loadFace(name);
    uses.push([stand, left.filter((one) => has(stand, one))]);
    left = left.filter((one) => !has(stand, one));
  }
  return { uses, missing: left };
}

/**
 * `@font-face` rules holding exactly the characters of `texts`: families `Sheet Sans`, `Sheet Serif` and those that
 * stand in for them (OTHERS), `Sheet Named` for a face that was uploaded. Throws print.no-glyph naming the characters
 * that no font has: an official sheet with a box on it is worse than none.
 */
export async function styleFonts(texts: Texts, named?: NamedFace): Promise<string> {
  const wanted = new Map<LoadedFace, Set<string>>();
  const missing = new Set<string>();
  for (const [role, text] of Object.entries(texts) as [Role, string][]) {
    const chosen = await chooseFaces(role, text, named);
    chosen.missing.forEach((character) => missing.add(character));
    for (const [face, characters] of chosen.uses)
      if (characters.length) wanted.set(face, new Set([...(wanted.get(face) ?? []), ...characters]));
  }
  if (missing.size) throw new PrintRefusal('print.no-glyph', { characters: [...missing].join(' ') });
  const rules = [...wanted].map(([face, characters]) =>
    subsetFace(face, listCharacters([...characters].join('')).join('')),
  );
  return (await Promise.all(rules)).join('\n');
}
