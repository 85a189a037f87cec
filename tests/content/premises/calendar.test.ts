import { beforeEach, describe, expect, it } from 'vitest';
import { calendarOf } from '../../../content/premises/calendar.ts';
import type { RecordMap } from '../../../content/records.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, run, testWorld, type TestWorld } from '../../support/world.ts';

let records: RecordMap;
let world: TestWorld;
const off = (day: string) => ({ day, is: 'off' as const, note: '放假' });

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('chen');
});

describe('the hall’s calendar (premises.md)', () => {
  it('[R12] is saved whole, with its days in order', () => {
    const lines = [{ title: '双休日预约服务', when: '9:00–17:00' }];
    must(records, 'calendar:save', { days: [off('2026-10-02'), off('2026-10-01')], lines }, world);
    expect(calendarOf(records)).toEqual({ days: [off('2026-10-01'), off('2026-10-02')], lines });
    expect(records.rev('calendar', 'calendar')).toBe(1);
    must(records, 'calendar:save', { rev: 1, days: [off('2026-10-02'), off('2026-10-01')], lines }, world);
    expect(records.rev('calendar', 'calendar')).toBe(1);
  });
  it('[R12] one who looked at an older one is told', () => {
    must(records, 'calendar:save', { days: [off('2026-10-01')], lines: [] }, world);
    must(records, 'calendar:save', { rev: 1, days: [off('2026-10-02')], lines: [] }, world);
    const late = mustRefuse(records, 'calendar:save', { rev: 1, days: [], lines: [] }, world);
    expect(late.refused).toBe('record.changed');
    // Somebody who saw none at all is late as well once there is one.
    const blind = mustRefuse(records, 'calendar:save', { rev: 0, days: [], lines: [] }, world);
    expect(blind.refused).toBe('record.changed');
  });
  it.each([
    ['calendar.day-wrong', { days: [off('2026-02-30')], lines: [] }],
    ['calendar.day-twice', { days: [off('2026-10-01'), off('2026-10-01')], lines: [] }],
    [
      'hours.wrong',
      {
        days: [
          { day: '2026-10-01', is: 'special' as const, spans: [{ from: '12:00', to: '09:00' }], note: '' },
        ],
        lines: [],
      },
    ],
  ])('[R12] %s', (code, input) => {
    expect(run(records, 'calendar:save', input, world)).toMatchObject({ refused: code });
    expect(records.rev('calendar', 'calendar')).toBe(0);
  });
});
