import { expect, test } from 'vitest';
import type { AnyEntry } from '../../content/standards.ts';
import { linesOf, readLines, shapedFields } from '../../control/standardfields.ts';

const entry = {
  key: 'weekend',
  source: '四8',
  force: 'must',
  label: '双休日预约',
  also: ['周末预约'],
  weekdays: [6, 7],
  spans: [{ from: '09:00', to: '12:00' }],
  bad: true,
} as unknown as AnyEntry;

test('[Y8] every list, hour and tick of an entry is typed and read back as it was', () => {
  const fields = shapedFields(entry);
  expect(fields.map(({ name, is }) => [name, is])).toEqual([
    ['also', 'words'],
    ['weekdays', 'figures'],
    ['spans', 'spans'],
    ['bad', 'tick'],
  ]);
  for (const field of fields)
    if (field.is !== 'tick') expect(readLines(field.is, linesOf(field))).toEqual(field.value);
});

test('[Y8] what cannot be read is told, not guessed', () => {
  expect(readLines('figures', '6、日')).toBeNull();
  expect(readLines('spans', '上午')).toBeNull();
  expect(readLines('spans', '9:00—12:00\n14:00-17:00')).toEqual([
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ]);
});
