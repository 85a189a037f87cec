import { expect, test, vi } from 'vitest';

vi.stubGlobal('location', { search: '' });
const { itemLines } = await import('../../control/itemdiff.ts');
const { compareBodies } = await import('../../control/compare.ts');
const { fullItem } = await import('../support/items.ts');

test('what changes of an item is told in words, never by the keys of its fields', () => {
  const after = {
    ...fullItem,
    materials: fullItem.materials.map((one, at) =>
      at === 0 ? { ...one, need: 'deferrable' as const } : one,
    ),
  };
  const changes = compareBodies(itemLines(fullItem), itemLines(after), (_, value) => String(value));
  const changed = changes.filter(({ is }) => is !== 'same');
  expect(changed.map(({ field }) => field)).toEqual(['materials']);
  const words = changed.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
  expect(words).toContain('容缺');
  expect(changes.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ')).not.toMatch(
    /required|deferrable|original|supplement/,
  );
});
