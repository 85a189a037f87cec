import { describe, expect, test } from 'vitest';
import { maskAddress, maskName, maskText } from '../../../content/checks/masking.ts';
import { findPrivate } from '../../../content/checks/privacy.ts';
import { readSample } from '../../bench/checks/sample.ts';
import { bankCard, identity, mobile } from '../../support/numbers.ts';
import { seeded } from '../../support/world.ts';

const none = { title: '', phones: new Set<string>() };

describe('[K10] one rule of masking', () => {
  test('numbers go whole, a name keeps its ends, an address its group', () => {
    expect(maskText('身份证500999196202281234，电话139 0000 1111，谢谢')).toContain('电话＊＊＊，谢谢');
    expect(maskName('王小草')).toBe('王＊草');
    expect(maskName('王草')).toBe('王＊');
    expect(maskName('欧阳小草')).toBe('欧＊＊草');
    expect(maskAddress('白石镇柳湾村3组12号')).toBe('白石镇柳湾村3组');
    expect(maskAddress('人民路12号3栋501室')).toBe('人民路');
    expect(maskText('没有号码')).toBe('没有号码');
  });

  test('a mask made in another way goes whole too: two of them would tell the number', () => {
    expect(maskText('500199********1234 和 ********19620228****')).not.toMatch(/\d{4}/);
    expect(maskText('电话138****5678')).toBe('电话＊＊＊');
  });

  test('the hall’s own phones stay', () => {
    expect(maskText('电话13900001111', { title: '', phones: new Set(['13900001111']) })).toBe(
      '电话13900001111',
    );
  });

  test('masking what is masked changes nothing, and no number is left, in any mixture', () => {
    const draw = seeded(10);
    const marks = ['，', ' ', '、', '\n', '\t', '/', '（', '-', '电话', '账号：', '  '];
    const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
    const words = ['户主：王小草', '柳湾村3组12号', '低保', '12', '2026', '6222', '139', '138****5678'];
    for (let time = 0; time < 1500; time += 1) {
      const parts = Array.from({ length: 1 + Math.floor(draw() * 8) }, () => {
        const made = pick([identity, mobile, bankCard, () => pick(words)]);
        return made(draw) + pick(marks);
      });
      const masked = maskText(parts.join(''));
      expect(maskText(masked), masked).toBe(masked);
      const left = findPrivate(masked, none).filter(({ code }) =>
        ['privacy.identity', 'privacy.bank', 'privacy.mobile', 'privacy.masked'].includes(code),
      );
      expect(left, parts.join('')).toEqual([]);
    }
  });

  test('so it is with every line of the sample', () => {
    for (const { text } of readSample()) {
      const masked = maskText(text);
      expect(maskText(masked)).toBe(masked);
      const left = findPrivate(masked, none).map(({ code }) => code);
      expect(
        left.filter((code) => !/name|sensitive|address|home/.test(code)),
        masked,
      ).toEqual([]);
    }
  });
});
