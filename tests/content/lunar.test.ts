import { getLunarDate } from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays } from '../../content/calendar.ts';
import { lunarDayOf } from '../../content/lunar.ts';

test('[H8] the lunar day is that of chinese-days, every day from 2025 to 2060', () => {
  const wrong: string[] = [];
  for (let day = '2025-01-29'; day <= '2060-12-31'; day = addDays(day, 1))
    if (lunarDayOf(day) !== getLunarDate(day).lunarDay) wrong.push(day);
  expect(wrong).toEqual([]);
});

test('[H8] outside its table it is unknown', () => {
  expect(lunarDayOf('2025-01-28')).toBeNull();
  expect(lunarDayOf('2062-01-01')).toBeNull();
});
