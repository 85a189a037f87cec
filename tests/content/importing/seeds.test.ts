import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBothWays } from './whole.ts';
import { describe, expect, test } from 'vitest';
import { cutNotice } from '../../../content/importing/cut.ts';
import type { CutRule } from '../../../content/importing/passage.ts';
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

  test('[I17] Yanjin: two annexes, and the nine institutions of the other; its second 6 is told', () => {
    const { title, rules, cautions } = cutNotice(read('001_50e3de150f8da786.txt'));
    expect(title).toBe('延津县政务服务标准化建设实施方案');
    expect(rules.map(listed)).toEqual([
      '附件1 延津县政务服务工作人员服务规范 8/9',
      '附件2 首问负责制 0/1',
      '附件2 一次性告知制 0/1',
      '附件2 限时办结制 0/1',
      '附件2 AB角工作制 0/1',
      '附件2 代办服务制 0/1',
      '附件2 预约服务制 0/1',
      '附件2 双休日服务制 0/1',
      '附件2 午间服务制 0/1',
      '附件2 延时服务制 0/1',
      '附件3 延津县乡镇便民服务中心规范化建设考核办法 3/32',
    ]);
    expect(cautions).toEqual([
      {
        code: 'articles-skip',
        params: { title: '基层政务服务标准化相关工作制度', before: '6.', after: '6.' },
      },
    ]);
  });

  test('[I17] Sichuan: seven institutions of the text, and both tables', () => {
    const { title, rules, cautions } = cutNotice(read('002_c847b7a865cc78b9.txt'));
    expect(title).toBe('四川省乡镇（街道）便民服务中心标准化规范化便利化建设方案');
    expect(rules.map(listed)).toEqual([
      ' 首问负责制 0/1',
      ' 限时办结制 0/1',
      ' 责任追究制 0/1',
      ' 一次性告知制 0/1',
      ' 服务双岗制 0/1',
      ' 去向留言制 0/1',
      ' 投诉举报制 0/1',
      '附件 1 便民服务中心名称规范 0/8',
      '附件 2 便民服务中心大厅面积标准参考表 0/6',
    ]);
    expect(cautions.map(({ code }) => code)).toEqual(['placeholder', 'table-lines', 'table-lines']);
  });

  test('[I18] [I14] Henan: all standards of the handbook with its numbers, their lines mended', () => {
    const { issuer, date, rules, cautions } = cutNotice(read('003_79da60232ae2b105.txt'));
    expect([issuer, date]).toEqual(['卫东区政务服务和大数据管理局', '2021 年 2 月 12 日']);
    expect(rules.map(listed)).toEqual([
      ' 人员配备 4/11',
      ' 岗位职责 2/12',
      ' 学习培训 4/4',
      ' 管理监督与考核 7/7',
      ' 档案管理 5/5',
      ' 窗口工作人员职业健康管理 4/4',
      ' 服务公开规范 3/3',
      ' 服务形象规范 5/5',
      ' 基础服务规范 3/3',
      ' 导询服务规范 4/17',
      ' 综合受理窗口服务规范 4/16',
      ' 预约服务规范 2/8',
      ' 延时服务规范 2/6',
      ' 服务事项 12/13',
      ' 办理质量 5/5',
      ' 办件管理 7/42',
      ' 首问负责制 2/9',
      ' 一次性告知制 2/8',
      ' 限时办结制 2/7',
      ' 中心选址及面积 2/2',
      ' 空间布局及标识 2/7',
      ' 设施与设备 10/10',
      ' 安全要求 3/3',
    ]);
    expect(cautions).toEqual([
      { code: 'page-lines', params: { count: 1, example: '- 14 -' } },
      { code: 'joined-lines', params: { count: 242, rules: 23 } },
      // The notice itself numbers 2.1.1, 2.2.2, 2.2.3 under 2.1.
      { code: 'articles-skip', params: { title: '岗位职责', before: '', after: '2.2.2' } },
      { code: 'placeholder', params: { title: '办件管理', count: 4, example: '××' } },
    ]);
    const words = rules.flatMap(({ blocks }) => blocks.map(({ number, text }) => number + text));
    expect(words).toContain(
      '1.4  窗口工作人员要保持相对稳定，原则上两年内不进行调整，确因工作需要调整时，原则上于每年第一季度进行，并提前 15 个工作日提交申请，新进窗口工作人员应积极参加中心组织的业务培训和考试。',
    );
    const open = words.filter((line) => line.length > 16 && !/[。；：，]$/u.test(line));
    expect(open).toEqual([]);
  });

  test('[I17] Shuitian: the whole, and its six institutions besides', () => {
    const { title, rules, cautions } = cutNotice(read('004_623271af9ee4b788.txt'));
    expect(title).toBe('水田乡公共服务中心管理办法');
    expect(rules.map(listed)).toEqual([
      ' 水田乡公共服务中心管理办法 6/49',
      ' AB岗工作制 0/1',
      ' 签到考勤制 0/5',
      ' 协调例会制度 0/1',
      ' 请销假制度 3/3',
      ' 考核管理制 6/6',
      ' 责任追究制 4/5',
    ]);
    expect(rules.slice(1).every(({ within }) => within === title)).toBe(true);
    expect(cautions).toEqual([{ code: 'joined-lines', params: { count: 5, rules: 1 } }]);
  });

  test.each(readdirSync(existsSync(folder) ? folder : '.').filter((name) => name.endsWith('.txt')))(
    '[I19] nothing of %s is lost',
    (name) => {
      const { source, rules } = readBothWays(read(name), cutNotice(read(name)));
      expect(rules).toBe(source);
    },
  );
});

/** Annex, title, articles of the outermost numbering / paragraphs. */
function listed({ title, blocks, source }: CutRule): string {
  const depths = blocks.filter(({ number }) => number !== '').map(({ depth }) => depth);
  const articles = depths.filter((depth) => depth === Math.min(...depths)).length;
  return `${source.annex ?? ''} ${title} ${articles}/${blocks.length}`;
}
