import { describe, expect, it } from 'vitest';
import { arePooled, hintStaffing, meanWait } from '../../../content/queue/staffing.ts';
import type { Load } from '../../../content/queue/staffing.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, testWorld } from '../../support/world.ts';

/** 30 visits an hour of 6 minutes: three windows' work. */
const load: Load = {
  span: 60 * MINUTE,
  arrivals: [15, 15],
  served: { count: 30, mean: 6 * MINUTE, deviation: 6 * MINUTE },
  windows: 4,
  pooled: true,
};

describe('staffing (queue.md)', () => {
  it('[Q46] Erlang C gives the textbook’s waits', () => {
    expect(meanWait(1, 0.5, 10)).toBeCloseTo(10, 9);
    expect(meanWait(2, 1, 12)).toBeCloseTo(4, 9);
    // C(4, 3) = 0.50943: 27/8 · 4 / (1 + 3 + 4.5 + 4.5 + 13.5)
    expect(meanWait(4, 3, 6)).toBeCloseTo((13.5 / 26.5) * 6, 9);
    expect(meanWait(300, 299, 1)).toBeLessThan(1);
    expect(meanWait(2, 2, 1)).toBe(Infinity);
  });

  it('[Q46] says what one more window does', () => {
    const hint = hintStaffing(load);
    expect(hint).toMatchObject({ is: 'hint', more: 1 });
    if (hint.is !== 'hint') return;
    expect(hint.now).toBeCloseTo((13.5 / 26.5) * 6 * MINUTE, 3);
    expect(hint.then).toBeCloseTo(meanWait(5, 3, 6 * MINUTE), 3);
    expect(hint.then).toBeLessThan(hint.now ?? 0);
  });

  it('[Q46] where the line only grows, says how many windows would hold it', () => {
    expect(hintStaffing({ ...load, windows: 2 })).toMatchObject({ now: null, more: 2 });
    expect(hintStaffing({ ...load, windows: 3 })).toMatchObject({ now: null, more: 1 });
  });

  it('[Q46] says nothing where an assumption does not hold', () => {
    const why = (change: Partial<Load>) => {
      const hint = hintStaffing({ ...load, ...change });
      return hint.is === 'unknown' ? hint.why : null;
    };
    expect(why({ pooled: false })).toBe('separate');
    expect(why({ arrivals: [9, 10] })).toBe('few');
    expect(why({ served: { ...load.served, count: 19 } })).toBe('few');
    expect(why({ arrivals: [20, 12] })).toBe(null);
    expect(why({ arrivals: [25, 5] })).toBe('uneven');
    expect(why({ served: { ...load.served, deviation: MINUTE } })).toBe('spread');
    expect(why({ served: { ...load.served, deviation: 12 * MINUTE } })).toBe('spread');
  });

  it('[Q46] windows with the same services have one line', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    expect(arePooled(records)).toBe(false);
    must(records, 'window:take', { window: 'w1' }, world);
    expect(arePooled(records)).toBe(true);
    must(records, 'window:take', { window: 'w2' }, world.as('wang'));
    expect(arePooled(records)).toBe(false);
  });
});
