import { fileURLToPath } from 'node:url';
import Value from 'typebox/value';
import { beforeAll, expect, test } from 'vitest';
import { Override } from '../../content/model/hallstandard.ts';
import type { Standard, StandardPart } from '../../content/model/standard.ts';
import { StandardEntries } from '../../content/model/standardentry.ts';
import { entriesOf, standardParts } from '../../content/standards.ts';
import { fieldsOf, readField, typedOf, WRONG, type EntryField } from '../../control/standardfields.ts';
import { shapes } from '../../control/standardshapes.ts';
import { loadStandards } from '../../server/standards.ts';

const folder = fileURLToPath(new URL('../../content/standards', import.meta.url));
let standards: Standard[];
beforeAll(async () => {
  standards = [...(await loadStandards(folder)).values()];
});

/** Whether the hub takes this value as a change of a field. */
const takes = (part: StandardPart, name: string, value: unknown): boolean =>
  Value.Check(Override, { part, key: 'x', set: { [name]: value } });

test('[Y8] the form has every field that the hub lets a level below change, and no other', () => {
  const kept = new Set(['source', 'force', 'locked']);
  for (const part of standardParts) {
    const { properties } = StandardEntries[part] as unknown as { properties: Record<string, object> };
    const fields = Object.keys(properties).filter((name) => !kept.has(name));
    // What an entry is known by is refused whatever it says.
    const open = fields.filter((name) => takes(part, name, sampleOf(part, name)));
    expect({ part, fields: Object.keys(shapes[part]).sort() }).toEqual({ part, fields: open.sort() });
  }
});

/** A value of this field from a standard that is shipped, or one that its schema has for sure. */
function sampleOf(part: StandardPart, name: string): unknown {
  const { properties } = StandardEntries[part] as unknown as { properties: Record<string, never> };
  for (const standard of standards)
    for (const entry of entriesOf(standard, part)) {
      const value = (entry as unknown as Record<string, unknown>)[name];
      if (value !== undefined && Value.Check(properties[name]!, value)) return value;
    }
  return Value.Create(properties[name]!);
}

test('[Y8] every field of every entry of every standard is read back as it was', () => {
  let count = 0;
  for (const standard of standards)
    for (const part of standardParts)
      for (const entry of entriesOf(standard, part))
        for (const field of fieldsOf(part, entry)) {
          expect([part, field.name, readField(field, typedOf(field))]).toEqual([part, field.name, undefined]);
          count += 1;
        }
  expect(count).toBeGreaterThan(1000);
});

test('[Y8] whatever can be chosen is taken by the hub', () => {
  for (const part of standardParts)
    for (const [name, shape] of Object.entries(shapes[part])) {
      if (typeof shape !== 'object' || 'keysOf' in shape) continue;
      if ('one' in shape)
        for (const one of shape.one) expect([name, takes(part, name, one)]).toEqual([name, true]);
      else expect([name, takes(part, name, [...shape.some])]).toEqual([name, true]);
    }
});

test('[Y8] what cannot be read or was emptied is told, not guessed', () => {
  const field = (shape: EntryField['shape'], value: unknown): EntryField => ({ name: 'text', shape, value });
  expect(readField(field('figures', [1]), '6、日')).toBe(WRONG);
  expect(readField(field('figure', 5), '五')).toBe(WRONG);
  expect(readField(field('figure', 5), '１０')).toBe(10);
  expect(readField(field('spans', []), '上午')).toBe(WRONG);
  expect(readField(field('spans', []), '9:00—12:00\n14:00-17:00')).toEqual([
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ]);
  expect(readField(field('colour', '#ff0000'), '红')).toBe(WRONG);
  expect(readField(field('line', '原来的'), ' ')).toBe(WRONG);
  expect(readField(field('line', undefined), ' ')).toBeUndefined();
  expect(readField(field('weekdays', [1, 2]), ['2', '1', '6'])).toEqual([1, 2, 6]);
  const on = field({ some: ['guide', 'wall'] }, ['wall', 'guide']);
  expect(readField(on, ['guide', 'wall'])).toBeUndefined();
  expect(readField(on, ['guide'])).toEqual(['guide']);
});
