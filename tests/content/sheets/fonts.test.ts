import { beforeAll, describe, expect, test } from 'vitest';
import type { Font } from '../../../content/model/font.ts';
import type { Standard } from '../../../content/model/standard.ts';
import { RecordMap } from '../../../content/records.ts';
import { facesOf, fontFor } from '../../../content/sheets/fonts/fonts.ts';
import { loadStandards } from '../../../server/standards.ts';
import { kept } from '../../support/hall.ts';

let standards: Map<string, Standard>;
beforeAll(async () => {
  standards = await loadStandards('content/standards');
});

const font = (id: string, more: Partial<Font>) =>
  kept('font', id.repeat(64), {
    name: 'FZWeiBei-S03',
    names: ['FZWeiBei-S03'],
    may: 'print',
    size: 1000,
    licence: '方正字库授权书，存档案室',
    by: { id: 'chen', name: '陈管理' },
    at: 1,
    ...more,
  });
const records = (...kepts: ReturnType<typeof font>[]) => {
  const map = new RecordMap();
  map.apply(kepts);
  return map;
};

describe('[FT4] a font stands for a face', () => {
  test('of which one of its names is, in Chinese or Latin, without regard to case, spaces and hyphens', () => {
    for (const name of ['方正魏碑简体', 'fzweibei s03', 'FZWEIBEI-S03'])
      expect(fontFor(records(font('a', { names: [name] })), ['方正魏碑简体', 'FZWeiBei-S03'])).toBe(
        'a'.repeat(64),
      );
    expect(fontFor(records(font('a', { names: ['方正小标宋'] })), ['方正魏碑简体'])).toBeNull();
  });

  test('for which it was uploaded, whatever it is called', () => {
    const named = records(font('a', { names: ['WeiBei 2008'], for: '方正魏碑简体' }));
    expect(fontFor(named, ['方正魏碑简体'])).toBe('a'.repeat(64));
  });

  test('the newest of several does', () => {
    const several = records(font('a', { at: 3 }), font('b', { at: 5 }), font('c', { at: 4 }));
    expect(fontFor(several, ['FZWeiBei-S03'])).toBe('b'.repeat(64));
  });
});

test('[FT5] faces of a standard that are not ours are listed with what stands in', () => {
  expect(
    facesOf(records(), standards.get('qianjiang')).map(({ wanted, font, standIn }) => [
      wanted,
      font,
      standIn,
    ]),
  ).toEqual([
    ['方正魏碑简体', null, 'Noto Serif SC Black'],
    ['方正大黑简体', null, 'Noto Sans SC Black'],
  ]);
  expect(facesOf(records(), standards.get('national'))).toEqual([]);
  const own = records(font('a', {}));
  expect(facesOf(own, standards.get('qianjiang')).map((face) => face.font)).toEqual(['a'.repeat(64), null]);
});
