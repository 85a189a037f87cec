import { beforeEach, describe, expect, it } from 'vitest';
import type { Standard } from '../../../content/model/standard.ts';
import { hallOf } from '../../../content/premises/hall.ts';
import { RecordMap } from '../../../content/records.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const sourced = { source: '测试', force: 'ours' as const };
const standard = {
  names: [
    { ...sourced, placeKind: 'town', level: 'town', label: '乡镇', pattern: '{town}便民服务中心' },
    { ...sourced, placeKind: 'village', level: 'village', label: '村', pattern: '{village}便民服务室' },
  ],
  endings: { town: ['镇', '乡'] },
} as unknown as Standard;
const hours = { weekdays: [1, 2, 3], spans: [{ from: '08:30', to: '12:00' }] };
const update = { placeKind: 'town' as const, place: { town: '白石镇' }, hours };

let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('chen');
  world.standards.set('test', standard);
});

describe('the hall (premises.md)', () => {
  it('[R6] a change of place composes the official name anew', () => {
    const zone = hallOf(records)?.body.timeZone;
    must(records, 'hall:update', { ...update, rev: 1, place: { town: ' 白石镇 ', former: '' } }, world);
    expect(hallOf(records)?.body).toEqual({
      name: '白石镇便民服务中心',
      standard: 'test',
      placeKind: 'town',
      place: { town: '白石镇' },
      timeZone: zone,
      hours,
    });
    must(records, 'hall:update', { ...update, rev: 2 }, world);
    expect(hallOf(records)?.rev).toBe(2);
    expect(mustRefuse(records, 'hall:update', { ...update, rev: 1 }, world).refused).toBe('record.changed');
  });

  it('[R6] wrong hours, a wrong place and an unknown standard are refused', () => {
    const spans = [{ from: '12:00', to: '09:00' }];
    const refused = (more: Partial<typeof update>) =>
      mustRefuse(records, 'hall:update', { ...update, ...more }, world).refused;
    expect(refused({ hours: { weekdays: [1], spans } })).toBe('hours.wrong');
    expect(refused({ place: { town: '白石' } })).toBe('name.part-wrong');
    world.standards.clear();
    expect(refused({})).toBe('standard.unknown');
    expect(mustRefuse(new RecordMap(), 'hall:update', update, world).refused).toBe('setup.missing');
    expect(hallOf(records)?.rev).toBe(1);
  });
});
