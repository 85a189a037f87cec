import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordMap } from '../../../content/records.ts';
import type { Actor } from '../../../content/model/record.ts';
import { overtimeOf } from '../../../content/views/overtime.ts';
import { wordRefusal } from '../../../content/refusals.ts';
import { office, smallHall } from '../../support/hall.ts';
import {
  DAY,
  MINUTE,
  MORNING,
  must,
  mustRefuse,
  run,
  testWorld,
  type TestWorld,
} from '../../support/world.ts';

let records: RecordMap;
let world: TestWorld;
const HOUR = 60 * MINUTE;
const social = { service: 'social', kind: 'normal' as const };

beforeEach(() => {
  records = smallHall(office);
  world = testWorld();
});

/** As the kiosk, unless another actor is given; `hours` after 9:00 on a Thursday. */
function at(hours: number, by: Actor = { is: 'screen', id: 'k', name: '取号机' }): TestWorld {
  world.now = MORNING + hours * HOUR;
  world.by = by;
  return world;
}
const li: Actor = { is: 'account', id: 'li', name: '李窗口' };

describe('numbers and opening hours (queue.md)', () => {
  it('[Q56] after closing no numbers are given out, and the words say when the hall opens', () => {
    const { refused, params } = mustRefuse(records, 'ticket:issue', social, at(8));
    expect(refused).toBe('queue.closed');
    expect(wordRefusal(refused, params)).toBe('现在不是办公时间，不发号。11月20日 09:00 开门。');
    expect(params?.at).toBe(MORNING + DAY);
  });
  it('[Q56] at noon neither, until fifteen minutes before the afternoon', () => {
    expect(mustRefuse(records, 'ticket:issue', social, at(3)).params?.time).toBe('14:00');
    expect(mustRefuse(records, 'ticket:issue', social, at(4.74)).refused).toBe('queue.closed');
    must(records, 'ticket:issue', social, at(4.75));
  });
  it('[Q56] the minutes ahead are the hall’s, and hold before the morning too', () => {
    mustRefuse(records, 'ticket:issue', social, at(-0.5));
    must(records, 'ticket:issue', social, at(-0.25));
    must(records, 'queue:settings', { issueAhead: 30 }, at(0, { is: 'account', id: 'chen', name: '陈' }));
    must(records, 'ticket:issue', social, at(-0.5));
  });
  it('[Q56] a holiday of the calendar is closed', () => {
    const days = [{ day: '2026-11-19', is: 'off' as const, note: '停电检修' }];
    must(records, 'calendar:save', { days, lines: [] }, at(0, { is: 'account', id: 'chen', name: '陈' }));
    expect(mustRefuse(records, 'ticket:issue', social, at(1)).params?.day).toBe(20);
  });
  it('[Q56] with no opening in sight it says so', () => {
    const days = Array.from({ length: 101 }, (_, n) => ({
      day: new Date(Date.UTC(2026, 10, 19 + n)).toISOString().slice(0, 10),
      is: 'off' as const,
      note: '装修',
    }));
    must(records, 'calendar:save', { days, lines: [] }, at(0, { is: 'account', id: 'chen', name: '陈' }));
    expect(mustRefuse(records, 'ticket:issue', social, at(1)).refused).toBe('queue.closed-long');
  });
  it('[Q57] numbers end so many minutes before the last closing, not before noon', () => {
    must(records, 'queue:settings', { stopBefore: 30 }, at(0, { is: 'account', id: 'chen', name: '陈' }));
    must(records, 'ticket:issue', social, at(2.9));
    must(records, 'ticket:issue', social, at(7.49));
    expect(mustRefuse(records, 'ticket:issue', social, at(7.5))).toEqual({
      refused: 'queue.last',
      params: { closes: '17:00' },
    });
    must(records, 'ticket:issue', { ...social, confirmed: true }, at(7.5, li));
  });
  it('[Q58] a person at the desk may go on once told; kiosks, phones and systems may not', () => {
    expect(mustRefuse(records, 'ticket:issue', social, at(8, li)).refused).toBe('queue.closed');
    must(records, 'ticket:issue', { ...social, confirmed: true }, at(8, li));
    for (const is of ['screen', 'key', 'visitor'] as const) {
      const tried = at(8, { is, id: 'x', name: 'x' });
      const { refused } = mustRefuse(records, 'ticket:issue', { ...social, confirmed: true }, tried);
      expect(refused).toBe('queue.closed');
    }
  });
  it('[Q56 Q58] without a hall there are no hours', () => {
    const hall = records.rev('hall', 'hall') + 1;
    records.apply([{ kind: 'hall', id: 'hall', rev: hall, body: null }]);
    expect(run(records, 'ticket:issue', social, at(8))).not.toHaveProperty('refused');
  });
  it('[Q59] after closing, not at noon, the panel counts who still waits; they are called all the same', () => {
    must(records, 'ticket:issue', social, at(0));
    must(records, 'ticket:issue', social, at(0));
    expect(overtimeOf(records, at(1).now)).toBeNull();
    expect(overtimeOf(records, at(3.5).now)).toBeNull();
    expect(overtimeOf(records, at(8).now)).toEqual({ waiting: 2 });
    must(records, 'window:take', { window: 'w1' }, at(8, li));
    must(records, 'ticket:next', { window: 'w1' }, at(8, li));
    expect(overtimeOf(records, at(8).now)).toEqual({ waiting: 1 });
  });
});
