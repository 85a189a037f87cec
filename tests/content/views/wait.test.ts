import { describe, expect, it } from 'vitest';
import { estimateWait } from '../../../content/queue/estimate.ts';
import { waitOf, waitsAt } from '../../../content/views/wait.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, run, testWorld } from '../../support/world.ts';

describe('waits as they are told (history.md)', () => {
  it('[T10] many asked at once are told what each would be told alone, whatever the hall decided', () => {
    const orders = [
      { is: 'credit', minutes: 15 },
      { is: 'strict' },
      { is: 'ratio', priority: 1, normal: 2 },
    ] as const;
    for (let seed = 1; seed <= 30; seed++) {
      const records = smallHall();
      const world = testWorld(seed);
      const order = orders[seed % 3] ?? orders[0];
      must(records, 'queue:settings', { order, passBack: 2 }, world.as('chen'));
      const backup = records.get('window', 'w2');
      if (backup)
        records.apply([{ kind: 'window', id: 'w2', rev: 2, body: { ...backup, backup: ['land'] } }]);
      const services = { social: { count: 30, mean: 7 * MINUTE }, civil: { count: 9, mean: 15 * MINUTE } };
      must(records, 'pace:learn', { day: '2026-11-19', services }, world);
      const clerks = ['li', 'wang', 'zhao'];
      clerks.forEach((clerk, i) => run(records, 'window:take', { window: `w${i + 1}` }, world.as(clerk)));
      for (let step = 0; step < 40; step++) {
        world.wait(world.draw(2 * MINUTE));
        const at = world.draw(3);
        const window = `w${at + 1}`;
        const service = ['social', 'civil', 'land'][at] ?? '';
        world.as(clerks[at] ?? '');
        const does = world.draw(8);
        if (does === 0) run(records, 'ticket:next', { window }, world);
        else if (does === 1) run(records, 'ticket:pass', { window }, world);
        else if (does === 2) run(records, 'ticket:start', { window }, world);
        else run(records, 'ticket:issue', { service, kind: does === 3 ? 'priority' : 'normal' }, world);
      }
      const waits = waitsAt(records, world.now);
      const asked = [
        ...[...records.all('ticket')].map(({ id }) => ({ ticket: id })),
        ...['social', 'civil', 'land', 'none'].map((service) => ({ service })),
      ];
      for (const one of asked) {
        const alone = estimateWait(records, one, world.now, services);
        expect(waits(one)).toEqual(alone && { ahead: alone.ahead, ...alone.minutes });
      }
    }
  });

  it('[T10] without a working window there are people before, but no time', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    expect(waitOf(records, { service: 'social' }, world.now)).toEqual({ ahead: 1 });
    must(records, 'window:take', { window: 'w1' }, world);
    expect(waitOf(records, { service: 'social' }, world.now)).toEqual({ ahead: 1, from: 5, to: 15 });
  });
});
