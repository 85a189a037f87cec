import { describe, expect, test } from 'vitest';
import { blocksOf, fresh, minutesOf, onDays, redate, retime, stretchOf } from '../../control/weekdraft.ts';
import type { Words } from '../../control/weekdraft.ts';

const almanac = { zone: 'Asia/Shanghai', calendar: undefined };
const MONDAY = '2026-11-23';
const SATURDAY = '2026-11-28';
const words = (more: Partial<Words> = {}): Words => ({
  ...{ name: '早间', playlist: 'films', to: { is: 'all' }, priority: 0, enabled: true },
  ...more,
});
const morning = words({
  weekdays: [1, 2],
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ],
});

describe('the week of the schedule (schedule.md L3)', () => {
  test('an entry is drawn on its days, in its hours, between its first and its last day', () => {
    const blocks = (entry: Words, day: string) =>
      blocksOf([{ id: 'e', body: entry }], day, almanac).map(({ from, to }) => [from / 60, to / 60]);
    expect(blocks(morning, MONDAY)).toEqual([
      [9, 12],
      [14, 17],
    ]);
    expect(blocks(morning, SATURDAY)).toEqual([]);
    expect(blocks(words(), SATURDAY)).toEqual([[0, 24]]);
    expect(blocks(words({ only: 'workdays' }), SATURDAY)).toEqual([]);
    expect(blocks(words({ until: '2026-11-22' }), MONDAY)).toEqual([]);
    expect(blocks(words({ from: MONDAY }), MONDAY)).toEqual([[0, 24]]);
  });

  test('stretches that overlap stand beside each other, others take the whole width', () => {
    const late = words({ hours: [{ from: '11:00', to: '15:00' }] });
    const entries = [
      { id: 'a', body: morning },
      { id: 'b', body: late },
    ];
    const blocks = blocksOf(entries, MONDAY, almanac);
    expect(blocks.map(({ entry, lane, lanes }) => [entry, lane, lanes])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['a', 0, 2],
    ]);
    expect(blocksOf([{ id: 'a', body: morning }], MONDAY, almanac).every(({ lanes }) => lanes === 1)).toBe(
      true,
    );
  });

  test('a stretch goes to another time, but not onto another one of its entry, out of the day or to nothing', () => {
    expect(retime(morning, 0, { from: 480, to: 660 })?.hours).toEqual([
      { from: '08:00', to: '11:00' },
      { from: '14:00', to: '17:00' },
    ]);
    expect(retime(morning, 1, { from: minutesOf('18:00'), to: 1440 })?.hours?.[1]).toEqual({
      ...{ from: '18:00', to: '24:00' },
    });
    expect(retime(morning, 0, { from: 780, to: 900 })).toBeNull();
    expect(retime(morning, 0, { from: -30, to: 150 })).toBeNull();
    expect(retime(morning, 0, { from: 540, to: 540 })).toBeNull();
  });

  test('an entry goes from one day to another that it has not; all seven days are every day', () => {
    expect(redate(morning, MONDAY, SATURDAY)?.weekdays).toEqual([2, 6]);
    expect(redate(morning, MONDAY, '2026-11-24')).toBeNull();
    expect(redate(words(), MONDAY, SATURDAY)).toBeNull();
    expect(onDays(morning, [7, 1, 2, 3, 4, 5, 6])).not.toHaveProperty('weekdays');
    expect(onDays(morning, [5, 1]).weekdays).toEqual([1, 5]);
  });

  test('hours that are drawn lie on half hours, half an hour at least, within the day', () => {
    expect(stretchOf(545, 610)).toEqual({ from: 540, to: 600 });
    expect(stretchOf(610, 545)).toEqual({ from: 540, to: 600 });
    expect(stretchOf(1439, 1440)).toEqual({ from: 1410, to: 1440 });
    expect(stretchOf(0, 0)).toEqual({ from: 0, to: 30 });
    expect(fresh('宣传片', 'films', { is: 'all' }, MONDAY, stretchOf(545, 610))).toMatchObject({
      ...{ weekdays: [1], hours: [{ from: '09:00', to: '10:00' }] },
    });
  });
});
