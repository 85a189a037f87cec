import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const theme = readFileSync(join(root, 'content/theme.css'), 'utf8');

/** The colours of theme.css by their names. */
const tokens = new Map(
  [...theme.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!]),
);

/** Screens on the bright ground (premises.md R26) lay these over them. */
const bright = new Map(tokens);
for (const [, name, colour] of readFileSync(join(root, 'display/page.css'), 'utf8').matchAll(
  /--([a-z-]+):\s*(#[0-9a-f]{6}|var\(--accent\));/g,
))
  bright.set(name!, colour!);

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(css|svelte)$/.test(path))
    .map((path) => join(folder, path));
}

/** Accents that the standards set: each takes the place of --accent. */
const accents = new Set([
  tokens.get('accent')!,
  ...readdirSync(join(root, 'content/standards')).flatMap((name) => {
    const text = readFileSync(join(root, 'content/standards', name, 'standard.yaml'), 'utf8');
    const { accent } = parse(text) as { accent?: string };
    return accent ? [accent] : [];
  }),
]);

/** Part of the light that a colour gives off (WCAG 2.2, relative luminance). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** `color-mix(in srgb, ONE SHARE%, OTHER)`. */
function mix(one: string, share: number, other: string): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a! * share + b! * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Text colours and the grounds that they stand on, on screens, in the panel, on phones and paper. */
const pairs: readonly (readonly [text: string, ...grounds: string[]])[] = [
  ['ink', 'paper', 'accent-tint', 'line', 'called'],
  ['quiet', 'paper', 'accent-tint'],
  ['accent', 'paper', 'accent-tint'],
  ['alert', 'paper', 'accent-tint'],
  ['good', 'paper'],
  ['warn', 'paper'],
  ['paper', 'accent', 'alert', 'good', 'ink', 'quiet', 'warn'],
  ['night-text', 'night', 'night-raised', 'night-line', 'led-ground'],
  ['night-quiet', 'night', 'night-raised', 'night-line'],
  ['called', 'night', 'night-raised', 'night-line', 'led-ground'],
  ['gold', 'night', 'night-raised'],
  ['led', 'led-ground'],
  ['led-amber', 'led-ground'],
];
const grounds = new Map(pairs.map(([text, ...on]) => [text, on]));

/** Rules of style sheets that set a text colour: with its ground, where the rule sets that too. */
function* coloured(): Generator<{ file: string; text: string; ground: string | undefined }> {
  for (const file of ['display', 'control', 'templates'].flatMap(filesIn)) {
    const source = readFileSync(join(root, file), 'utf8');
    const styles = file.endsWith('.css') ? source : source.slice(source.lastIndexOf('<style'));
    for (const [, selector = '', rule = ''] of styles.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
      // A key that cannot be pressed is exempt (WCAG 1.4.3); a colour of its own is set by the rules around it.
      if (selector.includes(':disabled') || selector.includes('.plate')) continue;
      const [, text] = /(?:^|[\s;])color:\s*var\(--([a-z-]+)\)/.exec(rule) ?? [];
      const [, ground] = /background(?:-color)?:\s*var\(--([a-z-]+)\)/.exec(rule) ?? [];
      if (text) yield { file, text, ground };
    }
  }
}

describe('text stands out from its ground', () => {
  test('[TX9] 4.5 : 1 at least for every pair of tokens, with the accent of every standard', () => {
    for (const accent of accents)
      for (const palette of [tokens, bright]) {
        const colourOf = (name: string): string => {
          const colour = palette.get(name)!;
          return name === 'accent' || colour.startsWith('var') ? accent : colour;
        };
        for (const [text, ...on] of pairs)
          for (const ground of on) {
            // Strips of dots and alarms stay dark on a bright screen.
            if (palette === bright && (ground === 'led-ground' || ground === 'called')) continue;
            expect(
              contrast(colourOf(text), colourOf(ground)),
              `${text} on ${ground} with the accent ${accent}`,
            ).toBeGreaterThanOrEqual(4.5);
          }
      }
  });

  test('[TX9] every text colour in use is one of these pairs', () => {
    const unknown = [...coloured()].filter(
      ({ text, ground }) =>
        !grounds.has(text) || (ground !== undefined && !grounds.get(text)!.includes(ground)),
    );
    expect(unknown).toEqual([]);
  });

  test('[TX9] tinted grounds of messages leave the contrast to their text', () => {
    for (const accent of accents)
      for (const [tint, share] of [
        ['good', 0.08],
        ['alert', 0.08],
        ['accent', 0.1],
      ] as const) {
        const colour = tint === 'accent' ? accent : tokens.get(tint)!;
        const ground = mix(colour, share, tokens.get('paper')!);
        for (const text of [tokens.get('ink')!, colour])
          expect(contrast(text, ground), `${text} on ${tint} ${share * 100} %`).toBeGreaterThanOrEqual(4.5);
      }
  });

  test('the figures of the standards come out of the same formula', () => {
    expect(contrast('#ff0000', '#000000')).toBeCloseTo(5.25, 2);
    expect(contrast('#0000ff', '#000000')).toBeCloseTo(2.44, 2);
  });
});
