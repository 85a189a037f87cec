import '@fontsource-variable/noto-sans-sc/index.css';
import '../../../content/theme.css';
import '../../../display/page.css';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Scene } from '../../../content/model/scene.ts';
import type { Records } from '../../../content/records.ts';
import { callsByGroup } from '../../../display/calls.ts';
import { baseOf, defaultPlace, setSizes } from '../../../display/glass.ts';
import { paceOf, readingLoad } from '../../../display/paging.ts';
import type { SceneHub } from '../../../display/scenes/props.ts';
import { componentOf } from '../../../display/scenes/registry.ts';
import { Turns } from '../../../display/turns.ts';
import { NOW } from '../fixture.ts';
import { bare, monstrous, usual } from './halls.ts';
import { collisions, glance, tooFaint, tooSmall, toRead } from './reading.ts';

const sizes = [
  [1920, 1080],
  [1080, 1920],
  [3840, 2160],
  [3840, 1080],
  [1024, 600],
] as const;
type Size = (typeof sizes)[number];

/** Scenes that are over when all of them was shown. */
const turning: readonly Scene[] = [
  ...(['slogan', 'guide', 'rules', 'pledges', 'packages', 'notices', 'publicity', 'contacts'] as const).map(
    (is) => ({ is }),
  ),
  ...(['staff', 'hours'] as const).map((is) => ({ is })),
  { is: 'plan', plan: 'none' },
];
/** Scenes that stand. */
const standing: readonly Scene[] = [
  { is: 'board' },
  { is: 'calls' },
  { is: 'counter', window: 'w1', touch: false },
  {
    ...{ is: 'mixed', columns: 12, rows: 12 },
    zones: [
      { x: 0, y: 0, w: 7, h: 8, play: { scene: { is: 'notices' } } },
      { x: 7, y: 0, w: 5, h: 8, play: { scene: { is: 'calls' } } },
      { x: 0, y: 8, w: 6, h: 4, play: { scene: { is: 'hours' } } },
      { x: 6, y: 8, w: 6, h: 4, play: { scene: { is: 'contacts' } } },
    ],
  },
];

const hub = {
  give: () => new Promise<never>(() => {}),
  ask: () => new Promise<never>(() => {}),
  connected: true,
  lost: false,
  you: { is: 'screen', id: 's1', hubUrl: 'http://192.168.1.20:8080' },
} as unknown as SceneHub;

beforeAll(async () => {
  // Chunks that the test server makes at the first call.
  await Promise.all([...turning, ...standing].map(({ is }) => componentOf(is)));
});
afterEach(() => void vi.useRealTimers());

/** Hangs a scene on a glass of this size. */
async function hang(scene: Scene, records: Records, [width, height]: Size, pace?: 'slow') {
  await page.viewport(width, height);
  const glass = { width, height };
  const base = baseOf(glass, defaultPlace);
  setSizes(document.documentElement, glass, base);
  const ondone = vi.fn();
  const turns = callsByGroup(records, { is: 'board' }).map((calls) => {
    const turns = new Turns();
    turns.learn(calls, NOW);
    return turns.step(0).turn;
  });
  const Component = await componentOf(scene.is);
  const screen = await render(Component, {
    ...{ records, scene, now: NOW, clock: { now: () => NOW }, clockValid: true, glass, base, hub },
    ...{ place: defaultPlace, pace: paceOf({ pace }), zone: false, turns, speaking: [], lostAt: null },
    ...{ onwake: () => {}, ondone },
  });
  await settle();
  return { screen, ondone, base, look: () => glance(width, height, base) };
}

async function settle(): Promise<void> {
  await vi.dynamicImportSettled();
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  for (const animation of document.getAnimations()) animation.finish();
}

/** Nothing cut, nothing on anything else, nothing too small or too faint. */
function judge(at: string, { seen, cut }: ReturnType<typeof glance>, base: number): void {
  expect.soft(cut, `${at}: cut`).toEqual([]);
  expect.soft(collisions(seen), `${at}: on each other`).toEqual([]);
  expect.soft(tooSmall(seen, base), `${at}: too small [TX2] [TX8]`).toEqual([]);
  expect.soft(tooFaint(seen, base), `${at}: too faint [TX9]`).toEqual([]);
}

const MOST_PAGES = 3000;

/** Goes through a whole turn of a scene. */
async function turn(scene: Scene, records: Records, size: Size, pace?: 'slow') {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  const { screen, ondone, base, look } = await hang(scene, records, size, pace);
  const seen = new Set<string>();
  const waits = new Map<string, string>();
  let before = new Set<string>();
  let now = look();
  for (let pages = 1; ondone.mock.calls.length === 0; pages += 1) {
    const at = `${scene.is} at ${size.join('×')}, page ${pages}`;
    judge(at, now, base);
    for (const { key } of now.seen) seen.add(key);
    for (const key of now.hidden) waits.set(key, at);
    const fresh = now.seen.filter(({ key }) => !before.has(key));
    before = new Set(now.seen.map(({ key }) => key));
    const began = Date.now();
    // A page is over when something else stands on the glass, or the turn is.
    for (let tick = 0; tick < 20 && ondone.mock.calls.length === 0; tick += 1) {
      vi.advanceTimersToNextTimer();
      await settle();
      now = look();
      if (now.seen.some(({ key }) => !before.has(key))) break;
    }
    const stood = Date.now() - began;
    const needs = (toRead(fresh, readingLoad) / paceOf({ pace })) * 1000;
    expect.soft(stood, `${at}: time to read it [TX7]`).toBeGreaterThanOrEqual(Math.max(5_990, needs * 0.98));
    expect(pages, 'pages of a turn').toBeLessThan(MOST_PAGES);
  }
  const missed = [...waits]
    .filter(([key]) => !seen.has(key))
    .map(([key, at]) => `“${key.slice(0, 40)}” of ${at}`);
  expect.soft(missed.slice(0, 5), `${scene.is} at ${size.join('×')}: never shown [TX2]`).toEqual([]);
  expect(ondone, 'told once').toHaveBeenCalledTimes(1);
  await screen.unmount();
}

const two: readonly Size[] = [sizes[0], sizes[1]];
const halls = [
  ['a usual hall', usual(), sizes],
  ['a hall without anything', bare(), sizes],
  ['a monstrous hall', monstrous(), two],
] as const;

const long: ReadonlySet<string> = new Set(['rules', 'guide', 'staff'].map((is) => `a monstrous hall ${is}`));

describe.each(halls)('%s', (hall, records, on) => {
  test.each(turning)(
    '$is: each line stands on some page, whole and long enough',
    { timeout: 280_000 },
    async (scene) => {
      // Twenty thousand characters are as many on any glass.
      const [first, ...more] = on;
      await turn(scene, records, first);
      if (!long.has(`${hall} ${scene.is}`)) for (const size of more) await turn(scene, records, size);
    },
  );

  test.each(standing)('$is: whole', { timeout: 120_000 }, async (scene) => {
    for (const size of on) {
      const { screen, base, look } = await hang(scene, records, size);
      judge(`${scene.is} at ${size.join('×')}`, look(), base);
      await screen.unmount();
    }
  });
});

test('[TX7] a screen for old readers gives them twice the time', async () => {
  await turn({ is: 'rules' }, usual(), sizes[0], 'slow');
});
