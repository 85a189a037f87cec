import { describe, expect, it } from 'vitest';
import type { OrderPolicy } from '../../../content/model/hall.ts';
import type { WalkInKind } from '../../../content/model/ticket.ts';
import { turnAfter } from '../../../content/queue/order.ts';
import type { RecordMap } from '../../../content/records.ts';
import { callerOf } from '../../../content/views/caller.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
const clerks = { w1: 'li', w2: 'wang' } as const;

function hallWith(order: OrderPolicy, seed = 1) {
  const records = smallHall();
  const world = testWorld(seed);
  must(records, 'queue:settings', { order }, world.as('chen'));
  for (const [window, clerk] of Object.entries(clerks))
    must(records, 'window:take', { window }, world.as(clerk));
  return { records, world };
}

function issue(records: RecordMap, world: TestWorld, kinds: string) {
  return [...kinds].map((letter) => {
    const kind = letter === 'P' ? 'priority' : 'normal';
    return must(records, 'ticket:issue', { service: 'social', kind }, world.wait(MINUTE));
  });
}

/** Calls everybody at w1: number, why and kind, in order. */
function callAll(records: RecordMap, world: TestWorld): [string, string][] {
  const called: [string, string][] = [];
  for (world.as('li'); ;) {
    const next = callerOf(records, 'li', world.now).next;
    if (!next) return called;
    expect(must(records, 'ticket:next', w1, world.wait(1000)).number).toBe(next.ticket.number);
    called.push([next.ticket.number, next.why]);
  }
}

const numbers = (called: [string, string][]) => called.map(([number]) => Number(number.slice(1)));

/** A made-up rush: who was called when, in calls of each window; everybody waits for social affairs. */
function rush(order: OrderPolicy, seed: number) {
  const { records, world } = hallWith(order, seed);
  const visits = new Map<
    string,
    { kind: WalkInKind; issuedAt: number; ahead: number; overtakenAt: { w1: number; w2: number } }
  >();
  const line: string[] = [];
  const kindOf = (id: string) => visits.get(id)?.kind;
  const called: { id: string; window: 'w1' | 'w2' }[] = [];
  const call = () => {
    const window = world.draw(3) === 0 ? 'w2' : 'w1';
    const { id } = must(records, 'ticket:next', { window }, world.as(clerks[window]));
    line.splice(line.indexOf(id), 1);
    called.push({ id, window });
    for (const other of line) {
      const visit = visits.get(other);
      if (visit && visit.kind !== kindOf(id)) visit.overtakenAt[window] += 1;
    }
  };
  for (let i = 0; i < 400; i++) {
    world.wait(world.draw(2 * MINUTE));
    if (line.length > 0 && world.draw(100) < 45) call();
    else {
      const kind = world.draw(10) < 6 ? 'priority' : 'normal';
      const { id } = must(records, 'ticket:issue', { service: 'social', kind }, world);
      const ahead = line.filter((other) => kindOf(other) === kind).length;
      visits.set(id, { kind, issuedAt: world.now, ahead, overtakenAt: { w1: 0, w2: 0 } });
      line.push(id);
    }
  }
  while (line.length > 0) call();
  return { visits, called };
}

