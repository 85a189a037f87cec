import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../../../content/model/command.ts';
import { Commands } from '../../../content/model/command.ts';
import { project } from '../../../content/projection.ts';
import { lastServed, WINDOW_MS } from '../../../content/ratings/rating.ts';
import { isRefusal } from '../../../content/rule.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, must, mustRefuse, run, testWorld, type TestWorld } from '../../support/world.ts';

const phone = (world: TestWorld): TestWorld => {
  world.by = { is: 'visitor', id: 'a'.repeat(32), name: '手机' };
  return world;
};
const screen = (world: TestWorld, id: string): TestWorld => {
  world.by = { is: 'screen', id, name: '评价屏' };
  return world;
};

/** 李明 at window 1 has called, started and finished one visit; `served` is it. */
function hall(finish = true) {
  const records = smallHall();
  const world = testWorld();
  must(records, 'window:take', { window: 'w1' }, world.as('li'));
  const { id: served } = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
  must(records, 'ticket:next', { window: 'w1' }, world.wait(MINUTE));
  must(records, 'ticket:start', { window: 'w1' }, world.wait(MINUTE));
  if (finish) must(records, 'ticket:finish', { window: 'w1' }, world.wait(MINUTE));
  for (const window of ['w1', 'w2'])
    records.apply([
      {
        ...kept('screen', `s-${window}`, {
          name: '评价屏',
          scene: { is: 'counter', window, touch: true },
          diagonal: 15,
          distance: 1,
          sound: false,
          tokenHash: '0'.repeat(64),
          pairedBy: { id: 'chen', name: '陈管理' },
          pairedAt: world.now,
        }),
      },
    ]);
  return { records, world, served };
}

