import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dwell } from '../../display/paging.ts';
import { Player, TURN_MOST_MS } from '../../display/player.svelte.ts';
import type { Item } from '../../display/player.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page of 60 characters stands for 26 s: two of them to a turn. */
const PAGE = 60;
const long = (pages: number): Item => ({ key: 'long', load: PAGE * pages });
const short: Item = { key: 'short', load: 10 };
const evenly = (pages: number) => Array.from({ length: pages }, () => 1 / pages);

/** What stands on the glass, one entry for each change, over `ms`. */
function watch(player: Player<Item>, pages: number, ms: number): { at: number; on: string }[] {
  const seen: { at: number; on: string }[] = [];
  for (let at = 0; at <= ms; at += 500) {
    if (player.item?.key === 'long') player.measured(evenly(pages));
    const on = `${player.item?.key} ${player.page}`;
    if (seen.at(-1)?.on !== on) seen.push({ at, on });
    vi.advanceTimersByTime(500);
  }
  return seen;
}

describe('turns of notices', () => {
  test('[S10] a long notice gives way within a minute and goes on with its next turn where it stopped', () => {
    const player = new Player<Item>();
    player.show([long(5), short], []);
    const seen = watch(player, 5, 220_000);
    expect(seen.map(({ on }) => on).slice(0, 9)).toEqual([
      ...['long 0', 'long 1', 'short 0'],
      ...['long 2', 'long 3', 'short 0'],
      ...['long 4', 'short 0', 'long 0'],
    ]);
    let began = 0;
    for (const [place, { at, on }] of seen.entries()) {
      if (on.startsWith('short')) expect(at - began).toBeLessThanOrEqual(TURN_MOST_MS + 500);
      if (seen[place - 1]?.on.startsWith('short')) began = at;
    }
    player.stop();
  });

  test('[S10] a page that takes longer than a turn stands as long as it takes to read', () => {
    const player = new Player<Item>();
    const page = { key: 'long', load: 200 * 2 };
    expect(dwell(200)).toBeGreaterThan(TURN_MOST_MS);
    player.show([page, short], []);
    const seen = watch(player, 2, 250_000);
    expect(seen.map(({ on }) => on).slice(0, 4)).toEqual(['long 0', 'short 0', 'long 1', 'short 0']);
    expect(seen[1]?.at).toBeGreaterThanOrEqual(dwell(200));
    player.stop();
  });

  test('[S10] with nothing else to show it goes on at once, and every page comes', () => {
    const player = new Player<Item>();
    player.show([long(5)], []);
    const seen = watch(player, 5, 160_000);
    expect(seen.map(({ on }) => on)).toEqual([
      'long 0',
      'long 1',
      'long 2',
      'long 3',
      'long 4',
      'long 0',
      'long 1',
    ]);
    player.stop();
  });

  test('[S10] a notice that was changed meanwhile begins again', () => {
    const player = new Player<Item>();
    player.show([long(5), short], []);
    watch(player, 5, 54_000);
    expect(player.item?.key).toBe('short');
    player.show([short], []);
    player.show([long(5), short], []);
    expect([player.item?.key, player.page]).toEqual(['long', 0]);
    player.stop();
  });
});
