import type { Standard } from '../../model/standard.ts';

/** How a standard wants words set: its colour, what they stand on, and the faces it names. */
export interface SignLook {
  /** `#rrggbb` of the letters. */
  colour: string;
  /** Of what they stand on; white where nothing is asked and the colour is dark enough. */
  ground: string;
  /** As the standard names it: 方正魏碑简体. Empty where any will do. */
  face: string;
  /** Only across (横排), never upright. */
  across: boolean;
}

const INK = '#10151c';
const PAPER = '#ffffff';
/** Gold and other light colours are read on this (look.md). */
const NIGHT = '#0b1b2e';
const LED = { colour: '#ff2a1a', ground: '#000000' };

/** What the standard asks for `key`; without a standard ink on paper. Gold needs a dark ground. */
export function lookOf(
  standard: Standard | undefined,
  key: 'name' | 'slogan',
  fallback: string = standard?.accent ?? INK,
): SignLook {
  const face = standard?.faces.find((one) => one.key === key);
  const colour = face?.colour ?? fallback;
  const named = face?.families[0] ?? '';
  return {
    colour,
    ground: face?.ground ?? (isLight(colour) ? NIGHT : PAPER),
    face: isOurs(named) ? '' : named,
    across: face?.across ?? false,
  };
}

/** Whether a face is one of our own: nothing stands in for it. */
export function isOurs(face: string): boolean {
  return /^(Noto|LXGW)/.test(face);
}

/** LED 吊牌: red on black, as the standard says where it does. */
export function ledOf(standard: Standard | undefined): { colour: string; ground: string } {
  const face = standard?.faces.find(({ key }) => key === 'led');
  return { colour: face?.colour ?? LED.colour, ground: face?.ground ?? LED.ground };
}

/** Whether letters of this colour are lost on white: under 3 : 1. */
export function isLight(colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) < 3;
}
