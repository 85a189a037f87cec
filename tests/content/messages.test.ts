import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Entries } from '../../content/messages/catalogue.ts';
import { refusals } from '../../content/refusals.ts';

const folder = new URL('../../content/messages/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'catalogue.ts');

/** The tables of one file of the catalogue, as it exports them. */
async function tablesOf(file: string): Promise<Entries[]> {
  const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
  return Object.values(module).filter(
    (value): value is Entries =>
      typeof value === 'object' && value !== null && Object.values(value as object).every(Array.isArray),
  );
}

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

test.each(files)('%s says everything in both languages, with the same places to fill', async (file) => {
  for (const table of await tablesOf(file))
    for (const [key, [zh, en]] of Object.entries(table)) {
      expect(zh.trim(), key).not.toBe('');
      expect(en.trim(), key).not.toBe('');
      expect(holes(zh), key).toEqual(expect.arrayContaining(holes(en)));
    }
});

test('no key of the panel stands in two files, where the later would win unseen', async () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  const parts = files.filter((file) => file.startsWith('control-') || file === 'voice.ts');
  for (const file of parts)
    for (const table of await tablesOf(file))
      for (const key of Object.keys(table)) {
        const before = seen.get(key);
        if (before && before !== file) twice.push(`${key}: ${before}, ${file}`);
        seen.set(key, file);
      }
  expect(seen.size).toBeGreaterThan(500);
  expect(twice).toEqual([]);
});

test('every refusal says the same in both languages', () => {
  for (const [code, [status, zh, en]] of Object.entries(refusals)) {
    expect(status, code).toBeGreaterThanOrEqual(400);
    expect(zh, code).toMatch(/\p{Script=Han}/u);
    expect(en.trim(), code).not.toBe('');
    expect(holes(zh), code).toEqual(expect.arrayContaining(holes(en)));
  }
});
