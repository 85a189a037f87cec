import type { Look } from '../content/model/look.ts';

/** Share of the accent in its tint, as #eaf1fa is of the usual blue. */
const TINT = 0.08;

/** A colour mixed with white, `#rrggbb`. */
function mixWhite(colour: string, share: number): string {
  const parts = [1, 3, 5].map((at) =>
    Math.round(255 - (255 - parseInt(colour.slice(at, at + 2), 16)) * share),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const faceOf = (families: readonly string[]): string =>
  [...families.map((family) => `"${family}"`), 'var(--face-sans)'].join(',');

/** Gives an element the colours and faces of the hall's standard (premises.md R26); without a look those of theme.css stay. */
export function dress({ style }: HTMLElement, look: Look | undefined): void {
  const tokens: [name: string, value: string | undefined][] = [
    ['--accent', look?.accent],
    ['--accent-tint', look && mixWhite(look.accent, TINT)],
    ['--face-name', look && faceOf(look.name.families)],
    ['--face-slogan', look && faceOf(look.slogan.families)],
    ['--slogan', look?.slogan.colour],
  ];
  for (const [name, value] of tokens)
    if (value === undefined) style.removeProperty(name);
    else style.setProperty(name, value);
}