describe('giving a rating', () => {
  test('[E1] [E9] it keeps degree, reasons, words, and of the visit what outlives the ticket', () => {
    const { records, world, served } = hall();
    const input = { ticket: served, degree: 5, reasons: ['slow'], words: ' 很好 ', by: 'slip' } as const;
    must(records, 'rating:give', { ...input, reasons: [...input.reasons] }, phone(world));
    expect(records.get('rating', served)).toEqual({
      number: 'A001',
      day: '2026-11-19',
      service: 'social',
      window: 'w1',
      windowNumber: 1,
      clerk: { id: 'li', name: '李窗口' },
      degree: 5,
      reasons: ['slow'],
      words: '很好',
      origin: 'slip',
      at: world.now,
    });
    expect(records.get('ticket', served)?.rated).toBe(world.now);
    expect(records.count('case')).toBe(0);
  });

  test('[E2] one visit gives one rating, whatever comes after it and from wherever', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { records, served } = hall();
      const world = testWorld(seed);
      world.now += 3 * MINUTE;
      let given = 0;
      let first: unknown;
      for (let time = 0; time < 12; time++) {
        const degree = (1 + world.draw(5)) as CommandInput<'rating:give'>['degree'];
        if (world.draw(2)) phone(world);
        else screen(world, world.draw(2) ? 's-w1' : 's-w2');
        const outcome = run(
          records,
          'rating:give',
          { ticket: served, degree },
          world.wait(world.draw(MINUTE)),
        );
        if (!isRefusal(outcome)) given += 1;
        else expect(['rating.done', 'rating.elsewhere']).toContain(outcome.refused);
        first ??= records.get('rating', served);
        if (first) expect(records.get('rating', served)).toBe(first);
      }
      expect(given).toBeLessThanOrEqual(1);
      expect(records.count('rating')).toBe(given);
    }
  });

  test('[E3] only a visit that was served, and only on its day', () => {
    const { records, world, served } = hall(false);
    const waiting = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
    expect(mustRefuse(records, 'rating:give', { ticket: waiting.id, degree: 5 }, phone(world)).refused).toBe(
      'rating.unserved',
    );
    expect(mustRefuse(records, 'rating:give', { ticket: 'nobody', degree: 5 }, world).refused).toBe(
      'rating.over',
    );
    const tomorrow = testWorld().wait(DAY);
    expect(mustRefuse(records, 'rating:give', { ticket: served, degree: 5 }, phone(tomorrow)).refused).toBe(
      'rating.over',
    );
    must(records, 'rating:give', { ticket: served, degree: 5 }, phone(world));
  });

  test('[E4] no role of the panel may give it', () => {
    expect(Commands['rating:give'].roles).toEqual([]);
    expect(Commands['rating:give'].screens).toEqual(['counter']);
  });

  test('[E5] a counter screen rates what its own window served', () => {
    const { records, world, served } = hall();
    const input = { ticket: served, degree: 4 } as const;
    expect(mustRefuse(records, 'rating:give', input, screen(world, 's-w2')).refused).toBe('rating.elsewhere');
    must(records, 'rating:give', input, screen(world, 's-w1'));
    expect(records.get('rating', served)?.origin).toBe('counter');
  });

  test('[E4] a key rates only with its right', () => {
    const { records, world, served } = hall();
    const key = (rights: ('ratings:give' | 'events')[]) =>
      kept('key', 'k', {
        name: '渝快办',
        rights,
        hash: '0'.repeat(64),
        hint: 'mt_abcdef',
        createdBy: { id: 'chen', name: '陈管理' },
        createdAt: 0,
        revoked: null,
      });
    world.by = { is: 'key', id: 'k', name: '渝快办' };
    records.apply([key(['events'])]);
    expect(mustRefuse(records, 'rating:give', { ticket: served, degree: 5 }, world).refused).toBe(
      'key.forbidden',
    );
    records.apply([key(['ratings:give'])]);
    must(records, 'rating:give', { ticket: served, degree: 5 }, world);
    expect(records.get('rating', served)?.origin).toBe('api');
  });

  test('[E6] the window’s code leads to its newest finished visit, for ten minutes', () => {
    const { records, world, served } = hall();
    expect(lastServed(records, 'w1', world.now)?.id).toBe(served);
    expect(lastServed(records, 'w2', world.now)).toBeUndefined();
    expect(lastServed(records, 'w1', world.now + WINDOW_MS)?.id).toBe(served);
    expect(lastServed(records, 'w1', world.now + WINDOW_MS + 1)).toBeUndefined();
  });

  test('[E8] words with a personal number are refused, and nothing is kept', () => {
    const { records, world, served } = hall();
    const give = { ticket: served, degree: 1, words: '打我电话13900001111' } as const;
    expect(mustRefuse(records, 'rating:give', give, phone(world)).refused).toBe('words.phone');
    expect(records.count('rating') + records.count('case')).toBe(0);
  });

  test('[E9] of a finished visit it names who served it, whoever holds the window since', () => {
    const { records, world, served } = hall();
    must(records, 'window:leave', { window: 'w1' }, world.as('li').wait(MINUTE));
    must(records, 'window:take', { window: 'w1' }, world.as('wang').wait(MINUTE));
    must(records, 'rating:give', { ticket: served, degree: 1 }, phone(world));
    expect(records.get('rating', served)?.clerk).toEqual({ id: 'li', name: '李窗口' });
  });

  test('[E9] of a visit that goes on it names nobody when the window has changed hands since', () => {
    const { records, world } = hall();
    const { id } = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
    must(records, 'ticket:next', { window: 'w1' }, world);
    must(records, 'ticket:start', { window: 'w1' }, world);
    must(records, 'window:takeover', { window: 'w1' }, world.as('wang').wait(MINUTE));
    must(records, 'rating:give', { ticket: id, degree: 1 }, phone(world));
    expect(records.get('rating', id)).not.toHaveProperty('clerk');
  });

  test('[E10] the first rating of a month takes out those before last month, but nothing with an open case', () => {
    const { records, world, served } = hall();
    must(records, 'rating:give', { ticket: served, degree: 5 }, phone(world));
    const rating = records.get('rating', served)!;
    const days = { old: '2026-09-30', open: '2026-09-29', last: '2026-10-01' };
    for (const [id, day] of Object.entries(days))
      records.apply([kept('rating', id, { ...rating, day, degree: id === 'last' ? 5 : 1 })]);
    const closed = { at: 0, by: { id: 'chen', name: '陈管理' } };
    const one = { opened: 0, due: 0, steps: [] };
    records.apply([kept('case', 'old', { ...one, rating: 'old', closed })]);
    records.apply([kept('case', 'open', { ...one, rating: 'open', closed: null })]);
    const next = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
    must(records, 'ticket:next', { window: 'w1' }, world);
    must(records, 'ticket:finish', { window: 'w1' }, world);
    must(records, 'rating:give', { ticket: next.id, degree: 5 }, phone(world));
    const ids = [...records.all('rating')].map(({ id }) => id).sort();
    expect(ids).toEqual([served, 'open', 'last', next.id].sort());
    expect([...records.all('case')].map(({ id }) => id)).toEqual(['open']);
  });

  test('[E17] screens get no rating and no case; staff never the visitor’s number', () => {
    const { records, world, served } = hall();
    const give = { ticket: served, degree: 1, words: '态度不好', contact: '13900001111' } as const;
    must(records, 'rating:give', give, phone(world));
    const all = [...records.everything()];
    const seen = (viewer: 'screen' | 'staff' | 'admin') => JSON.stringify(project(viewer, all));
    expect(seen('screen')).not.toMatch(/态度不好|13900001111|"kind":"(rating|case)"/);
    expect(seen('staff')).toContain('态度不好');
    expect(seen('staff')).not.toContain('13900001111');
    expect(seen('admin')).toContain('13900001111');
  });
});
