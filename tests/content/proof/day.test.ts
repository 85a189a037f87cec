import { describe, expect, test } from 'vitest';
import { partsOf, totalsOf } from '../../../content/proof/day.ts';
import type { DayFacts } from '../../../content/proof/day.ts';
import { joined, lengthOf, stretchesOf, without, within } from '../../../content/proof/stretches.ts';
import type { Span, Stretch } from '../../../content/proof/stretches.ts';
import type { Show } from '../../../content/model/showing.ts';
import { DAY, MINUTE, MORNING, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const kinds: Show['is'][] = [
  'shown',
  'shown',
  'shown',
  'dim',
  'dark',
  'over',
  'blocked',
  'hidden',
  'starting',
];
const day: Span = { from: MORNING, until: MORNING + DAY };

/** A show of up to three contents, now and then the same one in two zones. */
function showBy(world: TestWorld): Show {
  const is = kinds[world.draw(kinds.length)]!;
  const parts = Array.from({ length: 1 + world.draw(3) }, () => ({
    scene: 'notices',
    records: [{ kind: 'notice', id: `n${world.draw(4)}`, rev: 1 + world.draw(2) }],
  }));
  return { is, parts };
}

function spansBy(world: TestWorld, count: number): Span[] {
  return joined(
    Array.from({ length: world.draw(count + 1) }, () => {
      const from = day.from - DAY / 10 + world.draw(DAY * 1.2);
      return { from, until: from + world.draw(DAY / 3) };
    }),
  );
}

/** Stretches in any order, overlapping, before and behind the day. */
function stretchesBy(world: TestWorld): Stretch[] {
  return Array.from({ length: world.draw(40) }, () => {
    const from = day.from - 10 * MINUTE + world.draw(DAY);
    return {
      from,
      until: from + 1 + world.draw(60 * MINUTE),
      show: showBy(world),
      late: world.draw(2) === 0,
    };
  });
}

const factsBy = (world: TestWorld): DayFacts => ({
  day,
  off: spansBy(world, 3),
  awake: spansBy(world, 4),
  pairedAt: day.from + world.draw(DAY) - DAY / 2,
});

describe('days of showing', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);

  test.each(seeds)('[PS3] shown, off and gaps are the day, without a hole (seed %i)', (seed) => {
    const world = testWorld(seed);
    const parts = partsOf(stretchesBy(world), factsBy(world));
    let at = day.from;
    for (const part of parts) {
      expect(part.from).toBe(at);
      expect(part.until).toBeGreaterThan(part.from);
      expect(part.why === null).toBe(part.is !== 'gap');
      at = part.until;
    }
    expect(at).toBe(day.until);
  });

  test.each(seeds)('[PS4] no content exceeds what was shown, nor that the day (seed %i)', (seed) => {
    const world = testWorld(seed);
    const parts = partsOf(stretchesBy(world), factsBy(world));
    const shown = lengthOf(parts.filter(({ is }) => is === 'shown'));
    expect(shown).toBeLessThanOrEqual(DAY);
    for (const total of totalsOf(parts)) {
      expect(total.ms).toBeLessThanOrEqual(shown);
      expect(total.turns).toBeGreaterThan(0);
    }
  });

  test('[PS3] a gap says why: silent while the hub ran, hub away, hidden, an interrupt, not paired', () => {
    const at = (from: number, until: number, is: Show['is']): Stretch => ({
      from: day.from + from,
      until: day.from + until,
      show: { is, parts: [{ scene: 'board' }] },
      late: false,
    });
    const parts = partsOf([at(30, 40, 'shown'), at(40, 50, 'hidden'), at(50, 60, 'over')], {
      day: { from: day.from, until: day.from + 100 },
      off: [{ from: day.from + 90, until: day.from + 100 }],
      awake: [{ from: day.from + 20, until: day.from + 80 }],
      pairedAt: day.from + 10,
    });
    expect(parts.map(({ from, is, why }) => [from - day.from, is, why])).toEqual([
      [0, 'gap', 'unpaired'],
      [10, 'gap', 'hub'],
      [20, 'gap', 'silent'],
      [30, 'shown', null],
      [40, 'gap', 'hidden'],
      [50, 'gap', 'interrupt'],
      [60, 'gap', 'silent'],
      [80, 'gap', 'hub'],
      [90, 'off', null],
    ]);
  });

  test('[PS4] a turn goes on over pages and reports, and two zones count once', () => {
    const show = (rev: number): Show => {
      const records = [{ kind: 'notice', id: 'n', rev }];
      return {
        is: 'shown',
        parts: [
          { scene: 'notices', records },
          { scene: 'publicity', records },
        ],
      };
    };
    const other: Show = { is: 'shown', parts: [{ scene: 'hours' }] };
    const parts = partsOf(
      [show(1), show(2), other, show(2)].map((one, place) => ({
        from: day.from + place * 10,
        until: day.from + place * 10 + 10,
        show: one,
        late: false,
      })),
      { day: { from: day.from, until: day.from + 40 }, off: [], awake: [], pairedAt: 0 },
    );
    expect(totalsOf(parts)).toEqual([
      { kind: 'notice', id: 'n', ms: 30, turns: 2, revs: [1, 2] },
      { kind: 'scene', id: 'hours', ms: 10, turns: 1, revs: [] },
    ]);
  });

  test.each(seeds.slice(0, 50))(
    'spans: what is within and what is without make the whole (seed %i)',
    (seed) => {
      const world = testWorld(seed);
      const taken = spansBy(world, 6);
      expect(lengthOf(without(day, taken)) + lengthOf(within(day, taken))).toBe(DAY);
    },
  );

  test('[PS2] runs of a piece are cut to the bounds, and one that names no show is left out', () => {
    const a: Show = { is: 'shown', parts: [{ scene: 'board' }] };
    const cut = stretchesOf(
      {
        from: 100,
        shows: [a],
        runs: [
          [0, 50],
          [7, 50],
          [0, 50],
        ],
      },
      { from: 120, until: 230 },
      false,
    );
    expect(cut.map(({ from, until }) => [from, until])).toEqual([
      [120, 150],
      [200, 230],
    ]);
  });
});
