import { describe, expect, test } from 'vitest';
import { momentAt } from '../../../content/calendar.ts';
import type { Care } from '../../../content/model/care.ts';
import { leaseEnd, lightAt, reloadAfter } from '../../../content/schedule/care.ts';
import { CEILING_MS, roundOf, standsFor } from '../../../content/schedule/turns.ts';
import { kept, office } from '../../support/hall.ts';
import { MINUTE, MORNING } from '../../support/world.ts';
import { item, programHall } from './program.ts';

const at = (clock: string, day = '2026-11-19'): number => momentAt(day, clock);

function cared(care: Care, hallCare: Care = {}) {
  const records = programHall([]);
  const hall = records.get('hall', 'hall')!;
  records.apply([
    { ...kept('screen', 'tv', { ...records.get('screen', 'tv')!, care }), rev: 2 },
    { ...kept('hall', 'hall', { ...hall, hours: office, care: hallCare }), rev: 2 },
  ]);
  return records;
}

describe('care', () => {
  test('[L20] [L21] the screen’s word goes before the hall’s, then the default', () => {
    expect(leaseEnd(cared({}), 'tv', 0)).toBe(72 * 60 * MINUTE);
    expect(leaseEnd(cared({}, { lease: 5 }), 'tv', 0)).toBe(5 * 60 * MINUTE);
    expect(leaseEnd(cared({ lease: 2 }, { lease: 5 }), 'tv', 0)).toBe(2 * 60 * MINUTE);
  });

  test('[L22] the nightly reload is the next one, and none unless it is set', () => {
    expect(reloadAfter(cared({}), 'tv', MORNING)).toBeNull();
    expect(reloadAfter(cared({ reloadAt: null }, { reloadAt: '03:00' }), 'tv', MORNING)).toBeNull();
    expect(reloadAfter(cared({}, { reloadAt: '03:00' }), 'tv', MORNING)).toBe(at('03:00', '2026-11-20'));
    expect(reloadAfter(cared({ reloadAt: '23:00' }), 'tv', MORNING)).toBe(at('23:00'));
  });

  test('[L23] a screen by the hall’s hours is on around them, lunch too where the margins meet', () => {
    const records = cared({ on: { is: 'hall', before: 30, after: 20 } });
    expect(lightAt(records, 'tv', at('08:29'))).toEqual({ light: 0, until: at('08:30') });
    expect(lightAt(records, 'tv', at('08:30'))).toEqual({ light: 1, until: at('12:20') });
    expect(lightAt(records, 'tv', at('12:20'))).toEqual({ light: 0, until: at('13:30') });
    expect(lightAt(records, 'tv', at('16:00'))).toEqual({ light: 1, until: at('17:20') });
    expect(lightAt(records, 'tv', at('12:00', '2026-11-21')).light).toBe(0);
    const wide = cared({ on: { is: 'hall', before: 60, after: 60 } });
    expect(lightAt(wide, 'tv', at('09:00'))).toEqual({ light: 1, until: at('18:00') });
  });

  test('[L23] [L24] hours of its own and dim hours', () => {
    const care: Care = {
      on: { is: 'hours', spans: [{ from: '07:00', to: '22:00' }] },
      dim: { spans: [{ from: '19:00', to: '24:00' }], light: 0.4 },
    };
    const records = cared(care);
    expect(lightAt(records, 'tv', at('06:00'))).toEqual({ light: 0, until: at('07:00') });
    expect(lightAt(records, 'tv', at('07:00'))).toEqual({ light: 1, until: at('19:00') });
    expect(lightAt(records, 'tv', at('19:00'))).toEqual({ light: 0.4, until: at('22:00') });
    expect(lightAt(records, 'tv', at('23:00'))).toEqual({ light: 0, until: at('07:00', '2026-11-20') });
    expect(lightAt(cared({}), 'tv', MORNING).light).toBe(1);
  });
});

describe('turns', () => {
  test('[L11] weights count within a round, and nothing follows itself', () => {
    const items = [item('a', { weight: 3 }), item('b'), item('c', { weight: 2 })];
    const order = roundOf(items, false, 0);
    const count = (id: string) => order.filter((one) => one === id).length;
    expect([count('a'), count('b'), count('c')]).toEqual([3, 1, 2]);
    order.slice(1).forEach((id, i) => expect(id).not.toBe(order[i]));
    expect(roundOf([item('a', { weight: 5 })], false, 0)).toEqual(['a']);
    expect(roundOf([], true, 3)).toEqual([]);
  });

  test('[L11] without weights the list is played as it stands; shuffled, each round is another and every item is in it', () => {
    const items = 'abcdefgh'.split('').map((id) => item(id));
    expect(roundOf(items, false, 7).join('')).toBe('abcdefgh');
    const rounds = Array.from({ length: 20 }, (_, round) => roundOf(items, true, round));
    for (const round of rounds) expect([...round].sort().join('')).toBe('abcdefgh');
    expect(new Set(rounds.map((round) => round.join(''))).size).toBeGreaterThan(15);
    expect(roundOf(items, true, 4)).toEqual(roundOf(items, true, 4));
  });

  test('[L12] seconds, else a video’s length and a little, else the ceiling', () => {
    const open = { id: 'a', scene: item('a').scene };
    expect(standsFor(item('a', { seconds: 7 }), 100)).toBe(7_000);
    expect(standsFor(open, 100)).toBe(115_000);
    expect(standsFor(open, undefined)).toBe(CEILING_MS);
  });
});
