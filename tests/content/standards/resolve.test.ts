import { describe, expect, test } from 'vitest';
import type { OwnEntry } from '../../../content/model/hallstandard.ts';
import type { StandardPack } from '../../../content/model/standard.ts';
import { chainOf, extendStandard, resolveStandard } from '../../../content/standards.ts';
import { testWorld } from '../../support/world.ts';

function pack(id: string, rest: Partial<StandardPack>): StandardPack {
  return {
    id,
    title: id,
    purpose: id,
    from: `${id} notice`,
    effective: '2020',
    locks: 'must',
    ...rest,
  };
}

type Word = NonNullable<StandardPack['words']>[number];
const word = (key: string, said: string, rest: Partial<Word> = {}): Word => ({
  key,
  word: said,
  source: '一',
  force: 'ours',
  ...rest,
});
const link = (one: StandardPack, lent = false) => ({ pack: one, lent });
const by = { id: 'chen', name: '陈主任' };
const own = (key: string, is: OwnEntry['is'], set: Record<string, unknown>): OwnEntry => ({
  part: 'words',
  key,
  is,
  set,
  by,
  at: 1,
});

describe('resolving standards', () => {
  test('[Y1] the nearest entry holds, its own come first, the rest is inherited', () => {
    const base = pack('base', { words: [word('a', '甲'), word('b', '乙'), word('c', '丙')] });
    const near = pack('near', { words: [word('b', '已'), word('d', '丁')] });
    const { words } = resolveStandard([link(base), link(near)]);
    expect(words.map(({ key, word: said, of }) => `${key}${said}${of}`)).toEqual([
      'b已near',
      'd丁near',
      'a甲base',
      'c丙base',
    ]);
  });

  test('[Y2] a must of a standard that locks holds against the level below, unless it is opened', () => {
    const base = pack('base', {
      words: [word('a', '甲', { force: 'must' }), word('b', '乙', { force: 'must', locked: false })],
    });
    const near = pack('near', { words: [word('a', '变'), word('b', '变')] });
    const { words, replaced } = resolveStandard([link(base), link(near)]);
    expect(words.map(({ key, word: said }) => key + said).sort()).toEqual(['a甲', 'b变']);
    expect(replaced.find(({ key }) => key === 'a')).toMatchObject({ of: 'near', by: 'base', why: 'locked' });
  });

  test('[Y3] a drop takes away, and says so; what is locked stays', () => {
    const base = pack('base', { words: [word('a', '甲'), word('b', '乙', { locked: true })] });
    const near = pack('near', { drops: ['words/a', 'words/b'] });
    const { words, replaced } = resolveStandard([link(base), link(near)]);
    expect(words.map(({ key }) => key)).toEqual(['b']);
    expect(replaced).toMatchObject([{ key: 'a', of: 'base', by: 'near', why: 'dropped' }]);
  });

  test('[Y4] a neighbour lends only where nobody speaks, and only as advice', () => {
    const packs = new Map(
      [
        pack('base', { words: [word('a', '甲')] }),
        pack('neighbour', {
          extends: 'base',
          words: [word('a', '邻'), word('b', '邻', { force: 'must' })],
          checklist: [{ key: 'x', group: 'g', label: 'l', evidence: ['tick'], source: '一', force: 'must' }],
        }),
        pack('near', { extends: 'base', refers: 'neighbour' }),
      ].map((one) => [one.id, one]),
    );
    const chain = chainOf('near', packs);
    if (!Array.isArray(chain)) throw new Error('no chain');
    const { words, checklist } = resolveStandard(chain);
    expect(words).toMatchObject([
      { key: 'a', word: '甲', of: 'base' },
      { key: 'b', force: 'advice', of: 'neighbour', locked: false },
    ]);
    expect(checklist).toEqual([]);
  });

  test('[Y6] the hall keeps its field, the others follow the standard', () => {
    const before = pack('near', { words: [word('a', '甲', { also: ['老'] })] });
    const after = pack('near', { words: [word('a', '新', { also: ['新'] })] });
    const change = [own('a', 'changed', { word: '我' })];
    const at = (one: StandardPack) => extendStandard(resolveStandard([link(one)]), change).words[0];
    expect(at(before)).toMatchObject({ word: '我', also: ['老'], of: 'hall' });
    expect(at(after)).toMatchObject({ word: '我', also: ['新'], of: 'hall' });
  });

  test('[Y7] a change of what has been locked since gives way and is told', () => {
    const locked = pack('near', { words: [word('a', '甲', { locked: true })] });
    const { words, replaced } = extendStandard(resolveStandard([link(locked)]), [
      own('a', 'changed', { word: '我' }),
      own('b', 'off', {}),
    ]);
    expect(words[0]?.word).toBe('甲');
    expect(replaced).toMatchObject([{ key: 'a', of: 'hall', by: 'near', why: 'locked' }]);
  });

  test('[Y2] [Y3] chance chains: locked keys win, every value is there or told, and nothing is invented', () => {
    const world = testWorld(7);
    const keys = ['a', 'b', 'c', 'd', 'e'];
    for (let round = 0; round < 500; round++) {
      const packs = Array.from({ length: 1 + world.draw(4) }, (_, at) =>
        pack(`p${at}`, {
          locks: world.draw(2) ? 'must' : 'none',
          words: keys
            .filter(() => world.draw(2) === 0)
            .map((key) =>
              word(key, `${key}${at}`, {
                force: world.draw(2) ? 'must' : 'ours',
                ...(world.draw(4) === 0 ? { locked: world.draw(2) === 0 } : {}),
              }),
            ),
          drops: keys.filter(() => world.draw(6) === 0).map((key) => `words/${key}`),
        }),
      );
      const { words, replaced } = resolveStandard(packs.map((one) => link(one)));
      const standing = words.map(({ of, key }) => `${of}/${key}`);
      const told = replaced.map(({ of, key }) => `${of}/${key}`);
      const all = packs.flatMap(({ id, words: said = [] }) => said.map(({ key }) => `${id}/${key}`));
      expect([...standing, ...told].sort()).toEqual(all.sort());
      expect(new Set(words.map(({ key }) => key)).size).toBe(words.length);
      for (const { of, key, locked } of words) {
        const from = packs.findIndex(({ id }) => id === of);
        const nearer = packs.slice(from + 1);
        if (locked) continue;
        // Nobody nearer spoke of an open entry, or dropped it.
        expect(nearer.some(({ words: said = [] }) => said.some((one) => one.key === key))).toBe(false);
        expect(nearer.some(({ drops = [] }) => drops.includes(`words/${key}`))).toBe(false);
      }
    }
  });
});
