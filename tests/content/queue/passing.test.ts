import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueSettings } from '../../../content/model/hall.ts';
import { today } from '../../../content/premises/hall.ts';
import { waitingOn } from '../../../content/queue/tickets.ts';
import { RecordMap } from '../../../content/records.ts';
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

function settle(queue: QueueSettings): void {
  must(records, 'queue:settings', queue, world.as('chen'));
  world.as('li');
}

function issue(count: number): string[] {
  return Array.from(
    { length: count },
    () => must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.wait(MINUTE)).id,
  );
}

/** Calls the next and passes it; the numbers that wait then, first in line first. */
function pass(): string[] {
  must(records, 'ticket:next', w1, world);
  must(records, 'ticket:pass', w1, world.wait(1000));
  return waitingOn(records, today(records, world.now)).map(({ body }) => body.number);
}

describe('passing (queue.md)', () => {
  it('[Q29] with a number, a passed ticket waits again after so many others', () => {
    settle({ passBack: 2 });
    issue(4);
    expect(pass()).toEqual(['A002', 'A003', 'A001', 'A004']);
    expect(records.get('window', 'w1')?.ticket).toBeNull();
    expect(pass()).toEqual(['A003', 'A001', 'A002', 'A004']);
  });

  it('[Q29] with fewer waiting it goes behind them, and alone it is the next again', () => {
    settle({ passBack: 3 });
    issue(2);
    expect(pass()).toEqual(['A002', 'A001']);
    must(records, 'ticket:next', w1, world);
    expect(pass()).toEqual(['A001']);
  });

  it('[Q29] with `end` it goes behind all, and who comes later stands behind it', () => {
    settle({ passBack: 'end' });
    issue(3);
    expect(pass()).toEqual(['A002', 'A003', 'A001']);
    issue(1);
    expect(pass()).toEqual(['A003', 'A001', 'A004', 'A002']);
  });

  it('[Q29] it finds a place however often others were put into the same gap', () => {
    settle({ passBack: 1, passLimit: 9 });
    issue(1);
    for (let i = 0; i < 3; i++)
      must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.wait(1));
    for (let i = 0; i < 16; i++) pass();
    const orders = waitingOn(records, today(records, world.now)).map(({ body }) => body.order);
    expect(new Set(orders).size).toBe(orders.length);
    expect(orders).toHaveLength(4);
  });

  it('[Q30] the third pass drops a ticket that goes back into the line', () => {
    settle({ passBack: 5 });
    const [id = ''] = issue(1);
    pass();
    pass();
    expect(records.get('ticket', id)).toMatchObject({ state: { is: 'waiting' }, passes: 2 });
    expect(pass()).toEqual([]);
    expect(records.get('ticket', id)).toMatchObject({ state: { is: 'dropped' }, passes: 3 });
  });

  it('[Q30] on the list a ticket is passed without end', () => {
    const [id = ''] = issue(1);
    must(records, 'ticket:next', w1, world);
    for (let i = 1; i < 6; i++) {
      must(records, 'ticket:pass', w1, world);
      expect(records.get('ticket', id)).toMatchObject({ state: { is: 'passed' }, passes: i });
      must(records, 'ticket:call', { ...w1, ticket: id }, world);
    }
  });

  it('[Q31] settings are refused against an older revision, and the same ones change nothing', () => {
    settle({ passBack: 2 });
    const rev = records.rev('hall', 'hall');
    settle({ passBack: 2 });
    expect(records.rev('hall', 'hall')).toBe(rev);
    const stale = mustRefuse(records, 'queue:settings', { rev: rev - 1, passBack: 'end' }, world.as('chen'));
    expect(stale.refused).toBe('record.changed');
    must(records, 'queue:settings', { rev }, world);
    expect(records.get('hall', 'hall')?.queue).toEqual({});
    expect(mustRefuse(new RecordMap(), 'queue:settings', {}, world).refused).toBe('setup.missing');
  });
});
