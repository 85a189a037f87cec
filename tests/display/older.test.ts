import { expect, test } from 'vitest';
import { giveLists, sortsStably } from '../../display/older/lists.ts';
import { giveWords } from '../../display/older/words.ts';
import { lastOfEach } from '../../scripts/olderstyles.ts';

test('max() and min() have one value for browsers that know neither', () => {
  expect(lastOfEach('max(1px, calc(var(--base) / 24)) solid red')).toBe('calc(var(--base) / 24) solid red');
  expect(lastOfEach('min(var(--base) * 5.4, 20vw)')).toBe('20vw');
  expect(lastOfEach('minmax(0, 1fr)')).toBe('minmax(0, 1fr)');
});

test('what older browsers are given does what the built-in does', () => {
  const [lists, words] = [{} as typeof Array.prototype, {} as typeof String.prototype];
  giveLists(lists, {});
  giveWords(words, {});
  const list = [3, undefined, 1, 2, [4, [5]]];
  expect(lists.toSorted.call(list)).toEqual(list.toSorted());
  expect(lists.flat.call(list)).toEqual(list.flat());
  expect(lists.at.call(list, -2)).toBe(list.at(-2));
  type Spliced = (this: unknown[], at: number, count: number, ...more: unknown[]) => unknown[];
  expect((lists.toSpliced as Spliced).call(list, 1, 2, 9)).toEqual(list.toSpliced(1, 2, 9));
  expect(sortsStably(lists.toSorted as never)).toBe(true);
  expect([...words.matchAll.call('a1b22', /\d+/g)].map(([all]) => all)).toEqual(['1', '22']);
  type Replaced = (this: string, what: string, by: string) => string;
  expect((words.replaceAll as Replaced).call('a.b.c', '.', '-')).toBe('a-b-c');
});
