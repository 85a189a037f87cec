import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../content/checks/asked.ts';
import { prove } from '../../../content/checks/evidence.ts';
import { factsOf } from '../../../content/checks/facts.ts';
import { checkHall } from '../../../content/checks/hall.ts';
import { smallHall } from '../../support/hall.ts';
import { must, testWorld } from '../../support/world.ts';

const asked: Partial<Asked> = {
  names: [{ placeKind: 'town', level: 'town' }],
  areas: [
    { key: 'waiting', label: '等候区', force: 'must' },
    { key: 'villages', label: '村级事务区', force: 'should', level: 'village' },
    { key: 'writing', label: '填写区', force: 'ours' },
  ],
};
const person = { name: '李想', unit: '党政办', party: false, leader: false };

function codesOf(records: ReturnType<typeof smallHall>, now: number): string[] {
  return checkHall(records, asked, now)
    .map(({ code }) => code)
    .filter((code) => /area|staff|post|photo/.test(code));
}

describe('checks of people and places', () => {
  it('[K40] areas of the standard and the hall’s level are asked for until there is one of their kind', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    expect(codesOf(records, world.now)).toEqual(['lack.area', 'lack.staff']);
    must(records, 'area:save', { name: '候办区', is: 'waiting', windows: [] }, world);
    expect(codesOf(records, world.now)).toEqual(['lack.staff']);
    expect(prove(['areas'], undefined, records, factsOf(records, asked), world.now)).toEqual({
      done: 1,
      of: 1,
    });
  });

  it('[K41] [K42] [K43] [Y14] with somebody on show, posts, photos and phones are asked for', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    must(records, 'area:save', { name: '候办区', is: 'waiting', windows: [] }, world);
    const { id } = must(records, 'staff:save', { ...person, phone: '139 0000 1111' }, world);
    const codes = codesOf(records, world.now);
    expect(codes.filter((code) => code === 'lack.post-a')).toHaveLength(4);
    expect(codes.filter((code) => code === 'lack.post-b')).toHaveLength(4);
    expect(codes).toContain('privacy.staff-mobile');
    const own = { ...asked, words: [{ key: 'ab-post', word: 'AB角' }] };
    const lack = checkHall(records, own, world.now).find(({ code }) => code === 'lack.post-a');
    expect(lack?.params).toEqual({ number: 1, post: '角' });
    expect(codes).toContain('lack.photo');
    must(records, 'staff:save', { id, ...person }, world);
    expect(codesOf(records, world.now)).toContain('lack.staff-phone');
  });

  it('[K20] posts prove the line by the share of windows that have both', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { ids } = must(records, 'staff:put', { staff: [person, { ...person, name: '王小明' }] }, world);
    const [a, b] = ids as [string, string];
    must(
      records,
      'window:save',
      { id: 'w1', number: 1, name: '综合', business: [], services: [], posts: { a, b } },
      world.as('chen'),
    );
    const facts = factsOf(records, asked);
    expect(prove(['posts'], undefined, records, facts, world.now)).toEqual({ done: 1, of: 4 });
    expect(prove(['staff'], 'members', records, facts, world.now)).toEqual({ done: 1, of: 1 });
    expect(prove(['staff'], 'leader', records, facts, world.now)).toEqual({ done: 0, of: 1 });
  });
});
