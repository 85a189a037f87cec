import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  clockOf,
  dayOf,
  isMarketDay,
  isWorkingDay,
  openingAt,
  planOf,
  weekdayOf,
} from '../../content/calendar.ts';
import type { Timetable } from '../../content/calendar.ts';
import type { Calendar, ExceptionalDay } from '../../content/model/calendar.ts';
import type { Span } from '../../content/model/hall.ts';
import { MINUTE, seeded } from '../support/world.ts';

const span = (from: string, to: string): Span => ({ from, to });
const week = { weekdays: [1, 2, 3, 4, 5], spans: [span('09:00', '12:00'), span('14:00', '17:00')] };
const china = (text: string) => Date.parse(`${text}+08:00`);
const zone = 'Asia/Shanghai';

function withDays(days: ExceptionalDay[], market?: Calendar['market']): Timetable {
  return { ...week, calendar: { days, lines: [], ...(market && { market }) } };
}

/** National Day of 2026 as the State Council set it. */
const national: ExceptionalDay[] = [
  { day: '2026-09-20', is: 'work', note: '国庆节调休上班' },
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
    day: `2026-10-${day}`,
    is: 'off' as const,
    note: '国庆节放假',
  })),
  { day: '2026-10-10', is: 'work', note: '国庆节调休上班' },
];

describe('exceptional days (calendar.md)', () => {
  test('[H7] a holiday is closed all day, and the next opening is behind it', () => {
    const opens = china('2026-10-08T09:00');
    expect(openingAt(withDays(national), zone, china('2026-10-01T10:00'))).toEqual({
      open: false,
      until: opens,
      next: opens,
    });
    expect(openingAt(withDays(national), zone, china('2026-09-30T16:00')).next).toBe(opens);
  });
  test('[H7] a Saturday of 调休 is open in the hall’s hours or its own', () => {
    expect(openingAt(withDays(national), zone, china('2026-10-10T10:00')).open).toBe(true);
    const own = withDays([{ day: '2026-10-10', is: 'work', spans: [span('10:30', '12:00')], note: '' }]);
    expect(openingAt(own, zone, china('2026-10-10T10:00')).open).toBe(false);
    expect(openingAt(own, zone, china('2026-10-10T10:30')).open).toBe(true);
  });
  test('[H7] a special day has its own hours only', () => {
    const half = withDays([{ day: '2026-11-20', is: 'special', spans: [span('09:00', '11:00')], note: '' }]);
    expect(openingAt(half, zone, china('2026-11-20T15:00')).next).toBe(china('2026-11-23T09:00'));
  });
  test('[H9] a closing of three months is seen beyond', () => {
    const days = Array.from({ length: 92 }, (_, at) => ({
      day: addDays('2026-11-20', at),
      is: 'off' as const,
      note: '装修',
    }));
    expect(openingAt(withDays(days), zone, china('2026-11-20T10:00')).next).toBe(china('2027-02-22T09:00'));
  });
  test('[H9] always open: no change in sight', () => {
    const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [span('00:00', '24:00')] };
    const now = china('2026-11-20T23:59:30');
    const { open, until, next } = openingAt(always, zone, now);
    expect({ open, next }).toEqual({ open: true, next: null });
    expect(until).toBeGreaterThan(now + 10 * 24 * 60 * MINUTE);
  });
});

describe('market days', () => {
  const figures = (list: number[], lunar = false) => ({
    on: { by: 'figure' as const, figures: list, lunar },
  });

  test('[H8] by the last figure of the day of the month', () => {
    const days = Array.from({ length: 31 }, (_, at) => addDays('2026-12-01', at));
    const market = days.filter((day) => isMarketDay(figures([1, 4, 7]), day)).map((day) => day.slice(8));
    expect(market).toEqual(['01', '04', '07', '11', '14', '17', '21', '24', '27', '31']);
  });
  test('[H8] by the lunar day: the first of the first month of 2027 is 6 February', () => {
    expect(isMarketDay(figures([1], true), '2027-02-06')).toBe(true);
    expect(isMarketDay(figures([2], true), '2027-02-07')).toBe(true);
    expect(isMarketDay(figures([6], true), '2027-02-06')).toBe(false);
  });
  test('[H8] with hours of its own it is open on a Sunday too, but not on a holiday', () => {
    const market = { on: { by: 'weekday' as const, weekdays: [7] }, spans: [span('08:00', '13:00')] };
    expect(openingAt(withDays([], market), zone, china('2026-11-22T08:30')).open).toBe(true);
    const off = withDays([{ day: '2026-11-22', is: 'off', note: '停电' }], market);
    expect(openingAt(off, zone, china('2026-11-22T08:30')).open).toBe(false);
    expect(planOf(off, '2026-11-22')).toMatchObject({ market: true, spans: [], weekday: 7 });
  });
  test('[H8] without hours of its own it changes nothing', () => {
    const market = { on: { by: 'weekday' as const, weekdays: [5, 7] } };
    expect(planOf(withDays([], market), '2026-11-22').spans).toEqual([]);
    expect(planOf(withDays([], market), '2026-11-20').spans).toEqual(week.spans);
  });
});

