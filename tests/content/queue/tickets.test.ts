import { describe, expect, it } from 'vitest';
import { waitingOn } from '../../../content/queue/tickets.ts';
import { smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';

const normal = 'normal' as const;
const priority = 'priority' as const;

describe('tickets (queue.md)', () => {
  it('[Q1] a number is the prefix and the serial padded to the digits of the service', () => {
    const records = smallHall();
    const world = testWorld();
    expect(must(records, 'ticket:issue', { service: 'social', kind: normal }, world).number).toBe('A001');
    expect(must(records, 'ticket:issue', { service: 'land', kind: normal }, world).number).toBe('C01');
    expect(must(records, 'ticket:issue', { service: 'social', kind: normal }, world).number).toBe('A002');
  });

  it('[Q1] a service that is not there is refused', () => {
    const refusal = mustRefuse(smallHall(), 'ticket:issue', { service: 'none', kind: normal }, testWorld());
    expect(refusal.refused).toBe('service.missing');
  });

  it('[Q2] serials begin at 1 again on a new day of the hall, not of UTC', () => {
    const records = smallHall();
    const world = testWorld(); // 09:00 in the hall
    must(records, 'ticket:issue', { service: 'social', kind: normal }, world);
    world.wait(14 * 60 * MINUTE + 59 * MINUTE); // 23:59
    expect(must(records, 'ticket:issue', { service: 'social', kind: normal }, world).number).toBe('A002');
    world.wait(MINUTE); // midnight, still the same day in UTC
    expect(must(records, 'ticket:issue', { service: 'social', kind: normal }, world).number).toBe('A001');
  });

  it('[Q2] when the digits are used up no number is given out, and tomorrow there is one again', () => {
    const records = smallHall();
    const world = testWorld();
    for (let i = 0; i < 99; i++) must(records, 'ticket:issue', { service: 'land', kind: normal }, world);
    expect(mustRefuse(records, 'ticket:issue', { service: 'land', kind: normal }, world)).toEqual({
      refused: 'queue.full',
      params: { name: '自然资源' },
    });
    expect(records.count('ticket')).toBe(99);
    world.wait(DAY);
    expect(must(records, 'ticket:issue', { service: 'land', kind: normal }, world).number).toBe('C01');
  });

  it('[Q3] the first ticket of a day removes earlier ones and the windows’ hold on them', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', { window: 'w1' }, world);
    for (let i = 0; i < 3; i++) must(records, 'ticket:issue', { service: 'social', kind: normal }, world);
    const old = must(records, 'ticket:next', { window: 'w1' }, world);
    world.wait(DAY);
    const fresh = must(records, 'ticket:issue', { service: 'civil', kind: normal }, world);
    expect([...records.all('ticket')].map(({ id }) => id)).toEqual([fresh.id]);
    expect(records.get('ticket', old.id)).toBeUndefined();
    expect(records.get('window', 'w1')?.ticket).toBeNull();
    expect(records.get('window', 'w1')?.state.is).toBe('open');
  });

  it('[Q3] before that, a ticket of yesterday is neither called nor at its window', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', { window: 'w1' }, world);
    must(records, 'ticket:issue', { service: 'social', kind: normal }, world);
    const left = must(records, 'ticket:issue', { service: 'social', kind: normal }, world);
    must(records, 'ticket:next', { window: 'w1' }, world);
    world.wait(DAY);
    expect(mustRefuse(records, 'ticket:next', { window: 'w1' }, world).refused).toBe('queue.empty');
    expect(mustRefuse(records, 'ticket:call', { window: 'w1', ticket: left.id }, world).refused).toBe(
      'ticket.missing',
    );
    expect(mustRefuse(records, 'ticket:finish', { window: 'w1' }, world).refused).toBe('window.no-ticket');
    must(records, 'window:leave', { window: 'w1' }, world);
    expect(records.get('window', 'w1')?.ticket).toBeNull();
  });

  it('[Q4] a priority ticket counts as 15 minutes earlier, and no more', () => {
    const records = smallHall();
    const world = testWorld();
    const numbers = () => waitingOn(records, '2026-11-19').map(({ body }) => body.number);
    must(records, 'ticket:issue', { service: 'social', kind: normal }, world); // A001 09:00
    world.wait(10 * MINUTE);
    must(records, 'ticket:issue', { service: 'social', kind: normal }, world); // A002 09:10
    world.wait(6 * MINUTE);
    must(records, 'ticket:issue', { service: 'social', kind: priority }, world); // A003 09:16, as of 09:01
    expect(numbers()).toEqual(['A001', 'A003', 'A002']);
    world.wait(9 * MINUTE);
    must(records, 'ticket:issue', { service: 'social', kind: priority }, world); // A004 09:25, as of 09:10
    expect(numbers()).toEqual(['A001', 'A003', 'A002', 'A004']);
  });

  it('[Q4] tickets of one moment stand in the order of their numbers', () => {
    const records = smallHall();
    const world = testWorld();
    for (const service of ['civil', 'social', 'civil', 'social'])
      must(records, 'ticket:issue', { service, kind: normal }, world);
    expect(waitingOn(records, '2026-11-19').map(({ body }) => body.number)).toEqual([
      'A001',
      'A002',
      'B001',
      'B002',
    ]);
  });

  it('[Q5] a new ticket waits without a call', () => {
    const records = smallHall();
    const world = testWorld();
    const { id } = must(records, 'ticket:issue', { service: 'social', kind: priority }, world);
    expect(records.get('ticket', id)).toMatchObject({
      state: { is: 'waiting' },
      call: null,
      kind: 'priority',
    });
  });

  it('[Q6] ahead counts whoever the same windows would call before', () => {
    const records = smallHall();
    const world = testWorld();
    const issue = (service: string, kind: 'normal' | 'priority' = normal) =>
      must(records, 'ticket:issue', { service, kind }, world.wait(1000)).ahead;
    expect(issue('social')).toBe(0);
    expect(issue('civil')).toBe(1); // window 1 serves social and civil
    expect(issue('land')).toBe(1); // window 3 serves civil and land, not social
    expect(issue('social')).toBe(2);
    expect(issue('social', priority)).toBe(0);
  });
});