describe('who is first (queue.md)', () => {
  it('[Q38] [Q40] the minutes of the credit are the hall’s', () => {
    const { records, world } = hallWith({ is: 'credit', minutes: 2 });
    issue(records, world, 'NNNP');
    expect(callAll(records, world)).toEqual([
      ['A001', 'arrival'],
      ['A002', 'arrival'],
      ['A004', 'priority'],
      ['A003', 'arrival'],
    ]);
  });

  it('[Q38] [Q40] strict calls priority first, each kind by arrival', () => {
    const { records, world } = hallWith({ is: 'strict' });
    issue(records, world, 'NPNP');
    expect(callAll(records, world)).toEqual([
      ['A002', 'strict'],
      ['A004', 'strict'],
      ['A001', 'arrival'],
      ['A003', 'arrival'],
    ]);
  });

  it('[Q39] [Q40] ratio 2 : 1 calls two priority tickets, then a normal one', () => {
    const { records, world } = hallWith({ is: 'ratio', priority: 2, normal: 1 });
    const issued = issue(records, world, 'NNNPPPP');
    expect(issued.map(({ ahead }) => ahead)).toEqual([0, 1, 2, 0, 1, 3, 4]);
    expect(callAll(records, world)).toEqual([
      ['A004', 'ratio'],
      ['A005', 'ratio'],
      ['A001', 'arrival'],
      ['A006', 'ratio'],
      ['A007', 'ratio'],
      ['A002', 'arrival'],
      ['A003', 'arrival'],
    ]);
  });

  it('[Q39] a kind that is due with nobody waiting gives up the rest of its share', () => {
    const ratio = { is: 'ratio' as const, priority: 3, normal: 2 };
    expect([0, 1, 2].map((turn) => turnAfter(ratio, turn, 'priority'))).toEqual([1, 2, 3]);
    expect([3, 4].map((turn) => turnAfter(ratio, turn, 'normal'))).toEqual([4, 0]);
    expect(turnAfter(ratio, 1, 'normal')).toBe(4);
    expect(turnAfter(ratio, 3, 'priority')).toBe(1);
  });

  it('[Q39] choosing does not move the round on, and taking back next gives the turn back', () => {
    const { records, world } = hallWith({ is: 'ratio', priority: 1, normal: 1 });
    const [first, , third] = issue(records, world, 'PNPN');
    world.as('li');
    must(records, 'ticket:call', { ...w1, ticket: third?.id ?? '' }, world);
    expect(must(records, 'ticket:next', w1, world).id).toBe(first?.id);
    must(records, 'ticket:undo', w1, world);
    expect(numbers(callAll(records, world))).toEqual([1, 2, 4]);
  });

  it.each([1, 2, 3, 4])('[Q38] credit: nobody is overtaken from later than the credit, seed %i', (seed) => {
    const { visits, called } = rush({ is: 'credit', minutes: 10 }, seed);
    called.forEach(({ id }, at) => {
      const visit = visits.get(id);
      for (const { id: before } of called.slice(0, at)) {
        const late = (visits.get(before)?.issuedAt ?? 0) - (visit?.issuedAt ?? 0);
        expect(late).toBeLessThanOrEqual(10 * MINUTE);
      }
    });
  });

  it.each([1, 2, 3, 4])('[Q38] strict: nobody of a kind is overtaken by the same kind, seed %i', (seed) => {
    const { visits, called } = rush({ is: 'strict' }, seed);
    for (const kind of ['normal', 'priority'] as const) {
      const times = called.map(({ id }) => visits.get(id)).filter((visit) => visit?.kind === kind);
      const arrivals = times.map((visit) => visit?.issuedAt ?? 0);
      expect(arrivals).toEqual([...arrivals].sort((one, other) => one - other));
    }
    for (const { kind, overtakenAt } of visits.values())
      if (kind === 'priority') expect(overtakenAt).toEqual({ w1: 0, w2: 0 });
  });

  it.each([1, 2, 3, 4, 5, 6])('[Q39] ratio: the wait of both kinds is bounded, seed %i', (seed) => {
    const world = testWorld(seed);
    const share = { priority: 1 + world.draw(4), normal: 1 + world.draw(4) };
    const { visits, called } = rush({ is: 'ratio', ...share }, seed);
    expect(called).toHaveLength(visits.size);
    for (const { kind, ahead, overtakenAt } of visits.values()) {
      const other = kind === 'normal' ? 'priority' : 'normal';
      const bound = share[other] * Math.ceil((ahead + 1) / share[kind]);
      expect(Math.max(overtakenAt.w1, overtakenAt.w2)).toBeLessThanOrEqual(bound);
    }
  });
});
