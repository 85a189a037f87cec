import { expect, test } from 'vitest';
import { Draft } from '../../control/draft.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('[C14] what is half written comes back to the same person at the same revision, until it is dropped', () => {
  const store = memory();
  const draft = new Draft<{ title: string }>('anna', 'notice 1', 3, store);
  draft.keep({ title: '赶场日' });
  expect(new Draft('anna', 'notice 1', 3, store).read()).toEqual({ title: '赶场日' });
  expect(new Draft('boris', 'notice 1', 3, store).read()).toBeNull();
  expect(new Draft('anna', 'notice 2', 3, store).read()).toBeNull();
  expect(new Draft('anna', 'notice 1', 4, store).read()).toBeNull();
  draft.drop();
  expect(draft.read()).toBeNull();
});

test('[C14] a store that is forbidden or torn is the same as none', () => {
  const forbidden = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
    removeItem: () => {
      throw new Error('denied');
    },
  };
  const draft = new Draft('anna', 'notice 1', 0, forbidden);
  draft.keep({});
  draft.drop();
  expect(draft.read()).toBeNull();
  expect(new Draft('anna', 'x', 0, { ...memory(), getItem: () => '{torn' }).read()).toBeNull();
});
