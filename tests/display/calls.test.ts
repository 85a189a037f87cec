import { expect, it } from 'vitest';
import { boardOf } from '../../content/views/board.ts';
import { callsOf, shownCall } from '../../display/calls.ts';
import { Turns } from '../../display/turns.ts';
import { smallHall } from '../support/hall.ts';
import { MINUTE, must, testWorld } from '../support/world.ts';

it('[Q34] a call that was taken back leaves the big place, and is announced no more', () => {
  const records = smallHall();
  const world = testWorld().as('li');
  const turns = new Turns();
  const shown = (steady: number) => {
    turns.learn(callsOf(records), world.now);
    const { turn } = turns.step(steady);
    return shownCall(boardOf(records, world.now), turn)?.call.number ?? null;
  };
  must(records, 'window:take', { window: 'w1' }, world);
  for (let i = 0; i < 2; i++)
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.wait(MINUTE));
  must(records, 'ticket:next', { window: 'w1' }, world.wait(MINUTE));
  expect(shown(0)).toBe('A001');
  must(records, 'ticket:next', { window: 'w1' }, world.wait(MINUTE));
  expect(shown(MINUTE)).toBe('A002');
  must(records, 'ticket:undo', { window: 'w1' }, world.wait(5000));
  expect(shown(MINUTE + 5000)).toBe('A001');
  expect([...callsOf(records)].map(({ number }) => number)).toEqual(['A001']);
});
