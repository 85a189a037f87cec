import { afterEach, describe, expect, test, vi } from 'vitest';
import { PROTOCOL } from '../../content/protocol.ts';
import { openCache } from '../../display/cache.ts';
import { Clock } from '../../display/clock.svelte.ts';
import { HubTime } from '../../display/hubtime.ts';
import { dwell } from '../../display/paging.ts';
import { Player } from '../../display/player.svelte.ts';
import { signedIn } from '../../display/startkey.ts';
import { hallOf, NOW } from './fixture.ts';

afterEach(() => void vi.useRealTimers());

const you = { is: 'screen' as const, id: 's1', hubUrl: 'http://hub', version: '1' };

describe('the memory of a screen', () => {
  test('gives back what was kept: token, last records, announced calls', async () => {
    const name = 'test.kept';
    const records = [...hallOf({}).everything()];
    const last = { protocol: PROTOCOL, records, mark: { seq: 7, hash: '0'.repeat(12) }, you, now: NOW };
    const cache = await openCache(() => {}, name);
    await Promise.all([cache.saveToken('T'), cache.saveLast(last), cache.saveAnnounced(['a', 'b'])]);
    expect(await (await openCache(() => {}, name)).load()).toEqual({
      token: 'T',
      last,
      announced: ['a', 'b'],
    });
  });

  test('is empty on a new screen, and after it forgot', async () => {
    const cache = await openCache(() => {}, 'test.empty');
    expect(await cache.load()).toEqual({ token: undefined, last: undefined, announced: [] });
    await cache.saveToken('T');
    await cache.saveToken(undefined);
    expect((await cache.load()).token).toBeUndefined();
  });

  test('does not give back records of another protocol', async () => {
    const cache = await openCache(() => {}, 'test.protocol');
    await cache.saveLast({ protocol: PROTOCOL + 1, records: [], mark: { seq: 1, hash: '' }, you, now: NOW });
    expect((await cache.load()).last).toBeUndefined();
  });

  test('falls back to the smaller store where the browser refuses the larger, and says so', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const troubles: unknown[] = [];
    const cache = await openCache((error) => troubles.push(error), 'test.refused');
    open.mockRestore();
    await cache.saveToken('T');
    expect((await cache.load()).token).toBe('T');
    expect(troubles).toHaveLength(1);
    await cache.saveToken(undefined);
  });
});

describe('[W17] the key of a start script', () => {
  const key = 'k'.repeat(43);
  const last = { protocol: PROTOCOL, records: [], mark: { seq: 1, hash: '' }, you, now: NOW };

  test('signs a new profile in, and is kept', async () => {
    const cache = await openCache(() => {}, 'test.key.new');
    expect(await signedIn(cache, await cache.load(), key)).toEqual({ token: key, last: undefined });
    const again = await cache.load();
    expect(again.token).toBe(key);
    expect(await signedIn(cache, again, undefined)).toMatchObject({ token: key });
  });

  test('leaves what is remembered alone when it comes again, also after the screen was unpaired', async () => {
    const cache = await openCache(() => {}, 'test.key.again');
    await signedIn(cache, await cache.load(), key);
    await cache.saveLast(last);
    expect(await signedIn(cache, await cache.load(), key)).toMatchObject({ token: key, last });
    await cache.saveToken(undefined);
    expect((await signedIn(cache, await cache.load(), key)).token).toBeUndefined();
    await cache.saveToken('paired anew');
    expect((await signedIn(cache, await cache.load(), key)).token).toBe('paired anew');
  });

  test('of another screen makes the device that screen, and nothing of the old one is drawn', async () => {
    const cache = await openCache(() => {}, 'test.key.other');
    await cache.saveToken('old');
    await cache.saveLast(last);
    expect(await signedIn(cache, await cache.load(), key)).toEqual({ token: key, last: undefined });
    expect((await cache.load()).last).toBeUndefined();
  });
});

describe('the clock of a screen', () => {
  test('ticks when the minute turns and when a scene asked, not between', () => {
    vi.useFakeTimers({ now: NOW });
    const clock = new Clock(new HubTime(NOW, () => Date.now()));
    const stop = clock.run();
    clock.wakeAt(NOW + 2_500);
    vi.advanceTimersByTime(2_000);
    expect(clock.moment).toBe(NOW);
    vi.advanceTimersByTime(600);
    expect(clock.moment).toBeGreaterThanOrEqual(NOW + 2_500);
    vi.advanceTimersByTime(57_500);
    expect(clock.moment).toBeGreaterThanOrEqual(NOW + 60_000);
    expect(clock.moment).toBeLessThan(NOW + 60_100);
    stop();
    vi.advanceTimersByTime(120_000);
    expect(clock.moment).toBeLessThan(NOW + 60_100);
  });
});

describe('the player', () => {
  const item = (key: string, load = 0) => ({ key, load });

  test('turns pages, then items, each as long as it takes to read', () => {
    vi.useFakeTimers();
    const player = new Player();
    player.show([item('one', 100), item('two')], []);
    player.measured([0.5, 0.5]);
    vi.advanceTimersByTime(dwell(50) - 1);
    expect([player.item?.key, player.page]).toEqual(['one', 0]);
    vi.advanceTimersByTime(1);
    expect([player.item?.key, player.page]).toEqual(['one', 1]);
    vi.advanceTimersByTime(dwell(50));
    expect([player.item?.key, player.page]).toEqual(['two', 0]);
    player.stop();
  });

  test('a new notice is shown at once; the one on the glass stays when others go', () => {
    vi.useFakeTimers();
    const player = new Player();
    player.show([item('one'), item('two')], []);
    player.show([item('one')], []);
    expect(player.item?.key).toBe('one');
    player.show([item('new'), item('one')], []);
    expect(player.item?.key).toBe('new');
    player.show([item('one')], []);
    expect(player.item?.key).toBe('one');
    player.show([], []);
    expect(player.item).toBeNull();
    player.stop();
  });
});
