import { describe, expect, it } from 'vitest';
import { letsThrough, waitingAlerts } from '../../../content/interrupts/alerts.ts';
import type { CommandInput } from '../../../content/model/command.ts';
import type { AlertSource } from '../../../content/model/interrupt.ts';
import type { RecordMap } from '../../../content/records.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { MINUTE, MORNING, must, mustRefuse, testWorld, type TestWorld } from '../../support/world.ts';

type Alert = CommandInput<'interrupt:alert'>;
const source: AlertSource = {
  sender: 'qixiang@example.gov.cn',
  identifier: 'A-1',
  sent: '2026-11-19T09:00:00+08:00',
  event: '暴雨红色预警',
  severity: 'Extreme',
  urgency: 'Immediate',
  certainty: 'Observed',
};
const alert: Alert = { source, act: 'Alert', references: [], title: '暴雨红色预警', text: '请避险' };
const named = (identifier: string) => [`${source.sender},${identifier},${source.sent}`];
const next = (identifier: string, more: Partial<Alert> = {}): Alert => ({
  ...alert,
  source: { ...source, identifier },
  ...more,
});

function hall(): RecordMap {
  const records = smallHall();
  records.apply([
    kept('account', 'chen', { ...records.get('account', 'chen')!, interrupts: true }),
    kept('screen', 's1', {
      name: '大厅',
      scene: { is: 'board' },
      diagonal: 43,
      distance: 6,
      sound: false,
      tokenHash: 'ab'.repeat(32),
      pairedBy: { id: 'chen', name: '陈管理' },
      pairedAt: MORNING,
    }),
  ]);
  return records;
}

const system = (world: TestWorld): TestWorld => {
  world.by = { is: 'key', id: 'k1', name: '气象局' };
  return world;
};

describe('alerts (interrupts.md)', () => {
  it('[Z12] an alert waits until a person lets it through or declines it', () => {
    const records = hall();
    const world = system(testWorld());
    const { id } = must(records, 'interrupt:alert', alert, world);
    const other = must(records, 'interrupt:alert', next('A-2'), world.wait(1));
    expect(waitingAlerts(records, world.now).map((one) => one.id)).toEqual([id, other.id]);
    expect(mustRefuse(records, 'interrupt:confirm', { id }, world.as('li')).refused).toBe('interrupt.right');
    must(records, 'interrupt:confirm', { id }, world.as('chen'));
    expect(records.get('interrupt', id)).toMatchObject({ state: 'on', confirmed: { by: { id: 'chen' } } });
    must(records, 'interrupt:end', { id: other.id }, world);
    expect(records.get('interrupt', other.id)?.over?.why).toBe('declined');
    expect(mustRefuse(records, 'interrupt:confirm', { id: other.id }, world).refused).toBe('interrupt.over');
  });

  it('[Z13] a rule lets through what meets all of its conditions, and nothing else', () => {
    expect(letsThrough({ to: { is: 'all' } }, source)).toBe(true);
    const rule = {
      severity: ['Extreme' as const],
      event: '暴雨',
      sender: source.sender,
      to: { is: 'all' as const },
    };
    expect(letsThrough(rule, source)).toBe(true);
    for (const other of [{ severity: 'Severe' as const }, { event: '大雾' }, { sender: 'x@example.com' }])
      expect(letsThrough(rule, { ...source, ...other })).toBe(false);
    expect(letsThrough({ ...rule, urgency: ['Future'] }, source)).toBe(false);
    expect(letsThrough({ ...rule, certainty: ['Possible'] }, source)).toBe(false);
    const records = hall();
    const world = testWorld().as('chen');
    must(records, 'interrupt:settings', { alerts: [rule] }, world);
    expect(must(records, 'interrupt:alert', alert, system(world)).state).toBe('on');
    const mild = next('A-9', { source: { ...source, identifier: 'A-9', severity: 'Minor' } });
    expect(must(records, 'interrupt:alert', mild, world).state).toBe('waiting');
  });

  it('[Z14] an update takes the place of what is on; a cancel ends it; strangers change nothing', () => {
    const records = hall();
    const world = system(testWorld());
    const first = must(records, 'interrupt:alert', alert, world).id;
    must(records, 'interrupt:confirm', { id: first }, world.as('chen'));
    const update = next('A-2', { act: 'Update', references: named('A-1'), text: '雨势增强' });
    const stranger = { ...update, source: { ...update.source, sender: 'x@example.com' } };
    expect(must(records, 'interrupt:alert', stranger, system(world)).state).toBe('waiting');
    expect(records.get('interrupt', first)?.state).toBe('on');
    const second = must(records, 'interrupt:alert', update, world);
    expect(second.state).toBe('on');
    expect(records.get('interrupt', first)?.over?.why).toBe('replaced');
    const cancel = next('A-3', { act: 'Cancel', references: named('A-2') });
    expect(must(records, 'interrupt:alert', cancel, world)).toEqual({ id: second.id, state: 'over' });
    expect(records.get('interrupt', second.id)?.over?.why).toBe('cancelled');
    expect(
      mustRefuse(records, 'interrupt:alert', { ...cancel, source: { ...source, identifier: 'A-4' } }, world)
        .refused,
    ).toBe('alert.unknown');
  });

  it('[Z15] the same alert again changes nothing; one that has expired is noted as over', () => {
    const records = hall();
    const world = system(testWorld());
    const first = must(records, 'interrupt:alert', alert, world);
    expect(must(records, 'interrupt:alert', { ...alert, text: '别的字' }, world)).toEqual(first);
    expect(records.count('interrupt')).toBe(1);
    const old = next('A-5', { until: world.now - MINUTE });
    expect(must(records, 'interrupt:alert', old, world).state).toBe('over');
    const soon = must(records, 'interrupt:alert', next('A-6', { until: world.now + MINUTE }), world);
    expect(waitingAlerts(records, world.now).map(({ id }) => id)).toContain(soon.id);
    expect(waitingAlerts(records, world.now + MINUTE).map(({ id }) => id)).not.toContain(soon.id);
  });
});
