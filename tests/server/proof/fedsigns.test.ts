import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../content/model/showing.ts';
import { FedSigns } from '../../../server/proof/fedsigns.ts';
import { TestClock } from '../../support/clock.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { must, testWorld } from '../../support/world.ts';

const MINUTE = 60_000;

/** A sign at window 1 whose controller a test speaks for. */
function sign() {
  const records = smallHall();
  const world = testWorld().as('chen');
  const scene = { is: 'sign' as const, window: 'w1', width: 192, height: 32 };
  const { id } = must(records, 'screen:add', { name: '点阵屏', scene, diagonal: 20, distance: 6 }, world);
  const clock = new TestClock();
  const handed: Piece[] = [];
  const errors: string[] = [];
  const fed = new FedSigns({
    hall: { records },
    now: clock.now,
    log: { info: () => {}, warn: () => {}, error: (text) => errors.push(text) },
    hand: async (screen, pieces) => {
      if (screen !== id) throw new Error('another screen');
      handed.push(...pieces);
    },
  });
  /** It takes a picture every ten seconds for so long. */
  const takes = (ms: number): void => {
    for (let past = 0; past < ms; past += 10_000) {
      clock.pass(10_000);
      fed.took(id);
    }
  };
  return { records, world, id, clock, fed, handed, takes, errors };
}
const shown = { is: 'shown', parts: [{ scene: 'sign' }] };
const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.flatMap(({ runs }) => runs).reduce((sum, [, ms]) => sum + ms, 0);

describe('[PS14] the log of fed signs', () => {
  test('is handed in every minute, without a hole between its pieces', () => {
    const { id, fed, handed, takes, clock } = sign();
    fed.took(id);
    const from = clock.time;
    takes(5 * MINUTE);
    expect(handed).toHaveLength(5);
    expect(handed.map(({ shows }) => shows)).toEqual(Array.from({ length: 5 }, () => [shown]));
    for (const [at, piece] of handed.entries()) expect(piece.from).toBe(from + at * MINUTE);
    expect(lengthOf(handed)).toBe(5 * MINUTE);
  });

  test('ends with the last picture that the controller took, and goes on with the next', () => {
    const { id, fed, handed, takes, clock } = sign();
    fed.took(id);
    takes(20_000);
    clock.pass(40_000);
    fed.failed(id);
    fed.failed(id);
    expect(lengthOf(handed)).toBe(20_000);
    clock.pass(5 * MINUTE);
    fed.took(id);
    const back = clock.time;
    takes(MINUTE);
    expect(handed.at(-1)?.from).toBe(back);
    expect(lengthOf(handed)).toBe(20_000 + MINUTE);
  });

  test('tells an interrupt and a blocked sign from what it shows', () => {
    const { id, fed, handed, takes, records } = sign();
    fed.took(id);
    takes(20_000);
    const body = records.get('screen', id)!;
    records.apply([kept('screen', id, { ...body, blocked: { by: { id: 'chen', name: '陈管理' }, at: 1 } })]);
    takes(20_000);
    records.apply([kept('screen', id, body)]);
    takes(20_000);
    expect(handed[0]?.shows.map(({ is }) => is)).toEqual(['shown', 'blocked']);
    // What it took counts until it takes the next.
    expect(handed[0]?.runs).toEqual([
      ...[
        [0, 30_000],
        [1, 20_000],
        [0, 10_000],
      ],
    ]);
  });

  test('a clock that was set back begins anew', () => {
    const { id, fed, handed, takes, clock, errors } = sign();
    fed.took(id);
    takes(30_000);
    clock.pass(-3_600_000);
    fed.took(id);
    takes(MINUTE);
    expect(lengthOf(handed)).toBe(MINUTE);
    expect(errors).toEqual([]);
  });
});
