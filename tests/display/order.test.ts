import { describe, expect, test } from 'vitest';
import { follow } from '../../display/order.ts';

const [one, two, slogan, six] = ['one', 'two', 'slogan', 'six'].map((key) => ({ key })) as [K, K, K, K];
type K = { key: string };

function run(items: K[], extras: K[], steps: number): string[] {
  const seen: string[] = [];
  let state: { item: K | null; round: number } = { item: null, round: 0 };
  for (let step = 0; step < steps; step++) {
    state = follow(state.item, items, extras, state.round);
    seen.push(state.item?.key ?? '-');
  }
  return seen;
}

describe('what follows what beside the queue', () => {
  test('all notices, then one pledge, then all notices and the next pledge', () => {
    expect(run([one, two], [slogan, six], 7)).toEqual(['one', 'two', 'slogan', 'one', 'two', 'six', 'one']);
  });

  test('without notices the pledges take turns', () => {
    expect(run([], [slogan, six], 3)).toEqual(['slogan', 'six', 'slogan']);
  });

  test('without pledges the notices take turns', () => {
    expect(run([one, two], [], 3)).toEqual(['one', 'two', 'one']);
    expect(run([one], [], 2)).toEqual(['one', 'one']);
  });

  test('with nothing at all there is nothing', () => {
    expect(run([], [], 1)).toEqual(['-']);
  });

  test('a notice that is gone is followed by the first of those that are left', () => {
    expect(follow({ key: 'gone' }, [one, two], [slogan], 0).item).toBe(one);
  });
});
