import { describe, expect, test } from 'vitest';
import { cutNotice } from '../../../content/importing/cut.ts';
import { cutBlocks, linesOf, valueOf } from '../../../content/importing/paragraphs.ts';
import type { Block } from '../../../content/model/rule.ts';

/** A made-up notice in the shape of real ones. */
const notice = `关于印发青溪区村级服务站
管理方案的通知

各乡镇人民政府：
《青溪区村级服务站管理方案》已经区政府同意，现印发给你们。

青溪区人民政府办公室   
2021年3月4日
（此件公开发布）


青溪区村级服务站
管理方案

为方便群众，制定本方案。
一、目标
三年内办好1.5万件实事。
附件1所列制度应当上墙，

附件：1.接待制度
2.告知制度
 4.礼仪规范


附件1
接待制度

\u3000\u3000一、来了先问好。
（一）坐着的站起来。
1.看着对方。
(1)不看手机。
二、走时送一送。
电话：023-79000000

附件 2
告知制度

一、一次说清。
三、写在纸上。

附件3：
投诉制度
第一条 有问必答。
第二条 三日答复。

附件4

礼仪规范

来有迎声；
去有送声。
`;

const line = ({ number, text }: Block) => number + text;

describe('paragraphs', () => {
  test('[I1] number and text together are the line, to the letter', () => {
    const text = '一、甲。\r\n\r\n \u3000（二） 乙，\n3．丙 丁\f没有号的';
    expect(cutBlocks(text).map(line)).toEqual(['一、甲。', '（二） 乙，', '3．丙 丁', '没有号的']);
  });

  test.each([
    ['第十二条　内容', '第十二条　', 0],
    ['第三章 总则', '第三章 ', 0],
    ['二十一、内容', '二十一、', 0],
    ['（三）内容', '（三）', 1],
    ['(三) 内容', '(三) ', 1],
    ['12.内容', '12.', 2],
    ['3．内容', '3．', 2],
    ['4、内容', '4、', 2],
    ['（5）内容', '（5）', 3],
    ['(6) 内容', '(6) ', 3],
    ['1.2  内容', '1.2  ', 0],
    ['2.1.3 总则', '2.1.3 ', 1],
    ['4.1.2.3总则', '4.1.2.3', 2],
  ])('[I2] %s has the number %j at depth %i', (text, number, depth) => {
    expect(cutBlocks(text)).toEqual([{ number, depth, text: text.slice(number.length) }]);
  });

  test.each(['1.5万件', '2020年9月21日', '12.', '（一）', '一站式服务', '3 个窗口', '1.5 万件', '2.5 米高'])(
    '[I2] %s has no number',
    (text) => {
      expect(cutBlocks(text)).toEqual([{ number: '', depth: 0, text }]);
    },
  );

  test('[I2] Chinese numerals are read', () => {
    expect(['三', '十', '十三', '二十', '九十九', '一百零二', '7'].map(valueOf)).toEqual([
      3, 10, 13, 20, 99, 102, 7,
    ]);
  });

  test('[I3] a paragraph longer than a record takes goes on without a number', () => {
    const text = `一、${'很长的一句话。'.repeat(1300)}`;
    const blocks = cutBlocks(text);
    expect(blocks.map(({ number }) => number)).toEqual(['一、', '', '']);
    expect(blocks.every((block) => block.text.length <= 4000 && block.text.endsWith('。'))).toBe(true);
    expect(blocks.map(line).join('')).toBe(text);
  });
});

describe('annexes', () => {
  const { rules, cautions } = cutNotice(notice, 'a.txt');

  test('[I4] every annex comes out under its title, with the label as printed', () => {
    expect(rules.map(({ title, source }) => [source.annex, title])).toEqual([
      ['附件1', '接待制度'],
      ['附件 2', '告知制度'],
      ['附件3', '投诉制度'],
      ['附件4', '礼仪规范'],
    ]);
  });

  test('[I4] lines after the last article belong to the annex', () => {
    expect(rules[0]?.blocks).toEqual([
      { number: '一、', depth: 0, text: '来了先问好。' },
      { number: '（一）', depth: 1, text: '坐着的站起来。' },
      { number: '1.', depth: 2, text: '看着对方。' },
      { number: '(1)', depth: 3, text: '不看手机。' },
      { number: '二、', depth: 0, text: '走时送一送。' },
      { number: '', depth: 0, text: '电话：023-79000000' },
    ]);
  });

  test('[I4] nothing of the annexes is lost', () => {
    const lines = linesOf(notice);
    const annexes = lines.slice(lines.indexOf('附件1')).join('');
    const cut = rules.map(({ title, blocks }) => title + blocks.map(line).join('')).join('');
    expect(cut).toBe(annexes.replaceAll(/附件 ?\d：?/g, ''));
  });

  test('[I5] the list of annexes and [I6] a sentence that begins with 附件1 are no annexes', () => {
    expect(rules).toHaveLength(4);
    expect(rules.flatMap(({ blocks }) => blocks.map(line)).join('')).not.toContain('附件');
  });

  test('[I5] a run of lines 附件1：… is a list as well', () => {
    const found = cutNotice(
      '甲办法\n\n附件1：甲制度\n附件2：乙制度\n\n附件1：甲制度\n一、甲。\n附件2：乙制度\n一、乙。',
    );
    expect(found.rules.map(({ title, blocks }) => [title, blocks.map(line)])).toEqual([
      ['甲制度', ['一、甲。']],
      ['乙制度', ['一、乙。']],
    ]);
    expect(found.cautions).toEqual([]);
  });

  test('[I5] a list may begin on the line after 附件：', () => {
    const found = cutNotice('甲办法\n\n附件：\n1.甲制度\n\n2.乙制度\n\n附件1\n甲制度\n一、甲。');
    expect(found.rules.map(({ title }) => title)).toEqual(['甲制度']);
    expect(found.cautions).toEqual([{ code: 'annex-missing', params: { annex: '附件2', title: '乙制度' } }]);
  });

  test('[I7] an annex without a title takes the list’s, else its label', () => {
    const body = '\n\n附件1\n一、甲。\n二、乙。';
    expect(cutNotice(`甲办法\n\n附件：1.甲制度${body}`).rules[0]?.title).toBe('甲制度');
    expect(cutNotice(`甲办法${body}`).rules[0]?.title).toBe('附件1');
  });

  test('[I8] a notice without annexes is one rule', () => {
    const { rules: found } = cutNotice('# 窗口管理办法\n\n## 一、总则\n1.甲。\n2.乙。\n');
    expect(found).toEqual([
      {
        title: '窗口管理办法',
        blocks: [
          { number: '一、', depth: 0, text: '总则' },
          { number: '1.', depth: 2, text: '甲。' },
          { number: '2.', depth: 2, text: '乙。' },
        ],
        source: { title: '窗口管理办法' },
        lines: [1, 4],
      },
    ]);
  });

  test('[I8] a file in which 附件 stands a thousand times is no notice', () => {
    expect(cutNotice('附件1\n题目\n一、甲。\n'.repeat(1000))).toMatchObject({ rules: [], cautions: [] });
  });

  test.each(['', '今天吃什么？\n不知道。', '通知\n\n明天放假。', '购物单\n\n1.苹果'])(
    '[I8] nothing is made of %j',
    (text) => {
      expect(cutNotice(text).rules).toEqual([]);
    },
  );

  test('[I11] [I12] what a person should compare is told', () => {
    expect(cautions).toEqual([
      { code: 'annex-not-listed', params: { annex: '附件3', title: '投诉制度' } },
      { code: 'articles-skip', params: { title: '告知制度', before: '一、', after: '三、' } },
    ]);
  });
});