describe('working days', () => {
  const { calendar } = withDays([
    ...national,
    { day: '2026-10-11', is: 'special', spans: [span('09:00', '12:00')], note: '双休日预约' },
  ]);

  test('[H10] weekdays, but for days off and 调休; special hours make none', () => {
    expect(isWorkingDay(calendar, '2026-09-30')).toBe(true);
    expect(isWorkingDay(calendar, '2026-10-05')).toBe(false);
    expect(isWorkingDay(calendar, '2026-10-10')).toBe(true);
    expect(isWorkingDay(calendar, '2026-10-11')).toBe(false);
    expect(isWorkingDay(undefined, '2026-10-05')).toBe(true);
  });
  test('[H10] counted from the day after', () => {
    expect(addWorkingDays(calendar, '2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkingDays(calendar, '2026-10-08', 2)).toBe('2026-10-10');
    expect(addWorkingDays(calendar, '2026-10-08', 3)).toBe('2026-10-12');
    expect(addWorkingDays(calendar, '2026-10-03', 0)).toBe('2026-10-03');
  });
});

describe('openness over random calendars', () => {
  const clock = (minutes: number) =>
    minutes === 1440
      ? '24:00'
      : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

  function randomSpans(draw: (below: number) => number): Span[] {
    const cuts = new Set<number>([0, 1440].filter(() => draw(4) === 0));
    while (cuts.size < 4) cuts.add(draw(96) * 15);
    const [a = 0, b = 0, c = 0, d = 0] = [...cuts].sort((one, other) => one - other);
    return draw(2) ? [span(clock(c), clock(d)), span(clock(a), clock(b))] : [span(clock(a), clock(d))];
  }

  function randomTimetable(draw: (below: number) => number, from: string): Timetable {
    const days = Array.from({ length: 12 }, (_, at) => at)
      .filter(() => draw(3) === 0)
      .map((at): ExceptionalDay => {
        const day = addDays(from, at - 1);
        const kind = draw(4);
        if (kind === 0) return { day, is: 'off', note: '' };
        if (kind === 1) return { day, is: 'work', note: '' };
        return { day, is: kind === 2 ? 'work' : 'special', spans: randomSpans(draw), note: '' };
      });
    const market: Calendar['market'] = {
      on: draw(2)
        ? { by: 'weekday', weekdays: [1 + draw(7)] }
        : { by: 'figure', figures: [draw(10), draw(10)], lunar: false },
      ...(draw(2) ? { spans: randomSpans(draw) } : {}),
    };
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => draw(3) > 0);
    return {
      weekdays: weekdays.length > 0 ? weekdays : [3],
      spans: randomSpans(draw),
      calendar: { days, lines: [], ...(draw(2) ? { market } : {}) },
    };
  }

  /** The rules said again, minute by minute, from nothing but the clock on the wall. */
  function isOpen(timetable: Timetable, timeZone: string, at: number): boolean {
    const [day, time] = [dayOf(at, timeZone), clockOf(at, timeZone)];
    const exception = timetable.calendar?.days.find((one) => one.day === day);
    const market = timetable.calendar?.market;
    let spans = timetable.weekdays.includes(weekdayOf(day)) ? timetable.spans : [];
    if (market?.spans && isMarketDay(market, day)) spans = market.spans;
    if (exception?.is === 'off') spans = [];
    if (exception?.is === 'work') spans = exception.spans ?? timetable.spans;
    if (exception?.is === 'special') spans = exception.spans;
    return spans.some(({ from, to }) => from <= time && time < to);
  }

  test.each([
    ['Asia/Shanghai', '2026-09-28'],
    ['Asia/Urumqi', '2026-12-30'],
    ['Europe/Berlin', '2026-04-20'],
    ['America/New_York', '2026-11-05'],
  ])('[H3 H4 H7 H8 H9] agrees with a walk minute by minute in %s', (timeZone, from) => {
    const random = seeded(7);
    const draw = (below: number) => Math.floor(random() * below);
    const start = Date.parse(`${from}T00:00Z`);
    const length = 6 * 24 * 60;
    for (let round = 0; round < 3; round += 1) {
      const timetable = randomTimetable(draw, from);
      const open = Array.from({ length }, (_, at) => isOpen(timetable, timeZone, start + at * MINUTE));
      for (let at = 0; at < length; at += 1 + draw(120)) {
        const now = start + at * MINUTE;
        const opening = openingAt(timetable, timeZone, now);
        expect(opening.open).toBe(open[at]);
        const change = open.indexOf(!open[at], at);
        if (change >= 0) expect(opening.until).toBe(start + change * MINUTE);
        else expect(opening.until).toBeGreaterThanOrEqual(start + length * MINUTE);
        const shut = open.indexOf(false, at);
        const next = shut < 0 ? -1 : open.indexOf(true, shut);
        if (next >= 0) expect(opening.next).toBe(start + next * MINUTE);
      }
    }
  });

  test.each([
    ['Europe/Berlin', '2026-03-27'],
    ['Europe/Berlin', '2026-10-23'],
    ['Australia/Lord_Howe', '2026-10-02'],
  ])('[H5 H9] over a change of the clocks in %s, spans away from the changed hours', (timeZone, from) => {
    const random = seeded(11);
    const draw = (below: number) => Math.floor(random() * below);
    const start = Date.parse(`${from}T00:00Z`);
    const length = 5 * 24 * 60;
    for (let round = 0; round < 3; round += 1) {
      const timetable = {
        weekdays: [1, 2, 3, 4, 5, 6, 7].filter(() => draw(4) > 0).concat(7),
        spans: [span(clock(240 + draw(20) * 15), '12:00'), span('13:30', draw(2) ? '18:00' : '24:00')],
      };
      for (let at = 0; at < length; at += 1 + draw(60)) {
        const now = start + at * MINUTE;
        expect(openingAt(timetable, timeZone, now).open).toBe(isOpen(timetable, timeZone, now));
      }
    }
  });
});
