import { describe, expect, test } from 'vitest';
import { scanText } from '../../../content/checks/documents.ts';
import { identity, mobile } from '../../support/numbers.ts';
import { seeded } from '../../support/world.ts';

const draw = seeded(8);

describe('[O16] what stands in an attached document', () => {
  test('is told by kind, count and place, and never in its words', () => {
    const [one, other, phone] = [identity(draw), identity(draw), mobile(draw)];
    const text = [
      '低保对象名单',
      '序号\t户主\t身份证号',
      `1\t王小草\t${one}`,
      `2\t李大山\t${other}`,
      `联系人手机${phone}`,
    ].join('\n');
    const found = scanText(text, '名单.xlsx', new Set());
    expect(found).toEqual(
      expect.arrayContaining([
        { code: 'privacy.identity', count: 2, place: '身份证号 1' },
        { code: 'privacy.name', count: 2, place: '户主 1' },
        expect.objectContaining({ code: 'privacy.mobile', count: 1 }),
      ]),
    );
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${one}|${phone}|王小草`));
  });

  test('is nothing where it holds nobody, and the hall’s own phones are nobody’s', () => {
    const text = '关于停电的通知\n11月23日停电，咨询13900001111。\n村组\t面积\n一组\t12.5';
    expect(scanText(text, '通知', new Set(['13900001111']))).toEqual([]);
  });
});
