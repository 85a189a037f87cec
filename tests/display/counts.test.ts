import { describe, expect, it } from 'vitest';
import { pageOf, slotsOf, widthOf } from '../../display/counts.ts';
import type { Line, Told } from '../../display/counts.ts';

const zone = 'Asia/Shanghai';
/** 2026-11-21 10:30 in China. */
const BACK = Date.UTC(2026, 10, 21, 2, 30);
const room = { ems: 21, rows: 4 };

const waiting = (count: number): Told['waiting'] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ service: `s${at}`, name: `第${at}项业务`, short: `业${at}`, count: at + 1 },
  }));
const passed = (count: number) => Array.from({ length: count }, (_, at) => `A${100 + at}`);
const told = (given: Partial<Told>): Told => ({ passed: [], paused: [], waiting: [], ...given });

/** All lines that come in turn, in as many rounds as a slot has. */
function allOf(slots: ReturnType<typeof slotsOf>): Line[] {
  return slots.flatMap((slot) => {
    const rounds = Math.ceil(slot.lines.length / slot.rows);
    return Array.from({ length: rounds }, (_, round) => pageOf(slot, round)).flat();
  });
}

describe('lists below the calls (board.md)', () => {
  it('[S5] [S9] every passed number comes in turn, on lines that fit, each with where to go', () => {
    for (const count of [1, 3, 4, 17])
      for (const ems of [18, 21, 40]) {
        const lines = allOf(slotsOf(told({ passed: passed(count) }), new Map(), zone, { ems, rows: 4 }));
        const numbers = lines.filter(({ hint }) => hint === '请到导办台');
        expect(numbers.flatMap(({ parts }) => parts)).toEqual(passed(count));
        for (const { parts, hint } of numbers)
          expect(widthOf([...parts, hint].join(' '))).toBeLessThanOrEqual(ems - 2.1);
      }
  });

  it('[S6] a range is told where there is one, and one from nothing as "within"', () => {
    const ranges = new Map([
      ['s0', { from: 10, to: 20 }],
      ['s1', { from: 0, to: 5 }],
    ]);
    const lines = allOf(slotsOf(told({ waiting: waiting(3) }), ranges, zone, room));
    expect(lines.map(({ columns }) => columns)).toEqual([
      { name: '第0项业务', people: '1人', wait: '约10–20分钟' },
      { name: '第1项业务', people: '2人', wait: '5分钟以内' },
      { name: '第2项业务', people: '3人', wait: '' },
    ]);
  });

  it('[S6] services for which nobody waits are left out; with nobody at all it says so', () => {
    const nobody = waiting(2).map((one) => ({ ...one, count: 0 }));
    expect(allOf(slotsOf(told({ waiting: nobody }), new Map(), zone, room))).toEqual([
      { label: '等候', parts: ['目前无人等候'] },
    ]);
    const some = [...nobody, { service: 'x', name: '社会保障', short: '社保', count: 2 }];
    expect(
      allOf(slotsOf(told({ waiting: some }), new Map(), zone, room)).map(({ columns }) => columns?.name),
    ).toEqual(['社会保障']);
  });

  it('[S7] a pause is told with the window to go to, else with its return, else alone', () => {
    const paused = [
      { number: 3, goTo: 1, back: BACK },
      { number: 5, goTo: null, back: BACK },
      { number: 7, goTo: null, back: null },
    ];
    const lines = allOf(slotsOf(told({ paused }), new Map(), zone, room));
    expect(lines.filter(({ label }) => label === '暂停').flatMap(({ parts }) => parts)).toEqual([
      ...['3号窗口，请到1号窗口', '5号窗口，10:30恢复', '7号窗口'],
    ]);
  });

  it('[S9] no more lines stand than there is room for, and every line comes in turn', () => {
    const paused = [{ number: 3, goTo: 1, back: null }];
    for (const rows of [1, 2, 3, 4])
      for (const services of [0, 1, 2, 6])
        for (const count of [0, 2, 9]) {
          const given = told({ passed: passed(count), paused, waiting: waiting(services) });
          const slots = slotsOf(given, new Map(), zone, { ems: 21, rows });
          expect(slots.reduce((sum, slot) => sum + slot.rows, 0)).toBeLessThanOrEqual(rows);
          const lines = allOf(slots);
          const words = lines
            .map(({ parts, columns }) => [...parts, columns?.name ?? ''].join(' '))
            .join(' ');
          for (const number of given.passed) expect(words).toContain(number);
          for (const { name, short } of given.waiting)
            expect(words.includes(name) || words.includes(short)).toBe(true);
          expect(words).toContain('3号窗口');
        }
  });
});
