import { describe, expect, test } from 'vitest';
import { checkHours, clockOf, dayOf, openingAt, wordHours, wordSpans } from '../../content/calendar.ts';

const office = {
  weekdays: [1, 2, 3, 4, 5],
  spans: [
    { from: '14:00', to: '17:00' },
    { from: '09:00', to: '12:00' },
  ],
};
const span = (from: string, to: string) => ({ from, to });
/** A moment by the clocks of China. */
const china = (text: string) => Date.parse(`${text}+08:00`);

describe('days and times', () => {
  test('[H1] the day and the time are those of the time zone', () => {
    const now = Date.parse('2026-11-20T16:05:00Z');
    expect(dayOf(now, 'Asia/Shanghai')).toBe('2026-11-21');
    expect(dayOf(now)).toBe('2026-11-21');
    expect(dayOf(now, 'America/New_York')).toBe('2026-11-20');
    expect(clockOf(now, 'Asia/Shanghai')).toBe('00:05');
    expect(clockOf(now, 'America/New_York')).toBe('11:05');
  });
});

describe('checking hours', () => {
  test('[H2] a span that ends before or when it starts is refused', () => {
    expect(checkHours({ spans: [span('12:00', '09:00')] })).toEqual({ refused: 'hours.wrong' });
    expect(checkHours({ spans: [span('09:00', '09:00')] })).toEqual({ refused: 'hours.wrong' });
  });
  test('[H2] spans that overlap are refused in any order', () => {
    const overlap = [span('09:00', '12:00'), span('11:59', '13:00')];
    expect(checkHours({ spans: overlap })).toEqual({ refused: 'hours.wrong' });
    expect(checkHours({ spans: overlap.toReversed() })).toEqual({ refused: 'hours.wrong' });
    expect(checkHours({ spans: [span('09:00', '12:00'), span('09:00', '12:00')] })).not.toBeNull();
  });
  test('[H2] spans may touch and stand in any order', () => {
    expect(checkHours({ spans: [span('12:00', '14:00'), span('09:00', '12:00')] })).toBeNull();
    expect(checkHours(office)).toBeNull();
  });
});

describe('opening', () => {
  const at = (text: string, hours = office, zone = 'Asia/Shanghai') => openingAt(hours, zone, china(text));

  test('[H3] the start belongs to a span and the end does not', () => {
    expect(at('2026-11-20T08:59:59.999').open).toBe(false);
    expect(at('2026-11-20T09:00').open).toBe(true);
    expect(at('2026-11-20T11:59:59.999').open).toBe(true);
    expect(at('2026-11-20T12:00').open).toBe(false);
  });
  test('[H4] open: until the end of the span, and the next opening after it', () => {
    expect(at('2026-11-20T10:00')).toEqual({
      open: true,
      until: china('2026-11-20T12:00'),
      next: china('2026-11-20T14:00'),
    });
  });
  test('[H4] closed on Friday evening: the next opening is on Monday', () => {
    const monday = china('2026-11-23T09:00');
    expect(at('2026-11-20T17:00')).toEqual({ open: false, until: monday, next: monday });
  });
  test('[H4] one open day a week finds the next one while it is open', () => {
    const hours = { weekdays: [7], spans: [span('08:00', '08:30')] };
    expect(at('2026-11-22T08:10', hours)).toEqual({
      open: true,
      until: china('2026-11-22T08:30'),
      next: china('2026-11-29T08:00'),
    });
  });
  test('[H3] spans that touch are one', () => {
    const hours = { weekdays: [5], spans: [span('12:00', '17:00'), span('09:00', '12:00')] };
    expect(at('2026-11-20T10:00', hours).until).toBe(china('2026-11-20T17:00'));
  });
  test('[H4] the answer holds right up to `until` and not at it', () => {
    let now = china('2026-11-19T00:00');
    for (let i = 0; i < 30; i++) {
      const { open, until } = openingAt(office, 'Asia/Shanghai', now);
      expect(openingAt(office, 'Asia/Shanghai', until - 1).open).toBe(open);
      expect(openingAt(office, 'Asia/Shanghai', until).open).toBe(!open);
      now = until;
    }
  });
});

describe('changes of the clocks', () => {
  const every = (from: string, to: string) => ({ weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [span(from, to)] });

  test('[H5] opening hours are those on the wall before and after', () => {
    // Berlin leaves summer time on 2026-10-25 at 03:00.
    const before = openingAt(every('09:00', '12:00'), 'Europe/Berlin', Date.parse('2026-10-24T12:00Z'));
    expect(before.next).toBe(Date.parse('2026-10-25T08:00Z'));
    const day = openingAt(every('09:00', '12:00'), 'Europe/Berlin', Date.parse('2026-10-23T12:00Z'));
    expect(day.next).toBe(Date.parse('2026-10-24T07:00Z'));
  });
  test('[H5] a time that is skipped comes right after the change', () => {
    const { next } = openingAt(every('02:30', '12:00'), 'Europe/Berlin', Date.parse('2026-03-28T23:30Z'));
    expect(next).toBe(Date.parse('2026-03-29T01:30Z'));
    expect(clockOf(next ?? 0, 'Europe/Berlin')).toBe('03:30');
  });
  test('[H5] a time that is shown twice is meant the first time', () => {
    const { next } = openingAt(every('02:30', '12:00'), 'Europe/Berlin', Date.parse('2026-10-24T22:30Z'));
    expect(next).toBe(Date.parse('2026-10-25T00:30Z'));
  });
});

describe('wording', () => {
  test('[H6] as on a door', () => {
    expect(wordHours(office)).toBe('周一至周五 9:00–12:00 14:00–17:00');
    expect(wordHours(office, 'en')).toBe('Mon–Fri 9:00–12:00 14:00–17:00');
    expect(wordSpans(office.spans)).toEqual(['9:00–12:00', '14:00–17:00']);
  });
  test.each([
    [[6, 7], '周六、周日'],
    [[1, 2, 3, 5], '周一至周三、周五'],
    [[7, 1, 7], '周一、周日'],
    [[1, 2, 3, 4, 5, 6, 7], '每天'],
  ])('[H6] %j are %s', (weekdays, words) => {
    expect(wordHours({ weekdays, spans: [span('09:00', '17:00')] })).toBe(`${words} 9:00–17:00`);
  });
});
