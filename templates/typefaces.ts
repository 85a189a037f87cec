/** How a face answers in CSS, and how it is cut. */
export interface Typeface {
  family: string;
  /** What it answers to in CSS: wide where it stands in for several weights, so that no bold is ever synthesised. */
  weights: string;
  /** Letters are composed of others: the glyphs that its rules lead to are kept too. */
  composed?: true;
}

/** A face of our own: one static TrueType file. */
export interface OurFace extends Typeface {
  /** Of the file, as a package names it. */
  path: string;
}

/** A face that a standard names and the hall has uploaded. */
export interface NamedFace {
  /** As the standard names it. */
  wanted: string;
  /** SHA-256 of the file. */
  digest: string;
  bytes: Uint8Array;
}

/** Answers to all weights: it is used for one. */
export const namedFace: Typeface = { family: 'Sheet Named', weights: '100 900' };

/**
 * Static TrueType faces only: Chromium puts variable and CFF fonts into a PDF as Type 3, from which copied text comes
 * out as Kangxi radicals.
 */
export const typefaces = {
  'sans-400': noto('Sheet Sans', '400', 'sans-sc/400Regular/NotoSansSC_400Regular'),
  'sans-500': noto('Sheet Sans', '500', 'sans-sc/500Medium/NotoSansSC_500Medium'),
  'sans-700': noto('Sheet Sans', '700', 'sans-sc/700Bold/NotoSansSC_700Bold'),
  'sans-900': noto('Sheet Sans', '900', 'sans-sc/900Black/NotoSansSC_900Black'),
  'serif-700': noto('Sheet Serif', '700', 'serif-sc/700Bold/NotoSerifSC_700Bold'),
  'serif-900': noto('Sheet Serif', '900', 'serif-sc/900Black/NotoSerifSC_900Black'),
  'kai-500': wenkai('400 500', '500'),
  'kai-700': wenkai('700 900', '700'),
  'tibetan-400': tibetan('400 500', '400Regular/NotoSerifTibetan_400Regular'),
  'tibetan-700': tibetan('700 900', '700Bold/NotoSerifTibetan_700Bold'),
  // There is no bold face of Yi.
  'yi-400': noto('Sheet Yi', '400 900', 'sans-yi/400Regular/NotoSansYi_400Regular'),
} as const satisfies Record<string, OurFace>;
export type FaceName = keyof typeof typefaces;

const light = ['tibetan-400', 'yi-400', 'kai-500'] as const;
const heavy = ['tibetan-700', 'yi-400', 'kai-700'] as const;

/**
 * What stands in for characters that a face lacks: letters of other peoples, then rare characters of names. Small files
 * first, as each is read when the ones before it did not do.
 */
export const fallbacks = {
  'sans-400': light,
  'sans-500': light,
  'sans-700': heavy,
  'sans-900': heavy,
  'serif-700': heavy,
  'serif-900': heavy,
  /** The face that the standard names. */
  named: ['serif-900', ...heavy],
} as const satisfies Record<string, readonly FaceName[]>;
/** A face that text is set in, as the markup names it in `data-face`. */
export type Role = keyof typeof fallbacks;

/** Families after the first, as CSS names them; `--others` in sheet.css. */
export const OTHERS = "'Sheet Kai','Sheet Tibetan','Sheet Yi'";

export function isRole(name: string): name is Role {
  return Object.hasOwn(fallbacks, name);
}

function noto(family: string, weights: string, file: string): OurFace {
  return { family, weights, path: `@expo-google-fonts/noto-${file}.ttf` };
}

function wenkai(weights: string, file: string): OurFace {
  return {
    family: 'Sheet Kai',
    weights,
    path: `@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${file}-normal.woff2`,
  };
}

function tibetan(weights: string, file: string): OurFace {
  return { ...noto('Sheet Tibetan', weights, `serif-tibetan/${file}`), composed: true };
}
