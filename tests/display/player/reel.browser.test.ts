import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlaylistItem } from '../../../content/model/playlist.ts';
import { Reel } from '../../../display/player/reel.svelte.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const item = (id: string, more: Partial<PlaylistItem> = {}): PlaylistItem => ({
  id,
  scene: { is: 'slogan' },
  seconds: 10,
  ...more,
});

/** A reel whose files and drawing a test holds in its hand. */
function bench() {
  const broken = new Map<string, string>();
  const slow = new Set<string>();
  const troubles: (string | null)[] = [];
  let held = 0;
  const reel = new Reel({
    async files({ id }) {
      const why = broken.get(id);
      if (why) throw new Error(why);
      held += 1;
      return () => (held -= 1);
    },
    drawn: ({ item: { id } }, gone) =>
      slow.has(id)
        ? new Promise((_, reject) => gone.addEventListener('abort', () => reject(new Error('slow'))))
        : Promise.resolve(),
    length: () => undefined,
    trouble: (at) => troubles.push(at && `${at.place} ${at.why}`),
  });
  const on = (): string => reel.glass?.item.id ?? 'safe';
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  /** What comes on the glass within `ms`, in order. */
  const watch = async (ms: number): Promise<string> => {
    let seen = on();
    for (let at = 0; at < ms; at += 500) {
      await pass(500);
      if (!seen.endsWith(on())) seen += ` ${on()}`;
    }
    return seen;
  };
  return { reel, broken, slow, troubles, on, pass, watch, held: () => held };
}

test('[L11] [L12] items stand for their seconds, in the order of the list, over and over', async () => {
  const { reel, watch, pass, held } = bench();
  reel.play([item('a', { seconds: 5 }), item('b', { seconds: 20 }), item('c')], false);
  await pass(0);
  expect(await watch(74_000)).toBe('a b c a b c a');
  expect([reel.slots.length, held()]).toEqual([1, 1]);
  reel.stop();
  await pass(1);
  expect(held()).toBe(0);
});

test('[L12] an item without seconds stands until it is played, at most ten minutes', async () => {
  const { reel, on, pass } = bench();
  const open = { id: 'a', scene: item('a').scene };
  reel.play([open, item('b', { seconds: 600 })], false);
  await pass(0);
  await pass(300_000);
  expect(on()).toBe('a');
  reel.done(reel.glass!.key);
  await pass(1);
  expect(on()).toBe('b');
  reel.done(reel.glass!.key);
  await pass(1);
  expect(on()).toBe('b');
  await pass(600_000);
  expect(on()).toBe('a');
  await pass(599_000);
  expect(on()).toBe('a');
  await pass(2_000);
  expect(on()).toBe('b');
  reel.stop();
});

test('[L14] what fails is skipped, told, tried again ever later and never given up', async () => {
  const { reel, broken, troubles, watch, pass } = bench();
  broken.set('b', '404');
  reel.play([item('a'), item('b'), item('c')], false);
  await pass(0);
  expect(await watch(60_000)).not.toContain('b');
  expect(troubles.at(-1)).toBe('2 404');
  await pass(3_600_000);
  broken.delete('b');
  expect(await watch(620_000)).toContain('b');
  expect(troubles.at(-1)).toBeNull();
  reel.stop();
});

test('[L13] [L14] what is never drawn gives way; the one before stays on the glass meanwhile', async () => {
  const { reel, slow, pass, on, watch } = bench();
  slow.add('b');
  reel.play([item('a'), item('b'), item('c')], false);
  await pass(0);
  await pass(10_000);
  expect([on(), reel.slots.length]).toEqual(['a', 2]);
  expect(await watch(45_000)).toBe('a c a');
  reel.stop();
});

test('[L15] with nothing to show the safe loop is shown, until something can be again', async () => {
  const { reel, broken, pass, on } = bench();
  broken.set('a', 'digest');
  reel.play([item('a')], false);
  await pass(0);
  expect(on()).toBe('safe');
  broken.clear();
  await pass(9_000);
  expect(on()).toBe('safe');
  await pass(2_000);
  expect(on()).toBe('a');
  reel.play([], false);
  await pass(10_000);
  expect(on()).toBe('safe');
  reel.stop();
});

test('[L15] what breaks on the glass gives way at once', async () => {
  const { reel, pass, on } = bench();
  reel.play([item('a'), item('b')], false);
  await pass(0);
  reel.failed(reel.glass!.key, 'stalled');
  await pass(1);
  expect(on()).toBe('b');
  await pass(10_500);
  expect(on()).toBe('a');
  reel.stop();
});

test('a change of the list leaves what is still in force on the glass, and takes the rest away', async () => {
  const { reel, pass, on } = bench();
  const a = item('a', { seconds: 30 });
  reel.play([a, item('b')], false);
  await pass(0);
  await pass(20_000);
  const { key } = reel.glass!;
  reel.play([item('c'), { ...a }], false);
  await pass(1);
  expect(reel.glass!.key).toBe(key);
  await pass(10_000);
  expect(on()).toBe('c');
  reel.play([item('d')], false);
  await pass(1);
  expect(on()).toBe('d');
  reel.stop();
});

test('one item alone stays on the glass and is not drawn anew', async () => {
  const { reel, pass } = bench();
  reel.play([item('a')], false);
  await pass(0);
  const { key } = reel.glass!;
  await pass(3_600_000);
  expect(reel.glass!.key).toBe(key);
  expect(reel.slots.length).toBe(1);
  reel.stop();
});

test('[L13] an item changed while it was being drawn is drawn anew', async () => {
  const { reel, slow, pass, on } = bench();
  slow.add('a');
  reel.play([item('a')], false);
  await pass(0);
  slow.clear();
  reel.play([item('a', { scene: { is: 'hours' } })], false);
  await pass(1);
  expect([on(), reel.glass?.item.scene.is]).toEqual(['a', 'hours']);
  reel.stop();
});
