import { describe, expect, it } from 'vitest';
import { smallHall } from '../../support/hall.ts';
import { boardOf } from '../../../content/views/board.ts';
import { MINUTE, must, testWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };

describe('moments (queue.md)', () => {
  it('[Q47] after the clock was set back, who comes now is behind everybody who came before', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const issue = () => must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world).number;
    world.wait(90 * MINUTE);
    const before = [issue(), issue()];
    world.wait(-60 * MINUTE);
    const after = [issue(), issue()];
    const called = Array.from({ length: 4 }, () => must(records, 'ticket:next', w1, world).number);
    expect(called).toEqual([...before, ...after]);
  });

  it('[Q47] a call made after the clock was set back is the newest on the board', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    for (let i = 0; i < 3; i++) must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    world.wait(90 * MINUTE);
    must(records, 'ticket:next', w1, world);
    world.wait(-60 * MINUTE);
    for (let i = 0; i < 2; i++) {
      const { number } = must(records, 'ticket:next', w1, world);
      expect(boardOf(records, world.now).current?.number).toBe(number);
    }
    const { id } = must(records, 'ticket:recall', w1, world);
    expect(boardOf(records, world.now).current).toMatchObject({ ticket: id, count: 2 });
  });
});
