import { describe, expect, test } from 'vitest';
import { bestProbe, HubTime, RELEASED } from '../../display/hubtime.ts';

const HUB = Date.UTC(2026, 10, 21, 1, 41);

describe('hub time', () => {
  test('goes by the probe with the quickest round trip', () => {
    const slow = { sent: 0, received: 400, hub: HUB };
    const quick = { sent: 500, received: 504, hub: HUB + 302 };
    expect(bestProbe([slow, quick])).toBe(quick);
    let steady = 504;
    const time = new HubTime(HUB, () => steady);
    time.measure([slow, quick]);
    expect(time.now()).toBe(HUB + 304);
    steady += 60_000;
    expect(time.now()).toBe(HUB + 60_304);
  });

  test('a page clock before the release is not believed', () => {
    const time = new HubTime(Date.UTC(1970, 0, 2), () => 100);
    expect(time.valid).toBe(false);
    time.measure([{ sent: 90, received: 100, hub: HUB }]);
    expect(time.valid).toBe(true);
  });

  test('with a wrong page clock the last hub time known is where it goes on', () => {
    const time = new HubTime(Date.UTC(2015, 0, 1), () => 5_000, HUB);
    expect(time.now()).toBe(HUB);
    expect(time.valid).toBe(true);
  });

  test('a page clock behind the last hub time known is not believed either', () => {
    expect(new HubTime(HUB - 86_400_000, () => 0, HUB).now()).toBe(HUB);
    expect(new HubTime(HUB + 60_000, () => 0, HUB).now()).toBe(HUB + 60_000);
  });

  test('without any answer the time stays as it was', () => {
    const time = new HubTime(HUB, () => 0);
    time.measure([]);
    expect(time.now()).toBe(HUB);
    expect(time.measured).toBe(false);
  });

  test('the release is in the past of any hall', () => {
    expect(RELEASED).toBeLessThan(HUB);
  });
});
