import { describe, expect, test } from 'vitest';
import { Departures } from '../../server/live/departures.ts';
import { TestClock } from '../support/clock.ts';

function screens() {
  const clock = new TestClock();
  const departures = new Departures(clock.now);
  const leave = (times: number): void => {
    for (let count = 0; count < times; count += 1) departures.left('tv');
  };
  return { clock, departures, leave, waits: () => departures.mustWait('tv') };
}

describe('[W16] a screen that comes and goes', () => {
  test('may do so ten times in ten seconds, as often as they pass', () => {
    const { clock, leave, waits } = screens();
    for (let round = 0; round < 20; round += 1) {
      leave(10);
      expect(waits()).toBe(false);
      clock.pass(10_000);
    }
  });

  test('waits ever longer while it goes on, at most a minute, and the others do not', () => {
    const { clock, departures, leave, waits } = screens();
    leave(11);
    const waited: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const from = clock.time;
      while (waits()) clock.pass(1_000);
      waited.push((clock.time - from) / 1_000);
      expect(departures.mustWait('board')).toBe(false);
      leave(1);
      expect(waits()).toBe(false);
      leave(1);
      expect(waits()).toBe(true);
    }
    expect(waited).toEqual([10, 20, 40, 60, 60, 60]);
  });

  test('is as good as any other once it has stayed for five minutes', () => {
    const { clock, leave, waits } = screens();
    leave(11);
    clock.pass(10_000 + 300_001);
    leave(10);
    expect(waits()).toBe(false);
    leave(1);
    expect(waits()).toBe(true);
    clock.pass(10_000);
    expect(waits()).toBe(false);
  });

  test('waits after a flood at once, and not for hours when the clock of the hub is set back', () => {
    const { clock, departures, waits } = screens();
    departures.flooded('tv');
    expect(waits()).toBe(true);
    clock.pass(-3_600_000);
    expect(waits()).toBe(false);
    departures.forget('tv');
    expect(waits()).toBe(false);
  });
});
