import { describe, expect, it } from 'vitest';
import { byGroup, deskOf } from '../../../content/views/desk.ts';
import { smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, must, testWorld } from '../../support/world.ts';

describe('what the guide desk knows', () => {
  it('tells each ticket of today, newest first, with its place or its window', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', { window: 'w1' }, world);
    for (const service of ['social', 'civil', 'social', 'social']) {
      must(records, 'ticket:issue', { service, kind: 'normal' }, world);
      world.wait(MINUTE);
    }
    must(records, 'ticket:next', { window: 'w1' }, world);
    const { tickets, services } = deskOf(records, world.now);
    expect(tickets.map(({ kept, ahead, window }) => [kept.body.number, ahead, window])).toEqual([
      ['A003', 2, null],
      ['A002', 1, null],
      ['B001', 0, null],
      ['A001', null, 1],
    ]);
    expect(tickets[0]!.minutes).not.toBeNull();
    expect(services.map(({ prefix, waiting }) => [prefix, waiting])).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 0],
    ]);
    // Nobody works at a window for land: how long it takes, nobody can tell.
    expect(services.map(({ minutes }) => minutes === null)).toEqual([false, false, true]);
    expect(deskOf(records, world.now + DAY).tickets).toEqual([]);
  });

  it('puts services in groups, those without one last, and says why one gives out no numbers', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const land = {
      name: '自然资源',
      short: '国土',
      prefix: 'C',
      digits: 2,
      group: '建设',
      limits: { day: 0 },
    };
    must(records, 'service:save', { id: 'land', ...land }, world);
    const { services } = deskOf(records, world.now);
    expect(byGroup(services).map(({ name, services: its }) => [name, its.map(({ id }) => id)])).toEqual([
      ['建设', ['land']],
      ['', ['social', 'civil']],
    ]);
    expect(services.find(({ id }) => id === 'land')?.refusal).toEqual({
      refused: 'limit.day',
      params: { name: '自然资源' },
    });
  });
});
