import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { covers, readCoverage, type Coverage } from './cmap.ts';
import { PrintRefusal } from './refused.ts';

/**
 * Static TrueType faces only: Chromium puts variable and CFF fonts into a PDF as Type 3, from which
 * copied text comes out as Kangxi radicals. `weights` is what the face answers to in CSS, wide where a
 * fallback stands in for several weights, so that no bold is ever synthesised.
 */
const faces = {
  'sans-400': face(
    'Sheet Sans',
    '400',
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  ),
  'sans-500': face('Sheet Sans', '500', '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  'sans-700': face('Sheet Sans', '700', '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  'sans-900': face('Sheet Sans', '900', '@expo-google-fonts/noto-sans-sc/900Black/NotoSansSC_900Black.ttf'),
  'serif-700': face('Sheet Serif', '700', '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  'serif-900': face(
    'Sheet Serif',
    '900',
    '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  ),
  'kai-500': face('Sheet Kai', '400 500', '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2'),
  'kai-700': face('Sheet Kai', '700 900', '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-700-normal.woff2'),
} as const;
type FaceName = keyof typeof faces;

/** The face that stands in for characters which the first one lacks (rare name characters). */
const fallbacks = {
  'sans-400': 'kai-500',
  'sans-500': 'kai-500',
  'sans-700': 'kai-700',
  'sans-900': 'kai-700',
  'serif-700': 'kai-700',
  'serif-900': 'kai-700',
} as const satisfies Partial<Record<FaceName, FaceName>>;
export type Role = keyof typeof fallbacks;

export function isRole(name: string): name is Role {
  return Object.hasOwn(fallbacks, name);
}

/** What each role of a sheet says, in any order. */
export type Texts = Partial<Record<Role, string>>;

/** Kerning, composition and the spacing of full-width punctuation; alternates would only add weight. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'chws', 'halt', 'tnum'];
/** Subsets kept: a hall has some dozens of sheets, each with about three faces of 100 KB. */
const KEPT = 120;

interface Face {
  family: string;
  weights: string;
  path: string;
}

interface LoadedFace {
  font: Uint8Array;
  coverage: Coverage;
}

function face(family: string, weights: string, path: string): Face {
  return { family, weights, path };
}

const require = createRequire(import.meta.url);
const loaded = new Map<FaceName, Promise<LoadedFace>>();
const subsets = new Map<string, Promise<string>>();

function loadFace(name: FaceName): Promise<LoadedFace> {
  const known = loaded.get(name);
  if (known) return known;
  const reading = readFace(name);
  loaded.set(name, reading);
  reading.catch(() => loaded.delete(name));
  return reading;
}

async function readFace(name: FaceName): Promise<LoadedFace> {
  const path = require.resolve(faces[name].path);
  const file = await readFile(path);
  const font = path.endsWith('.woff2') ? await convert(file, 'truetype') : file;
  return { font, coverage: readCoverage(font) };
}

function cutFont(font: Uint8Array, characters: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font.buffer, font.byteOffset, font.byteLength), characters, {
    targetFormat: 'truetype',
    keepFeatures: FEATURES,
    noHinting: true,
    noLayoutClosure: true,
  });
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
const usualSet = new Set(usual);
const bases = new Map<FaceName, Promise<Uint8Array>>();

/**
 * The font to cut from: harfbuzz takes in the whole font first, which for 10 MB is most of the work. A tenth of it, cut
 * once, serves texts of usual characters.
 */
async function basisFor(name: FaceName, characters: string): Promise<Uint8Array> {
  const { font } = await loadFace(name);
  if (![...characters].every((character) => usualSet.has(character))) return font;
  const known = bases.get(name) ?? cutFont(font, usual);
  bases.set(name, known);
  return known;
}

/** A `@font-face` rule with a subset of this face inlined. */
function subsetFace(name: FaceName, characters: string): Promise<string> {
  const key = `${name}/${characters}`;
  const known = subsets.get(key);
  if (known) {
    subsets.delete(key);
    subsets.set(key, known);
    return known;
  }
  const made = makeSubset(name, characters);
  subsets.set(key, made);
  made.catch(() => subsets.delete(key));
  if (subsets.size > KEPT) subsets.delete(subsets.keys().next().value!);
  return made;
}

async function makeSubset(name: FaceName, characters: string): Promise<string> {
  const { family, weights } = faces[name];
  const subset = await cutFont(await basisFor(name, characters), characters);
  const data = Buffer.from(subset).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weights};src:url(data:font/ttf;base64,${data}) format('truetype')}`;
}

/** Spaces and controls: given to the face that has them (else the system's would be used), missed in none. */
const BLANK = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** Its characters once each, in code point order. */
function listCharacters(text: string): string[] {
  return [...new Set(text)].sort((one, other) => one.codePointAt(0)! - other.codePointAt(0)!);
}

/** Parts the characters of one role into its own face and the fallback; the rest is in no font we have. */
async function chooseFaces(role: Role, text: string) {
  const lacks = (coverage: Coverage) => (character: string) => !covers(coverage, character.codePointAt(0)!);
  const { coverage } = await loadFace(role);
  const own = listCharacters(text);
  const rare = own.filter(lacks(coverage)).filter((character) => !BLANK.test(character));
  const stand = fallbacks[role];
  const missing = rare.length ? rare.filter(lacks((await loadFace(stand)).coverage)) : [];
  return {
    uses: [
      [role, own.filter((character) => !rare.includes(character))],
      [stand, rare.filter((character) => !missing.includes(character))],
    ] as [FaceName, string[]][],
    missing,
  };
}

/**
 * `@font-face` rules holding exactly the characters of `texts`, families `Sheet Sans`, `Sheet Serif`
 * and the fallback `Sheet Kai`. Throws print.no-glyph naming the characters that no font has: an
 * official sheet with a box on it is worse than none.
 */
export async function styleFonts(texts: Texts): Promise<string> {
  const wanted = new Map<FaceName, Set<string>>();
  const missing = new Set<string>();
  for (const [role, text] of Object.entries(texts) as [Role, string][]) {
    const chosen = await chooseFaces(role, text);
    chosen.missing.forEach((character) => missing.add(character));
    for (const [name, characters] of chosen.uses)
      if (characters.length) wanted.set(name, new Set([...(wanted.get(name) ?? []), ...characters]));
  }
  if (missing.size) throw new PrintRefusal('print.no-glyph', { characters: [...missing].join(' ') });
  const rules = [...wanted].map(([name, characters]) =>
    subsetFace(name, listCharacters([...characters].join('')).join('')),
  );
  return (await Promise.all(rules)).join('\n');
}
