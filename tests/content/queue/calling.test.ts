import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordMap } from '../../../content/records.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('li');
  must(records, 'window:take', w1, world);
});

function issue(service: string, kind: 'normal' | 'priority' = 'normal') {
  return must(records, 'ticket:issue', { service, kind }, world.wait(1000));
}
const stateOf = (id: string) => records.get('ticket', id)?.state.is;

describe('calling (queue.md)', () => {
  it('[Q7] a called ticket keeps its window when recalled', () => {
    const { id } = issue('social');
    must(records, 'ticket:next', w1, world);
    const state = records.get('ticket', id)?.state;
    must(records, 'ticket:recall', w1, world.wait(MINUTE));
    expect(records.get('ticket', id)?.state).toEqual(state);
    must(records, 'ticket:start', w1, world);
    must(records, 'ticket:recall', w1, world);
    expect(stateOf(id)).toBe('serving');
    expect(records.get('window', 'w1')?.ticket).toBe(id);
  });

  it('[Q13] a paused window does not call', () => {
    issue('social');
    must(records, 'window:pause', { ...w1, reason: 'away' }, world);
    const refused = { refused: 'window.paused', params: { number: 1 } };
    expect(mustRefuse(records, 'ticket:next', w1, world)).toEqual(refused);
    expect(mustRefuse(records, 'ticket:recall', w1, world)).toEqual(refused);
  });

  it('[Q14] next calls the first of the window’s services and finishes the one before', () => {
    const land = issue('land');
    const first = issue('civil');
    const second = issue('social');
    expect(must(records, 'ticket:next', w1, world)).toEqual({ id: first.id, number: 'B001' });
    expect(must(records, 'ticket:next', w1, world).id).toBe(second.id);
    expect(stateOf(first.id)).toBe('finished');
    expect(stateOf(second.id)).toBe('called');
    expect(stateOf(land.id)).toBe('waiting');
    expect(records.get('window', 'w1')?.ticket).toBe(second.id);
  });

  it('[Q14] next with nobody waiting leaves the visitor at the window alone', () => {
    const { id } = issue('social');
    issue('land');
    must(records, 'ticket:next', w1, world);
    expect(mustRefuse(records, 'ticket:next', w1, world).refused).toBe('queue.empty');
    expect(stateOf(id)).toBe('called');
    expect(records.get('window', 'w1')?.ticket).toBe(id);
  });

  it('[Q15] a clerk may choose a waiting ticket of any service, or a passed one', () => {
    const passed = issue('social');
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:pass', w1, world);
    const land = issue('land');
    expect(must(records, 'ticket:call', { ...w1, ticket: land.id }, world).number).toBe('C01');
    expect(must(records, 'ticket:call', { ...w1, ticket: passed.id }, world).id).toBe(passed.id);
    expect(stateOf(land.id)).toBe('finished');
    expect(records.get('ticket', passed.id)).toMatchObject({ state: { is: 'called' }, call: { count: 2 } });
  });

  it('[Q15] a ticket at a window, a finished or an unknown one cannot be chosen', () => {
    const { id } = issue('social');
    must(records, 'ticket:next', w1, world);
    must(records, 'window:take', { window: 'w2' }, world.as('wang'));
    expect(mustRefuse(records, 'ticket:call', { window: 'w2', ticket: id }, world)).toEqual({
      refused: 'ticket.at-window',
      params: { number: 'A001', window: 1 },
    });
    must(records, 'ticket:finish', w1, world.as('li'));
    expect(mustRefuse(records, 'ticket:call', { ...w1, ticket: id }, world)).toEqual({
      refused: 'ticket.finished',
      params: { number: 'A001' },
    });
    expect(mustRefuse(records, 'ticket:call', { ...w1, ticket: 'none' }, world).refused).toBe(
      'ticket.missing',
    );
  });

  it('[Q16] recall, start, pass and finish want a ticket at the window', () => {
    issue('social');
    for (const name of ['ticket:recall', 'ticket:start', 'ticket:pass', 'ticket:finish'] as const)
      expect(mustRefuse(records, name, w1, world)).toEqual({
        refused: 'window.no-ticket',
        params: { number: 1 },
      });
  });

  it('[Q17] each call and recall has an id of its own, its moment and a count', () => {
    const { id } = issue('social');
    must(records, 'ticket:next', w1, world);
    const first = records.get('ticket', id)?.call;
    expect(first).toEqual({ id: first?.id, at: world.now, window: 'w1', windowNumber: 1, count: 1 });
    must(records, 'ticket:recall', w1, world.wait(MINUTE));
    const second = records.get('ticket', id)?.call;
    expect(second).toMatchObject({ at: world.now, count: 2 });
    expect(second?.id).not.toBe(first?.id);
  });

  it('[Q18] starting makes a called ticket served, and starting twice changes nothing', () => {
    const { id } = issue('social');
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:start', w1, world.wait(MINUTE));
    expect(records.get('ticket', id)?.state).toEqual({ is: 'serving', window: 'w1', since: world.now });
    const rev = records.rev('ticket', id);
    must(records, 'ticket:start', w1, world.wait(MINUTE));
    expect(records.rev('ticket', id)).toBe(rev);
  });

  it('[Q19] passing frees the window, and is too late once started', () => {
    const { id } = issue('social');
    issue('social');
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:pass', w1, world);
    expect(stateOf(id)).toBe('passed');
    expect(records.get('window', 'w1')?.ticket).toBeNull();
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:start', w1, world);
    expect(mustRefuse(records, 'ticket:pass', w1, world)).toEqual({
      refused: 'ticket.started',
      params: { number: 'A002' },
    });
  });

  it('[Q20] finishing ends a called or a served ticket and frees the window', () => {
    const called = issue('social');
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:finish', w1, world);
    expect(stateOf(called.id)).toBe('finished');
    const served = issue('social');
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:start', w1, world);
    must(records, 'ticket:finish', w1, world);
    expect(stateOf(served.id)).toBe('finished');
    expect(records.get('window', 'w1')?.ticket).toBeNull();
  });
});
