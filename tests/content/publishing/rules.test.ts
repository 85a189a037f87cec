import { describe, expect, it } from 'vitest';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const source = { title: '实施方案', issuer: '某某区人民政府', date: '2020年9月21日', annex: '附件1' };
const first = { title: '首问首接制度', blocks: [{ number: '一、', depth: 0, text: '首问责任。' }], source };
const second = { title: 'AB岗制度', blocks: [{ number: '', depth: 0, text: '互为备岗。' }], source };

describe('rules on the wall (publishing.md)', () => {
  it('[P7] adopting takes the wording over to the letter, and names the records in order', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { ids } = must(records, 'rule:adopt', { rules: [first, second] }, world);
    expect(ids.map((id) => records.get('rule', id)?.title)).toEqual([first.title, second.title]);
    expect(records.get('rule', ids[0] ?? '')).toEqual({
      ...first,
      wording: 'imported',
      adoptedBy: { id: 'sun', name: '孙编辑' },
      adoptedAt: world.now,
    });
  });

  it('[P7] a title that the hall has keeps its record and rises in revision', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { ids } = must(records, 'rule:adopt', { rules: [first] }, world);
    const changed = { ...first, blocks: [{ number: '一、', depth: 0, text: '首问负责。' }] };
    expect(must(records, 'rule:adopt', { rules: [changed] }, world).ids).toEqual(ids);
    expect(records.rev('rule', ids[0] ?? '')).toBe(2);
    expect(records.get('rule', ids[0] ?? '')?.blocks).toEqual(changed.blocks);
  });

  it('[P7] one command does not hold a title twice', () => {
    const records = smallHall();
    const twice = { rules: [first, { ...second, title: first.title }] };
    expect(mustRefuse(records, 'rule:adopt', twice, testWorld())).toEqual({
      refused: 'rule.title-twice',
      params: { title: first.title },
    });
    expect(records.count('rule')).toBe(0);
  });

  it('[P8] the same words and source change nothing, and are refused when nothing else would', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { ids } = must(records, 'rule:adopt', { rules: [first] }, world);
    const again = { ...first, source: { ...source, file: '000.txt' } };
    expect(mustRefuse(records, 'rule:adopt', { rules: [again] }, world)).toEqual({
      refused: 'rule.exists',
      params: { title: first.title },
    });
    const both = must(records, 'rule:adopt', { rules: [second, again] }, world);
    expect(both.ids[1]).toBe(ids[0]);
    expect(records.rev('rule', ids[0] ?? '')).toBe(1);
    const moved = { ...first, source: { ...source, annex: '附件2' } };
    must(records, 'rule:adopt', { rules: [moved] }, world);
    expect(records.rev('rule', ids[0] ?? '')).toBe(2);
  });

  it('[P8] our own wording of a rule becomes the official one even if the words are the same', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const own = {
      ...first,
      wording: 'standard' as const,
      adoptedBy: { id: 'system', name: 'test' },
      adoptedAt: 0,
    };
    records.apply([{ kind: 'rule', id: 'own', rev: 1, body: own }]);
    expect(must(records, 'rule:adopt', { rules: [first] }, world).ids).toEqual(['own']);
    expect(records.get('rule', 'own')?.wording).toBe('imported');
  });

  it('[P9] a removed rule is gone', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const [id = ''] = must(records, 'rule:adopt', { rules: [first] }, world).ids;
    must(records, 'rule:remove', { id }, world);
    expect(records.get('rule', id)).toBeUndefined();
    expect(mustRefuse(records, 'rule:remove', { id }, world).refused).toBe('record.missing');
  });
});
