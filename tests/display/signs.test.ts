import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(path, 'utf8');
const shown = globSync(['display/**/*.{svelte,ts}', 'templates/**/*.{svelte,ts}']);
const moves = /animation|transition|@keyframes|filter:|opacity:|\bfly\b|\bfade\b|\bflip\b/;

describe('signs of safety (interrupts.md Z7)', () => {
  it('[Z7] the way out has the colours of its standard, whatever the design of the hall, and stands still', () => {
    const sign = read('display/interrupt/Exit.svelte');
    const colours = [...sign.matchAll(/fill="([^"]+)"/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(['#00843d', '#fff']));
    expect(sign).not.toMatch(/var\(|currentColor|\$props/);
    expect(sign).not.toMatch(moves);
    expect(read('display/interrupt/Alarm.svelte')).not.toMatch(moves);
  });

  it('[Z7] it is on a screen only within an alarm, beside what to do and where to go', () => {
    const users = shown.filter((path) => /['"/]Exit\.svelte/.test(read(path))).map((path) => basename(path));
    expect(users).toEqual(['Alarm.svelte']);
    const alarm = read('display/interrupt/Alarm.svelte');
    for (const words of ['.title', '.do', '.how', '.way', '{way}']) expect(alarm).toContain(words);
    // No scene of a playlist, a zone or a screen is a sign of safety.
    expect(read('content/model/scene.ts')).not.toMatch(/exit|fire/);
  });

  it('[Z7] on paper the grounds of safe, fire, forbidden and caution are fixed', () => {
    const sheet = read('templates/sheets/SignSheet.svelte');
    for (const kind of ['safe', 'fire', 'forbid', 'care'])
      expect(sheet).toMatch(new RegExp(`${kind}: \\{[^}]*#[0-9a-f]{6}[^}]*\\}`));
  });
});
