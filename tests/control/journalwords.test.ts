import { expect, test } from 'vitest';
import { control } from '../../content/messages/control.ts';
import { Commands } from '../../content/model/command.ts';
import { Bodies } from '../../content/model/record.ts';

test('the journal has words for every deed and every record', () => {
  const known = new Set(Object.keys(control));
  const wanted = [
    ...Object.keys(Commands).map((name) => `command.${name}`),
    ...Object.keys(Bodies).map((kind) => `kind-of.${kind}`),
  ];
  expect(wanted.filter((key) => !known.has(key))).toEqual([]);
});
