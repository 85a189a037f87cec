import type { Texts } from './fonts.ts';
import { isRole, type Role } from './typefaces.ts';

/** Tags, comments and text, in order; attributes may hold a `>` between quotes. */
const PIECES = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|[^<]+/g;
const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr', 'meta', 'link']);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * What each face of a sheet has to say, read off its own markup: text belongs to the nearest `data-face` around
 * it, else to sans-400; drawings say bold with font-weight="700". So a component names a face once, and no letter
 * can be forgotten.
 */
export function lettersOf(markup: string): Texts {
  const found = new Map<Role, Set<string>>();
  const faces: Role[] = ['sans-400'];
  for (const [piece, end, name, attributes = '', closed] of markup.matchAll(PIECES)) {
    if (piece.startsWith('<!--')) continue;
    if (name === undefined) {
      const face = faces.at(-1)!;
      const letters = found.get(face) ?? new Set();
      for (const letter of decode(piece)) letters.add(letter);
      found.set(face, letters);
    } else if (end) {
      if (faces.length > 1) faces.pop();
    } else if (!closed && !VOID.has(name)) faces.push(faceOf(attributes) ?? faces.at(-1)!);
  }
  return Object.fromEntries([...found].map(([face, letters]) => [face, [...letters].join('')]));
}

function faceOf(attributes: string): Role | null {
  const named = / data-face="([^"]+)"/.exec(attributes)?.[1];
  if (named !== undefined && isRole(named)) return named;
  return / font-weight="700"/.test(attributes) ? 'sans-700' : null;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, point: string | undefined, name: string | undefined) =>
    point ? String.fromCodePoint(Number(point)) : (entities[name ?? ''] ?? whole),
  );
}
