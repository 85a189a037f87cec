import { describe, expect, it } from 'vitest';
import { hallDays, runsOf, wordDays, wordMarket } from '../../../content/views/days.ts';
import type { ExceptionalDay } from '../../../content/model/calendar.ts';
import { office } from '../../support/hall.ts';

const off = (day: string, note = '国庆节放假'): ExceptionalDay => ({ day, is: 'off', note });

describe('the hall’s days in words', () => {
  it('days in a row that are alike are one run', () => {
    const days = [off('2026-10-02'), off('2026-10-01'), off('2026-10-03', '停电'), off('2026-10-05')];
    const runs = runsOf(days, '2026-01-01', '2026-12-31').map(({ from, to, note }) => [from, to, note]);
    expect(runs).toEqual([
      ['2026-10-01', '2026-10-02', '国庆节放假'],
      ['2026-10-03', '2026-10-03', '停电'],
      ['2026-10-05', '2026-10-05', '国庆节放假'],
    ]);
  });
  it('visitors are told of the next weeks, not of today and not of next year', () => {
    const days = [off('2026-09-29'), off('2026-09-30'), off('2026-12-31')];
    const { today, coming } = hallDays({ ...office, calendar: { days, lines: [] } }, '2026-09-29');
    expect(today.spans).toEqual([]);
    expect(coming.map(({ from }) => from)).toEqual(['2026-09-30']);
  });
  it('are worded as on a notice', () => {
    expect(wordDays({ from: '2026-10-01', to: '2026-10-07' })).toBe('10月1日至10月7日');
    expect(wordDays({ from: '2026-10-10', to: '2026-10-10' })).toBe('10月10日（周六）');
    expect(wordMarket({ on: { by: 'figure', figures: [7, 1, 4], lunar: true } })).toBe('农历逢 1、4、7 赶场');
    const spans = [{ from: '08:00', to: '13:00' }];
    expect(wordMarket({ on: { by: 'weekday', weekdays: [7] }, spans })).toBe('周日赶场 8:00–13:00');
  });
});
