import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lookOf } from '../../content/premises/look.ts';
import { loadStandards } from '../../server/standards.ts';
import { dress } from '../../display/dress.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const bright = readFileSync(path('display/page.css'), 'utf8').match(/\.bright \{([^}]*)\}/)![1]!;
const tokenOf = (name: string): string => bright.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))![1]!;

/** WCAG 2.2: relative luminance, and the ratio of two. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What an element was given. */
function dressed(look: Parameters<typeof dress>[1]): Map<string, string> {
  const given = new Map<string, string>();
  const style = {
    setProperty: (name: string, value: string) => void given.set(name, value),
    removeProperty: (name: string) => void given.delete(name),
  };
  dress({ style } as unknown as HTMLElement, look);
  return given;
}

describe('what a screen takes from the standard', async () => {
  const standards = await loadStandards(path('content/standards'));

  test.each([...standards.values()])('[R26] $title: letters stand out on every ground', (standard) => {
    const given = dressed(lookOf(standard));
    const accent = given.get('--accent')!;
    for (const ground of [tokenOf('night'), tokenOf('night-raised'), given.get('--accent-tint')!]) {
      expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(given.get('--slogan') ?? accent, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokenOf('night-text'), ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(tokenOf('night-quiet'), ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('[R26] faces end in the one that ships, and without a look nothing is set', () => {
    const given = dressed(lookOf(standards.get('qianjiang')!));
    expect(given.get('--face-slogan')).toBe(
      '"方正大黑简体","FZDaHei-B02S","FZDaHei-B02","Noto Sans SC",var(--face-sans)',
    );
    expect(dressed(undefined).size).toBe(0);
  });
});
