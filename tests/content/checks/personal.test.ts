import { describe, expect, test } from 'vitest';
import { findPersonal, maskPersonal, type PersonalKind } from '../../../content/checks/personal.ts';
import { seeded } from '../../support/world.ts';

const kinds = (text: string): PersonalKind[] => findPersonal(text).map(({ is }) => is);

/** An identity number of nobody: a made-up place, a drawn day of birth, the right last sign. */
function identity(draw: () => number): string {
  const two = (most: number) => String(1 + Math.floor(draw() * most)).padStart(2, '0');
  const head = `500999${1950 + Math.floor(draw() * 60)}${two(12)}${two(28)}${String(Math.floor(draw() * 1000)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(head[place]), 0);
  return head + '10X98765432'[sum % 11];
}

describe('[E8] personal numbers in words', () => {
  test('identity numbers are known by their checksum, however they are written', () => {
    const draw = seeded(7);
    for (let time = 0; time < 300; time++) {
      const number = identity(draw);
      expect(kinds(`我的号码${number}，请查`), number).toEqual(['identity']);
      const grouped = `${number.slice(0, 6)} ${number.slice(6, 14)}-${number.slice(14)}`;
      expect(kinds(grouped), grouped).toEqual(['identity']);
      expect(kinds(number.toLowerCase()), number).toEqual(['identity']);
      const wrong = number.slice(0, 17) + (number[17] === '1' ? '2' : '1');
      expect(kinds(wrong), wrong).not.toContain('identity');
    }
  });

  test('so is the old one of 15 digits, but only with a day of birth', () => {
    expect(kinds('500999620230123')).toEqual([]);
    expect(kinds('500999620228123')).toEqual(['identity']);
  });

  test('mobiles and landlines, in groups and in full-width figures', () => {
    for (const phone of [
      '13900001111',
      '139 0000 1111',
      '139-0000-1111',
      '+86 13900001111',
      '１３９００００１１１１',
      '023-79000001',
      '010 6600 0000',
    ])
      expect(kinds(`请打${phone}找我`), phone).toEqual(['phone']);
    expect(kinds('13900001111 13900002222')).toEqual(['phone', 'phone']);
  });

  test('bank cards with the right check digit', () => {
    expect(kinds('6222 0200 0000 0000 001')).toEqual([]);
    expect(kinds('卡号 4111 1111 1111 1111')).toEqual(['bank']);
  });

  test('numbers that tell of nobody stay', () => {
    for (const text of [
      'A012号等了40分钟',
      '12345热线',
      '2026-11-21 09:30',
      '渝府发〔2022〕15号',
      '花了 3000 元',
    ])
      expect(kinds(text), text).toEqual([]);
    expect(kinds('文件编号 202613900001111000099')).toEqual([]);
  });

  test('a mask leaves the ends and every other word', () => {
    expect(maskPersonal('电话139 0000 1111，谢谢')).toBe('电话139******1111，谢谢');
    expect(maskPersonal('没有号码')).toBe('没有号码');
    const draw = seeded(3);
    for (let time = 0; time < 100; time++) {
      const text = `甲${identity(draw)}乙13900001111丙`;
      const masked = maskPersonal(text);
      expect(masked).toHaveLength(text.length);
      expect(findPersonal(masked)).toEqual([]);
    }
  });
});
