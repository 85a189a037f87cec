import { describe, expect, test } from 'vitest';
import {
  readDay,
  endOfMonth,
  fromLocal,
  minutesBetween,
  readClock,
  toLocal,
  wordMoment,
} from '../../control/dates.ts';

const CHINA = 'Asia/Shanghai';
const morning = Date.UTC(2026, 10, 19, 1, 5, 30);

describe('dates of the hall', () => {
  test('a moment goes to the wall clock of the hall and back, to the minute', () => {
    expect(toLocal(morning, CHINA)).toBe('2026-11-19T09:05');
    expect(fromLocal('2026-11-19T09:05', CHINA)).toBe(morning - 30_000);
    for (const zone of [CHINA, 'Europe/Berlin', 'America/New_York', 'Pacific/Apia'])
      for (const month of [0, 2, 5, 9, 11]) {
        const moment = Date.UTC(2026, month, 27, 13, 17);
        expect(fromLocal(toLocal(moment, zone), zone)).toBe(moment);
      }
  });

  test('what is no time is null, not a wrong moment', () => {
    for (const text of ['', '2026-11-19', 'tomorrow', '2026-13-45T99:99'])
      expect(fromLocal(text, CHINA)).toBeNull();
  });

  test('the end of a month is the midnight that begins the next, over the year too', () => {
    expect(toLocal(endOfMonth(morning, CHINA), CHINA)).toBe('2026-12-01T00:00');
    expect(toLocal(endOfMonth(Date.UTC(2026, 11, 31, 15, 59), CHINA), CHINA)).toBe('2027-01-01T00:00');
  });

  test('a moment of today is a time, of another day a day and a time, of another year with the year', () => {
    expect(wordMoment(morning, morning, CHINA, 'zh-CN')).toBe('09:05');
    expect(wordMoment(morning, morning + 86_400_000, CHINA, 'zh-CN')).toBe('11月19日 09:05');
    expect(wordMoment(morning, Date.UTC(2027, 1, 1), CHINA, 'zh-CN')).toBe('2026年11月19日 09:05');
    expect(wordMoment(morning, morning + 86_400_000, CHINA, 'en')).toBe('19 Nov 09:05');
  });

  test('a time of day is read as people type it', () => {
    for (const typed of ['9:00', '900', ' 09:00 ', '9：00', '０９：００'])
      expect(readClock(typed)).toBe('09:00');
    for (const typed of ['', '9', '24:00', '9:60', 'noon']) expect(readClock(typed)).toBeNull();
  });

  test('minutes are whole and never negative', () => {
    expect(minutesBetween(0, 119_999)).toBe(1);
    expect(minutesBetween(60_000, 0)).toBe(0);
  });
});

test('a day is taken as people type it, in the year at hand if none is given', () => {
  for (const typed of [
    '2026-11-28',
    '2026年11月28日',
    '2026.11.28',
    '2026/11/28',
    '11-28',
    '11月28日',
    '20261128',
    '２０２６－１１－２８',
  ])
    expect(readDay(typed, '2026-01-05'), typed).toBe('2026-11-28');
  for (const typed of ['2026-02-30', '13-01', '明天', '', '2026'])
    expect(readDay(typed, '2026-01-05'), typed).toBeNull();
});
