import { describe, expect, it } from 'vitest';
import { hallAlerts } from '../../../content/views/alerts.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, testWorld } from '../../support/world.ts';

describe('alarms (history.md)', () => {
  it('[T16] as many as the hall said, or as long a wait; nothing unless the hall said so', () => {
    const records = smallHall();
    const world = testWorld();
    must(records, 'window:take', { window: 'w1' }, world.as('li'));
    const alarms = () => hallAlerts(records, world.now).filter(({ is }) => is.startsWith('line'));
    const since = world.now;
    for (let i = 0; i < 3; i++) {
      must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
      world.wait(MINUTE);
    }
    expect(alarms()).toEqual([]);
    must(records, 'queue:settings', { alarm: { waiting: 4, wait: 31 } }, world.as('chen'));
    expect(alarms()).toEqual([]);
    must(records, 'queue:settings', { alarm: { waiting: 3, wait: 30 } }, world.as('chen'));
    const service = { id: 'social', name: '社会保障' };
    expect(alarms()).toEqual([
      { is: 'line-long', service, waiting: 3, since },
      { is: 'line-slow', service, wait: 30, since },
    ]);
  });
});
