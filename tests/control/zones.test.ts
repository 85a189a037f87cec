import { describe, expect, test } from 'vitest';
import type { Mixed } from '../../content/model/scene.ts';
import { isComplete, layoutNames, layoutOf, layOut } from '../../control/scenedraft.ts';
import {
  add,
  between,
  drop,
  halve,
  isFree,
  largestFree,
  refine,
  toward,
  ZONES_MOST,
} from '../../control/zones.ts';
import { RecordMap } from '../../content/records.ts';
import { testWorld } from '../support/world.ts';

const play = { scene: { is: 'slogan' as const } };
const two: Mixed = {
  ...{ is: 'mixed', columns: 12, rows: 12 },
  zones: [
    { x: 0, y: 0, w: 6, h: 12, play },
    { x: 6, y: 0, w: 6, h: 6, play },
  ],
};

/** R14, as the hub checks it. */
function liesWell(scene: Mixed): boolean {
  return scene.zones.every((zone, at) => isFree(scene, zone, at)) && scene.zones.length <= ZONES_MOST;
}

describe('zones of a screen (premises.md R14)', () => {
  test('[R14] whatever is done by hand, zones stay within the grid and off each other', () => {
    const next = testWorld(14).random;
    const below = (most: number): number => Math.floor(next() * most);
    for (let round = 0; round < 40; round++) {
      let scene = layOut(layoutNames[below(layoutNames.length)]!, new RecordMap());
      scene = refine(scene);
      for (let step = 0; step < 30; step++) {
        const at = below(scene.zones.length);
        const cells = { x: below(30) - 3, y: below(30) - 3, w: below(26), h: below(26) };
        const deeds = [
          () => toward(scene, at, cells),
          () => add(scene, cells, play),
          () => halve(scene, at, play, next() < 0.5 ? 'across' : 'down'),
          () => drop(scene, at),
          () => refine(scene),
        ];
        scene = deeds[below(deeds.length)]!() ?? scene;
        expect(liesWell(scene)).toBe(true);
        expect(scene.zones.length).toBeGreaterThan(0);
      }
    }
  });

  test('a zone that is drawn against another stops at its edge, and one that is drawn free goes all the way', () => {
    const wider = toward(two, 0, { x: 0, y: 0, w: 9, h: 12 });
    expect(wider).toBe(two);
    const lower = toward(two, 1, { x: 6, y: 6, w: 6, h: 6 });
    expect(lower.zones[1]).toMatchObject({ x: 6, y: 6, w: 6, h: 6 });
    const narrower = toward(two, 1, { x: 8, y: 0, w: 4, h: 6 });
    expect(narrower.zones[1]).toMatchObject({ x: 8, y: 0, w: 4, h: 6 });
  });

  test('the free place is found, filled and is none any more', () => {
    const free = largestFree(two)!;
    expect(free).toEqual({ x: 6, y: 6, w: 6, h: 6 });
    expect(largestFree(add(two, free, play)!)).toBeNull();
    expect(add(two, { ...free, w: 7 }, play)).toBeNull();
  });

  test('a finer grid is the same picture; a fine one stays as it is', () => {
    const coarse = layOut('quarters', new RecordMap());
    const fine = refine(coarse);
    expect(fine).toMatchObject({ columns: 12, rows: 12 });
    for (const [at, zone] of fine.zones.entries()) {
      const before = coarse.zones[at]!;
      expect([zone.x / 12, zone.y / 12, zone.w / 12, zone.h / 12]).toEqual([
        ...[before.x / 2, before.y / 2, before.w / 2, before.h / 2],
      ]);
    }
    expect(refine(fine)).toBe(fine);
  });

  test('the last zone stays, and the cells of a drag count whichever way it goes', () => {
    const one = drop(two, 0)!;
    expect(drop(one, 0)).toBeNull();
    expect(between([4, 5], [2, 9])).toEqual({ x: 2, y: 5, w: 3, h: 5 });
  });

  test.each(layoutNames)('the ready layout %s lies well, fills its grid and is known again', (name) => {
    const scene = layOut(name, new RecordMap());
    expect(liesWell(scene)).toBe(true);
    expect(largestFree(scene)).toBeNull();
    expect(layoutOf(scene)).toBe(name);
    expect(isComplete(scene)).toBe(true);
  });
});
