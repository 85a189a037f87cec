import { beforeEach, describe, expect, it } from 'vitest';
import { estimateWait, expectedMs, rangeOf, simulateCalls } from '../../../content/queue/estimate.ts';
import type { RecordMap } from '../../../content/records.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, run, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
const w2 = { window: 'w2' };
/** Ten minutes each, which is also the first guess, so that every mean is ten minutes exactly. */
const ten = { social: { count: 50, mean: 10 * MINUTE }, civil: { count: 50, mean: 10 * MINUTE } };
let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('li');
});

const issue = (service = 'social', kind: 'normal' | 'priority' = 'normal') =>
  must(records, 'ticket:issue', { service, kind }, world).id;

/** w1 has called A001 six minutes ago, w2 A002 a minute ago; returns the tickets that wait since then. */
function twoBusyWindows(): string[] {
  must(records, 'window:take', w1, world);
  must(records, 'window:take', w2, world.as('wang'));
  issue();
  issue();
  must(records, 'ticket:next', w1, world.as('li'));
  must(records, 'ticket:next', w2, world.wait(5 * MINUTE).as('wang'));
  world.wait(MINUTE);
  return [issue(), issue(), issue(), issue()];
}

describe('the estimated wait (queue.md)', () => {
  it('[Q43] windows call on as they become free: a case by hand', () => {
    const tickets = twoBusyWindows();
    // w1 is free in 4 minutes and in 14, w2 in 9 and in 19.
    const waits = simulateCalls(records, world.now, ten);
    expect(tickets.map((id) => (waits.get(id) ?? 0) / MINUTE)).toEqual([4, 9, 14, 19]);
    const last = tickets[3] ?? '';
    expect(estimateWait(records, { ticket: last }, world.now, ten)).toEqual({
      ahead: 3,
      minutes: { from: 15, to: 25 },
    });
    // Who takes a number now is called when w1 is free again, in 24 minutes.
    expect(estimateWait(records, { service: 'social' }, world.now, ten)).toEqual({
      ahead: 4,
      minutes: { from: 15, to: 30 },
    });
  });

  it('[Q43] a visit that outlasted the mean is given a quarter of it; a pause ends when it is promised', () => {
    const [first = '', second = ''] = twoBusyWindows();
    must(records, 'ticket:finish', w2, world);
    must(records, 'window:pause', { ...w2, reason: 'meal', until: world.now + 30 * MINUTE }, world);
    world.wait(20 * MINUTE);
    const waits = simulateCalls(records, world.now, ten);
    expect([waits.get(first), waits.get(second)]).toEqual([2.5 * MINUTE, 10 * MINUTE]);
  });

  it('[Q43] nobody knows when a service without a working window is called', () => {
    const id = issue('land');
    expect(estimateWait(records, { ticket: id }, world.now, ten)).toEqual({ ahead: 0, minutes: null });
    must(records, 'window:take', { window: 'w3' }, world);
    must(records, 'window:pause', { window: 'w3', reason: 'away' }, world);
    expect(estimateWait(records, { service: 'land' }, world.now, ten)?.minutes).toBeNull();
  });

  it('[Q43] only waiting tickets and known services have an estimate', () => {
    must(records, 'window:take', w1, world);
    const id = issue();
    must(records, 'ticket:next', w1, world);
    expect(estimateWait(records, { ticket: id }, world.now, ten)).toBeNull();
    expect(estimateWait(records, { ticket: 'none' }, world.now, ten)).toBeNull();
    expect(estimateWait(records, { service: 'none' }, world.now, ten)).toBeNull();
  });

  it('[Q43] tickets are simulated in the order in which windows then call them', () => {
    for (const order of [
      { is: 'credit', minutes: 15 },
      { is: 'strict' },
      { is: 'ratio', priority: 2, normal: 1 },
    ] as const) {
      records = smallHall();
      must(records, 'queue:settings', { order }, world.as('chen'));
      must(records, 'window:take', w1, world.as('li'));
      for (let i = 0; i < 20; i++) {
        world.wait(world.draw(4 * MINUTE));
        issue(world.draw(2) > 0 ? 'social' : 'civil', world.draw(2) > 0 ? 'priority' : 'normal');
      }
      const waits = simulateCalls(records, world.now, ten);
      const expected = [...waits].sort(([, one], [, other]) => one - other).map(([id]) => id);
      expect(expected).toHaveLength(20);
      for (const id of expected)
        expect(run(records, 'ticket:next', w1, world)).toMatchObject({ result: { id } });
    }
  });

  it('[Q44] a service with few visits is drawn to the mean of all, and all to ten minutes', () => {
    expect(expectedMs({}, 'social')).toBe(10 * MINUTE);
    // All: (320 + 60 + 5 × 10) / 100 = 4.3 minutes; civil: (5 × 12 + 5 × all) / 10.
    const durations = {
      social: { count: 90, mean: (320 / 90) * MINUTE },
      civil: { count: 5, mean: 12 * MINUTE },
    };
    expect(expectedMs(durations, 'civil') / MINUTE).toBeCloseTo((5 * 12 + 5 * 4.3) / 10, 9);
    expect(expectedMs(durations, 'land') / MINUTE).toBeCloseTo(4.3, 9);
  });

  it('[Q45] the range reaches a fifth to both sides, rounded outwards to five minutes', () => {
    expect(rangeOf(0)).toEqual({ from: 0, to: 5 });
    expect(rangeOf(4 * MINUTE)).toEqual({ from: 0, to: 5 });
    expect(rangeOf(12 * MINUTE)).toEqual({ from: 5, to: 15 });
    expect(rangeOf(60 * MINUTE)).toEqual({ from: 45, to: 75 });
  });
});
