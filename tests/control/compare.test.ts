import { describe, expect, test } from 'vitest';
import { compareBodies, compareText } from '../../control/compare.ts';

const plain = (_: string, value: unknown): string => String(value);
const marks = { same: '', gone: '-', new: '+' };
const told = (before: string, after: string): string =>
  compareText(before, after)
    .map(({ is, text }) => `${marks[is]}${text}`)
    .join('|');

describe('what a draft changes', () => {
  test('Chinese is compared by words, not by sentences', () => {
    expect(told('补贴标准为每亩一百二十元。', '补贴标准为每亩一百三十元。')).toMatch(
      /^补贴标准为每亩.*\|-.*二.*\|\+.*三.*\|.*元。$/,
    );
    expect(told('名单见附表。', '名单见附表。')).toBe('名单见附表。');
  });

  test('an article put in does not make those after it look changed', () => {
    const block = (number: string, text: string) => ({ number, depth: 0, text });
    const before = { blocks: [block('一、', '准时上班。'), block('二、', '热情服务。')] };
    const after = {
      blocks: [block('一、', '准时上班。'), block('', '新的一条。'), block('二、', '热情周到服务。')],
    };
    const changes = compareBodies(before, after, plain);
    expect(changes.map(({ is }) => is)).toEqual(['same', 'new', 'changed']);
    expect(
      changes[2]?.runs
        .filter(({ is }) => is === 'new')
        .map(({ text }) => text)
        .join(''),
    ).toBe('周到');
  });

  test('both sides can be read back from the runs', () => {
    const texts = ['', '甲乙丙', '甲乙丁丙', '办理时限为5个工作日', '办理时限为3个工作日，节假日顺延'];
    for (const before of texts)
      for (const after of texts) {
        const runs = compareText(before, after);
        const side = (not: 'gone' | 'new') =>
          runs
            .filter(({ is }) => is !== not)
            .map(({ text }) => text)
            .join('');
        expect([side('new'), side('gone')]).toEqual([before, after]);
      }
  });

  test('a field that is gone, and one that is new, are told as such', () => {
    const changes = compareBodies(
      { owner: '镇纪委', label: '电话' },
      { label: '电话', value: '12345' },
      plain,
    );
    expect(changes.map(({ field, is }) => [field, is])).toEqual([
      ['label', 'same'],
      ['value', 'new'],
      ['owner', 'gone'],
    ]);
  });
});
