import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../content/views/caller.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, MORNING, must, testWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };

describe('the caller’s page', () => {
  it('without a window: the line, and nobody is next', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    const caller = callerOf(records, 'li', world.now);
    expect(caller).toMatchObject({ window: null, ticket: null, next: null, passed: [] });
    expect(caller.waiting).toMatchObject([{ number: 'A001', short: '社保', mine: false, since: MORNING }]);
    expect(caller.until).toBe(MORNING + 15 * 60 * MINUTE);
  });

  it('[Q4] [Q14] the next one is whom next calls, with the reason', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const issue = (service: string, kind: 'normal' | 'priority') =>
      must(records, 'ticket:issue', { service, kind }, world.wait(MINUTE)).number;
    const next = () => {
      const { next } = callerOf(records, 'li', world.now);
      return next && [next.ticket.number, next.why];
    };
    expect(next()).toBeNull();
    issue('land', 'normal');
    expect(next()).toBeNull();
    issue('civil', 'priority');
    expect(next()).toEqual(['B001', 'arrival']);
    issue('social', 'normal');
    issue('social', 'priority');
    must(records, 'ticket:next', w1, world);
    expect(next()).toEqual(['A002', 'priority']);
    expect(must(records, 'ticket:next', w1, world).number).toBe('A002');
    expect(next()).toEqual(['A001', 'arrival']);
    expect(callerOf(records, 'li', world.now)).toMatchObject({
      window: { id: 'w1' },
      ticket: { number: 'A002', kind: 'priority', name: '社会保障', state: 'called', call: { count: 1 } },
    });
  });

  it('lists passed tickets, the last passed first', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    for (let i = 0; i < 2; i++) must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    for (let i = 0; i < 2; i++) {
      must(records, 'ticket:next', w1, world.wait(MINUTE));
      must(records, 'ticket:pass', w1, world);
    }
    const { passed, ticket } = callerOf(records, 'li', world.now);
    expect(passed.map(({ number }) => number)).toEqual(['A002', 'A001']);
    expect(passed[0]?.since).toBe(world.now);
    expect(ticket).toBeNull();
  });
});
