import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../../../content/model/command.ts';
import { ratedRows, ratingRates } from '../../../content/ratings/rates.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';

type Give = CommandInput<'rating:give'>;

/** A visit that 李明 served at window 1, rated. Returns its id. */
function rated(given: Omit<Give, 'ticket'>, at = smallHall(), world = testWorld()) {
  const state = at.get('window', 'w1')?.state;
  if (state?.is === 'closed') must(at, 'window:take', { window: 'w1' }, world.as('li'));
  const { id } = must(at, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
  must(at, 'ticket:next', { window: 'w1' }, world.wait(MINUTE));
  must(at, 'ticket:finish', { window: 'w1' }, world.wait(MINUTE));
  world.by = { is: 'visitor', id: 'a'.repeat(32), name: '手机' };
  must(at, 'rating:give', { ticket: id, ...given }, world);
  return { records: at, world, id };
}

const verify = { what: 'verify', text: '看了监控', result: 'founded' } as const;
const mend = { what: 'mend', text: '已批评教育' } as const;
const callback = { what: 'callback', text: '已道歉', result: 'content' } as const;

describe('a bad rating', () => {
  test('[E11] opens a case in the same commit; with others there is none, and no number is kept', () => {
    for (const degree of [5, 4, 3] as const) {
      const { records } = rated({ degree, contact: '13900001111' });
      expect(records.count('case')).toBe(0);
    }
    for (const degree of [2, 1] as const) {
      const { records, id } = rated({ degree, contact: '13900001111' });
      expect(records.get('case', id)).toMatchObject({ rating: id, contact: '13900001111', closed: null });
    }
  });

  test('[E11] what is no phone number is not taken for one', () => {
    const { records, world } = rated({ degree: 5 });
    const next = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
    must(records, 'ticket:next', { window: 'w1' }, world);
    must(records, 'ticket:start', { window: 'w1' }, world);
    for (const contact of ['12', '微信同号', '13900001111转1', '13900001111 13900002222'])
      expect(mustRefuse(records, 'rating:give', { ticket: next.id, degree: 1, contact }, world).refused).toBe(
        'rating.phone',
      );
  });

  test('[E12] is due at the end of the fifth working day, or of as many as the hall sets', () => {
    // Thursday 19 November 2026; the hall works from Monday to Friday.
    const { records, world, id } = rated({ degree: 1 });
    expect(records.get('case', id)?.due).toBe(Date.UTC(2026, 10, 26, 16));
    must(records, 'rating:settings', { caseDays: 1 }, world.as('chen'));
    const next = rated({ degree: 2 }, records, world);
    expect(records.get('case', next.id)?.due).toBe(Date.UTC(2026, 10, 20, 16));
  });

  test('[E13] each step has the result that belongs to it', () => {
    const { records, world, id } = rated({ degree: 1 });
    world.as('chen');
    expect(mustRefuse(records, 'case:note', { id, what: 'verify', text: '…' }, world).refused).toBe(
      'case.result',
    );
    expect(mustRefuse(records, 'case:note', { id, ...mend, result: 'content' }, world).refused).toBe(
      'case.result',
    );
    must(records, 'case:note', { id, ...verify }, world);
    expect(records.get('case', id)?.steps).toEqual([
      { at: world.now, by: { id: 'chen', name: '陈管理' }, ...verify },
    ]);
  });

  test('[E13] nobody checks, calls back or closes what is about themselves; mending is theirs', () => {
    const { records, world, id } = rated({ degree: 1 });
    world.as('li');
    expect(mustRefuse(records, 'case:note', { id, ...verify }, world).refused).toBe('case.own');
    expect(mustRefuse(records, 'case:note', { id, ...callback }, world).refused).toBe('case.own');
    must(records, 'case:note', { id, ...mend }, world);
    must(records, 'case:note', { id, ...callback }, world.as('chen'));
    expect(mustRefuse(records, 'case:close', { id }, world.as('li')).refused).toBe('case.own');
    must(records, 'case:close', { id }, world.as('chen'));
  });

  test('[E14] is closed with mending and a call-back, in any order, and not without; then it stands still', () => {
    const { records, world, id } = rated({ degree: 1 });
    world.as('chen');
    expect(mustRefuse(records, 'case:close', { id }, world).refused).toBe('case.steps');
    must(records, 'case:note', { id, ...callback }, world);
    expect(mustRefuse(records, 'case:close', { id }, world).refused).toBe('case.steps');
    must(records, 'case:note', { id, ...mend }, world);
    must(records, 'case:close', { id }, world);
    expect(mustRefuse(records, 'case:note', { id, ...mend }, world).refused).toBe('case.closed');
    expect(mustRefuse(records, 'case:close', { id }, world).refused).toBe('case.closed');
  });

  test('[E14] one that is unfounded needs no mending, unless it turns out founded after all', () => {
    const { records, world, id } = rated({ degree: 1 });
    world.as('chen');
    must(records, 'case:note', { id, ...callback }, world);
    must(records, 'case:note', { id, ...verify, result: 'unfounded' }, world);
    must(records, 'case:note', { id, ...verify }, world);
    expect(mustRefuse(records, 'case:close', { id }, world).refused).toBe('case.steps');
    must(records, 'case:note', { id, ...verify, result: 'unfounded' }, world);
    must(records, 'case:close', { id }, world);
  });

  test('[E15] loses the visitor’s number when it is closed', () => {
    const { records, world, id } = rated({ degree: 1, contact: '13900001111' });
    world.as('chen');
    for (const step of [mend, callback]) must(records, 'case:note', { id, ...step }, world);
    must(records, 'case:close', { id }, world);
    expect(JSON.stringify([...records.everything()])).not.toContain('13900001111');
  });
});

describe('[E16] rates', () => {
  test('nothing to divide by is no rate', () => {
    const rates = ratingRates([], 0, MORNING + DAY);
    expect(rates.count).toBe(0);
    for (const one of [rates.satisfied, rates.mended, rates.calledBack, rates.closed])
      expect(one).toEqual({ count: 0, of: 0, rate: null });
  });

  test('are counted for the hall, its windows, clerks and services, within the time', () => {
    const first = rated({ degree: 5 });
    const { records, world } = first;
    const bad = [rated({ degree: 2 }, records, world).id, rated({ degree: 1 }, records, world).id];
    rated({ degree: 3 }, records, world);
    world.as('chen');
    must(records, 'case:note', { id: bad[0]!, ...mend }, world);
    must(records, 'case:note', { id: bad[0]!, ...callback }, world);
    must(records, 'case:close', { id: bad[0]! }, world);
    must(records, 'case:note', { id: bad[1]!, ...callback, result: 'no-contact' }, world);
    const rates = ratingRates(ratedRows(records), MORNING, world.now + 1);
    expect(rates.degrees).toEqual({ 5: 1, 4: 0, 3: 1, 2: 1, 1: 1 });
    expect(rates.satisfied).toEqual({ count: 2, of: 4, rate: 0.5 });
    expect(rates.mended).toEqual({ count: 1, of: 2, rate: 0.5 });
    expect(rates.calledBack).toEqual({ count: 1, of: 1, rate: 1 });
    expect(rates.closed).toEqual({ count: 1, of: 2, rate: 0.5 });
    expect(rates.windows.get('w1')?.count).toBe(4);
    expect(rates.services.get('social')?.satisfied.rate).toBe(0.5);
    expect(rates.clerks.get('li')).toMatchObject({ name: '李窗口', count: 4 });
    const at = records.get('rating', first.id)!.at;
    expect(ratingRates(ratedRows(records), at, at + 1).count).toBe(1);
    expect(ratingRates(ratedRows(records), at + 1, at + 1).count).toBe(0);
  });

  test('a rating without a clerk counts for its window and for nobody', () => {
    const { records, id } = rated({ degree: 5 });
    const nobody = structuredClone(records.get('rating', id)!);
    delete nobody.clerk;
    records.apply([kept('rating', id, nobody)]);
    const rates = ratingRates(ratedRows(records), 0, MORNING + DAY);
    expect(rates.windows.get('w1')?.count).toBe(1);
    expect(rates.clerks.size).toBe(0);
  });
});
