import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nightly } from '../../display/care/nightly.ts';
import { shiftAt } from '../../display/care/shift.ts';
import { LOOK_MS, STILL_MS, watch } from '../../display/care/watchdog.ts';
import { believed } from '../../display/hubtime.ts';
import { reloadQuietly } from '../../display/reload.ts';

const KNOWN = Date.UTC(2026, 10, 19, 1);
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

describe('[L28] the time after a restart without the hub', () => {
  test.each([
    ['a clock that is right', 0, 0],
    ['a clock that is a year ahead, as it was', YEAR, -YEAR],
    ['a clock that is a year behind, as it was', -YEAR, YEAR],
    ['a clock that was a year ahead and has been set', 0, -YEAR],
    ['a clock that was a year behind and has been set', 0, YEAR],
  ])('%s', (_, off, ahead) => {
    expect(believed(KNOWN + HOUR + off, KNOWN, ahead)).toBe(KNOWN + HOUR);
  });

  test('a clock that fits in no way is not believed', () => {
    expect(believed(Date.UTC(1970, 0, 2), KNOWN, 0)).toBe(KNOWN);
    expect(believed(Date.UTC(2015, 0, 2), 0, 0)).toBe(0);
  });
});

describe('[L26] the watchdog', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function dog() {
    const state = { frames: true, seen: true, used: 10 };
    const barks: string[] = [];
    const stop = watch({
      steady: () => Date.now(),
      seen: () => state.seen,
      frame: (then) => void (state.frames && setTimeout(then, 16)),
      memory: () => ({ used: state.used, most: 100 }),
      bark: (why) => barks.push(why),
    });
    return { state, barks, stop };
  }

  test('barks when frames stop while the page is seen, and not before', () => {
    const { state, barks, stop } = dog();
    vi.advanceTimersByTime(HOUR);
    expect(barks).toEqual([]);
    state.frames = false;
    vi.advanceTimersByTime(STILL_MS + LOOK_MS * 2);
    expect(barks[0]).toBe('still');
    stop();
  });

  test('is quiet while the page is not seen', () => {
    const { state, barks, stop } = dog();
    state.frames = false;
    state.seen = false;
    vi.advanceTimersByTime(HOUR);
    expect(barks).toEqual([]);
    stop();
  });

  test('barks when memory is nearly used up', () => {
    const { state, barks, stop } = dog();
    state.used = 90;
    vi.advanceTimersByTime(LOOK_MS);
    expect(barks).toEqual(['full']);
    stop();
  });
});

describe('[L22] the nightly reload', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const DAY = 24 * HOUR;

  /** A screen on which time goes on from `KNOWN`; the next night is at the next multiple of a day. */
  function night() {
    const state = { ahead: KNOWN, connected: true };
    const began = Date.now();
    const now = (): number => state.ahead + Date.now() - began;
    const reloads: number[] = [];
    const stop = nightly({
      now,
      next: (at) => (Math.floor(at / DAY) + 1) * DAY,
      connected: () => state.connected,
      random: () => 0.5,
      reload: () => reloads.push(now()),
    });
    return { state, reloads, stop, pass: (ms: number) => vi.advanceTimersByTime(ms) };
  }
  const midnight = (Math.floor(KNOWN / DAY) + 1) * DAY;

  test('comes once, within its share of ten minutes and a minute', () => {
    const { reloads, pass } = night();
    pass(midnight - KNOWN + 4 * 60_000);
    expect(reloads).toEqual([]);
    pass(3 * HOUR);
    expect(reloads).toHaveLength(1);
    expect(reloads[0]! - midnight).toBeGreaterThanOrEqual(300_000);
    expect(reloads[0]! - midnight).toBeLessThanOrEqual(360_000);
  });

  test('waits for the hub, and for the next night where that took two hours', () => {
    const { state, reloads, pass } = night();
    state.connected = false;
    pass(midnight - KNOWN + HOUR);
    state.connected = true;
    pass(60_000);
    expect(reloads).toHaveLength(1);
    const late = night();
    late.state.connected = false;
    late.pass(midnight - KNOWN + 3 * HOUR);
    late.state.connected = true;
    late.pass(12 * HOUR);
    expect(late.reloads).toEqual([]);
    late.pass(12 * HOUR);
    expect(late.reloads).toHaveLength(1);
  });

  test('is planned anew when a wrong clock was set', () => {
    const back = night();
    back.state.ahead = KNOWN - YEAR;
    back.pass(DAY);
    expect(back.reloads).toHaveLength(1);
    const forth = night();
    forth.state.ahead = KNOWN + YEAR + 5 * HOUR;
    forth.pass(10 * 60_000);
    expect(forth.reloads).toEqual([]);
    forth.pass(DAY);
    expect(forth.reloads).toHaveLength(1);
  });
});

test('[L26] a page never reloads before the hub’s health answers', async () => {
  const steps: string[] = [];
  let answers = 0;
  await reloadQuietly(() => true, {
    health: async () => {
      if ((answers += 1) < 3) throw new Error('down');
      steps.push('health');
      return { ok: true, protocol: 1, version: 'x' } as never;
    },
    sleep: async () => void steps.push('sleep'),
    reload: () => void steps.push('reload'),
  });
  expect(steps).toEqual(['sleep', 'sleep', 'health', 'reload']);
});

test('[L25] the picture moves by a few pixels and comes back to its place', () => {
  const seen = Array.from({ length: 18 }, (_, i) => shiftAt(KNOWN + i * 180_000));
  for (const { x, y } of seen) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(3);
  expect(seen.slice(0, 9).map(({ x, y }) => [x, y])).toEqual(seen.slice(9).map(({ x, y }) => [x, y]));
  expect(new Set(seen.map(({ x, y }) => `${x},${y}`)).size).toBe(9);
});