describe('source', () => {
  test('[I9] [I10] the plan that is issued, its issuer and its date', () => {
    const { title, issuer, date, rules } = cutNotice(notice, 'a.txt');
    expect({ title, issuer, date }).toEqual({
      title: '青溪区村级服务站管理方案',
      issuer: '青溪区人民政府办公室',
      date: '2021年3月4日',
    });
    expect(rules[0]?.source).toEqual({ title, issuer, date, annex: '附件1', file: 'a.txt' });
  });

  test('[I9] a title goes on while a bracket is open; blanks set for looks go', () => {
    const { title } = cutNotice(
      '青府发〔2021〕3 号\n\n关于转发《青溪市委 办公室关于推进（街\n\n道）建设的通知》的通知\n\n一、甲。\n二、乙。',
    );
    expect(title).toBe('关于转发《青溪市委办公室关于推进（街道）建设的通知》的通知');
  });

  test('[I10] a letterhead names the issuer when nobody signs', () => {
    const text = '青溪区白石镇人民政府文件\n\n白石府发〔2021〕3号\n\n白石镇值班办法\n\n一、甲。\n二、乙。';
    expect(cutNotice(text)).toMatchObject({ title: '白石镇值班办法', issuer: '青溪区白石镇人民政府' });
  });
});

describe('warnings', () => {
  const codes = (text: string) => cutNotice(text).cautions.map(({ code }) => code);
  const annex = (body: string) => `附件1\n甲制度\n${body}`;

  test('[I11] without a list nothing is compared', () => {
    expect(codes(annex('一、甲。'))).toEqual([]);
  });
  test('[I11] another title in the list', () => {
    expect(codes(`甲办法\n\n附件：1.乙制度\n\n${annex('一、甲。')}`)).toEqual(['annex-title']);
  });
  test('[I11] a single annex needs no number', () => {
    expect(codes('甲办法\n\n附件：甲制度\n\n附件\n甲制度\n一、甲。')).toEqual([]);
  });
  test.each([
    ['一、甲。\n1.子。\n2.丑。\n二、乙。\n1.寅。', []],
    ['第一章 总则\n第一条 甲。\n第二章 分则\n第二条 乙。', []],
    ['1.甲。\n2.乙。\n1.另一组。', []],
    ['5.甲。\n6.乙。\n6.丙。', ['articles-skip', 'articles-skip']],
    ['（一）甲。\n（四）乙。', ['articles-skip']],
  ])('[I12] numbering %j', (body, expected) => {
    expect(codes(annex(body))).toEqual(expected);
  });
  test('[I13] an annex without text, and one with too much', () => {
    expect(codes('附件1\n甲制度\n\n附件2\n乙制度\n一、乙。')).toEqual(['empty-rule']);
    const long = cutNotice(`${annex('段。\n'.repeat(401))}\n附件2\n乙制度\n一、乙。`);
    expect(long.cautions.map(({ code }) => code)).toEqual(['too-long']);
    expect(long.rules.map(({ title }) => title)).toEqual(['乙制度']);
  });
  test('[I14] tables are told and kept as lines', () => {
    expect(codes(annex('区分\t面积\n乡镇\t100'))).toEqual(['table-lines']);
  });
});

test('[I15] places left open as XX are told with the longest as an example', () => {
  const text = '建设方案\n\n附件1\n举报投诉制度\n\n一、电话：023-79XXXXXX。\n二、地址：XX乡镇。\n';
  const found = cutNotice(text);
  expect('refused' in found ? found : found.cautions).toEqual([
    { code: 'placeholder', params: { title: '举报投诉制度', count: 2, example: '023-79XXXXXX' } },
  ]);
});
