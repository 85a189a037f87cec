import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cutNotice } from '../../../content/importing/cut.ts';
import { linesOf } from '../../../content/importing/paragraphs.ts';

/** Real notices lie beside the checkout of those who have them; nobody else needs them. */
const folder = fileURLToPath(new URL('../../../../shared/seeds', import.meta.url));
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

describe.skipIf(!existsSync(folder))('real notices', () => {
  test('[I4] all nine annexes of Qianjiang, word for word', () => {
    const text = read('000_5fa5d370f3f2821b.txt');
    const { title, issuer, date, rules, cautions } = cutNotice(text);
    expect([title, issuer, date]).toEqual([
      '黔江区乡村两级政务服务中心标准化建设实施方案',
      '重庆市黔江区人民政府办公室',
      '2020年9月21日',
    ]);
    expect(rules.map(({ title: one, blocks }) => `${one} ${blocks.length}`)).toEqual([
      '首问首接制度 6',
      '一次性告知制度 8',
      '限时办结制度 3',
      '举报投诉制度 11',
      '仪容仪表规范 4',
      '文明用语规范 36',
      '纪律作风规范 6',
      '服务承诺规范 11',
      '政务服务规范 6',
    ]);
    expect(cautions).toEqual([
      { code: 'annex-not-listed', params: { annex: '附件4', title: '举报投诉制度' } },
      { code: 'placeholder', params: { title: '举报投诉制度', count: 4, example: '02379XXXXX' } },
      { code: 'placeholder', params: { title: '文明用语规范', count: 12, example: 'XX' } },
    ]);
    const lines = linesOf(text);
    const cut = rules.flatMap(({ source, title: one, blocks }) => [
      source.annex,
      one,
      ...blocks.map(({ number, text: words }) => number + words),
    ]);
    expect(cut).toEqual(lines.slice(lines.indexOf('附件1')).filter((line) => line !== ''));
  });

  test.each([
    ['001_50e3de150f8da786.txt', '延津县政务服务标准化建设实施方案', 3, ['articles-skip']],
    [
      '002_c847b7a865cc78b9.txt',
      '四川省乡镇（街道）便民服务中心标准化规范化便利化建设方案',
      2,
      ['placeholder', 'table-lines', 'table-lines'],
    ],
    ['004_623271af9ee4b788.txt', '水田乡公共服务中心管理办法', 1, ['broken-lines']],
  ])('[I9] %s', (name, title, count, codes) => {
    const found = cutNotice(read(name));
    expect([found.title, found.rules.length]).toEqual([title, count]);
    expect(found.cautions.map(({ code }) => code)).toEqual(codes);
  });
});
