import { describe, expect, test } from 'vitest';
import { findPersonal, type PersonalKind } from '../../../content/checks/personal.ts';
import { identity } from '../../support/numbers.ts';
import { seeded } from '../../support/world.ts';

const kinds = (text: string): PersonalKind[] => findPersonal(text).map(({ is }) => is);

describe('[E8] [K5] personal numbers in words', () => {
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

  test('so is the old one of 15 digits, but only with a place and a day of birth', () => {
    expect(kinds('500999620230123')).toEqual([]);
    expect(kinds('990999620228123')).toEqual([]);
    expect(kinds('500999620228123')).toEqual(['identity']);
  });

  test('the card of a person with disabilities holds one, with two figures more', () => {
    const number = identity(() => 0.3);
    expect(kinds(`${number}43`)).toEqual(['identity']);
    expect(kinds(`${number}4`)).toEqual([]);
  });

  test('[K6] mobiles and landlines, in groups, in full-width and in Chinese figures', () => {
    for (const phone of [
      '13900001111',
      '139 0000 1111',
      '139-0000-1111',
      '139—0000—1111',
      '(139)00001111',
      '+86 13900001111',
      '013900001111',
      '１３９００００１１１１',
      '一三九〇〇〇〇一一一一',
      '023-79000001',
      '（023）79000001',
      '010 6600 0000',
    ])
      expect(kinds(`请打${phone}找我`), phone).toEqual(['phone']);
    expect(kinds('13900001111 13900002222')).toEqual(['phone', 'phone']);
    expect(kinds('13900001111/13900002222')).toEqual(['phone', 'phone']);
  });

  test('[K7] bank cards with the right check digit', () => {
    expect(kinds('6222 0200 0000 0000 001')).toEqual([]);
    expect(kinds('卡号 4111 1111 1111 1111')).toEqual(['bank']);
    // Four groups out of a longer number are none.
    expect(kinds('2026 4111 1111 1111 1111')).toEqual([]);
  });

  test('numbers that tell of nobody stay', () => {
    for (const text of [
      'A012号等了40分钟',
      '12345热线',
      '2026-11-21 09:30',
      '渝府发〔2022〕15号',
      '花了 3000 元',
      '13.9.00001111',
    ])
      expect(kinds(text), text).toEqual([]);
    expect(kinds('文件编号 202613900001111000099')).toEqual([]);
  });
});
