import { beforeEach, describe, expect, it } from 'vitest';
import type { Limits } from '../../../content/model/window.ts';
import { afternoonOf } from '../../../content/queue/limits.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { wordRefusal } from '../../../content/refusals.ts';
import { office, smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, must, mustRefuse, run, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const service = { name: '社会保障', short: '社保', prefix: 'A', digits: 3 };
let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall(office);
  world = testWorld().as('li');
});

function limit(limits?: Limits): void {
  must(records, 'service:save', { id: 'social', ...service, ...(limits && { limits }) }, world.as('chen'));
  world.as('li');
}

const issue = () =>
  must(records, 'ticket:issue', { service: 'social', kind: 'normal', confirmed: true }, world);
const refused = () =>
  mustRefuse(records, 'ticket:issue', { service: 'social', kind: 'normal', confirmed: true }, world);

describe('limits (queue.md)', () => {
  it('[Q41] the morning’s numbers end, and the words say from when there are more', () => {
    limit({ morning: 2, afternoon: 1 });
    issue();
    issue();
    const refusal = refused();
    expect(refusal.refused).toBe('limit.morning');
    expect(wordRefusal(refusal.refused, refusal.params)).toBe('社会保障上午的号已发完，下午 14:00 起发号。');
    expect(records.get('series', 'A')?.last).toBe(2);
    must(records, 'ticket:issue', { service: 'civil', kind: 'normal' }, world);
    world.wait(4 * 60 * MINUTE);
    expect(refused().refused).toBe('limit.morning');
    world.wait(60 * MINUTE);
    expect(issue().number).toBe('A003');
    expect(refused()).toEqual({ refused: 'limit.afternoon', params: { name: '社会保障' } });
    world.wait(DAY - 5 * 60 * MINUTE);
    expect(issue().number).toBe('A001');
  });

  it('[Q41] a morning after which nothing comes is the end of the day’s numbers', () => {
    for (const more of [{ afternoon: 0 }, { lastIssue: '11:30' }]) {
      limit({ morning: 0, ...more });
      expect(refused().refused).toBe('limit.day');
    }
  });

  it('[Q41] the day has a limit of its own, and a cancelled number gives its place back', () => {
    limit({ day: 2 });
    const { id } = issue();
    issue();
    expect(refused()).toEqual({ refused: 'limit.day', params: { name: '社会保障' } });
    must(records, 'ticket:cancel', { ticket: id }, world);
    expect(issue().number).toBe('A003');
  });

  it('[Q41] a transferred ticket counts where it was issued', () => {
    limit({ day: 1 });
    must(records, 'window:take', { window: 'w1' }, world);
    issue();
    must(records, 'ticket:next', { window: 'w1' }, world);
    must(records, 'ticket:transfer', { window: 'w1', service: 'civil' }, world);
    expect(refused().refused).toBe('limit.day');
  });

  it('[Q41] the afternoon begins after the longest break, else at noon', () => {
    const spans = (...list: [string, string][]) => ({ spans: list.map(([from, to]) => ({ from, to })) });
    expect(afternoonOf(spans(['14:30', '17:00'], ['09:00', '12:00']))).toBe('14:30');
    const short = spans(['08:00', '10:00'], ['10:15', '12:00'], ['13:30', '18:00']);
    expect(afternoonOf(short)).toBe('13:30');
    expect(afternoonOf(spans(['09:00', '17:00']))).toBe('12:00');
    expect(afternoonOf(undefined)).toBe('12:00');
  });

  it('[G1] a service that is shut to kiosks or phones is refused there, and open at the desk', () => {
    const give = (closedTo: ('kiosk' | 'phone')[]) =>
      must(records, 'service:save', { id: 'social', ...service, closedTo }, world.as('chen'));
    const from = (is: 'screen' | 'visitor' | 'key' | 'account') => {
      world.by = { is, id: 'one', name: 'one' };
      return run(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    };
    const shut = { refused: 'service.desk-only', params: { name: '社会保障' } };
    give(['kiosk']);
    expect(from('screen')).toEqual(shut);
    expect(isRefusal(from('visitor'))).toBe(false);
    give(['kiosk', 'phone']);
    expect(from('screen')).toEqual(shut);
    expect(from('visitor')).toEqual(shut);
    expect(isRefusal(from('account'))).toBe(false);
    expect(isRefusal(from('key'))).toBe(false);
    expect(records.get('series', 'A')?.last).toBe(3);
    give([]);
    expect(records.get('service', 'social')).toEqual(service);
    expect(isRefusal(from('screen'))).toBe(false);
  });

  it('[Q42] from the last issue on there are no numbers, and who has one is served', () => {
    limit({ lastIssue: '09:30' });
    const { id } = issue();
    world.wait(30 * MINUTE - 1);
    issue();
    world.wait(1);
    expect(refused()).toEqual({ refused: 'limit.last', params: { name: '社会保障', time: '09:30' } });
    must(records, 'window:take', { window: 'w1' }, world);
    expect(must(records, 'ticket:next', { window: 'w1' }, world).id).toBe(id);
  });

  it('[Q41] a form that does not know of limits keeps them; an empty set takes them away', () => {
    limit({ day: 1 });
    limit();
    expect(records.get('service', 'social')?.limits).toEqual({ day: 1 });
    limit({});
    expect(records.get('service', 'social')).toEqual(service);
  });
});
