import { describe, expect, test } from 'vitest';
import { cutNotice } from '../../../content/importing/cut.ts';

const found = (text: string) =>
  cutNotice(text).rules.map(({ title, blocks, source, within }) => [
    source.annex ?? '',
    title,
    blocks.map(({ number, text: words }) => number + words),
    ...(within === undefined ? [] : [within]),
  ]);

describe('institutions', () => {
  test('[I17] an annex that is nothing but institutions is cut apart; its numbering is told', () => {
    const text =
      '附件2：\n相关工作制度\n1.首问负责制。首问责任人立即接办。\n2.AB角工作制。A岗常驻。\n3.预约服务制。当面预约。\n3.午间服务制。统筹安排。';
    expect(found(text)).toEqual([
      ['附件2', '首问负责制', ['首问责任人立即接办。']],
      ['附件2', 'AB角工作制', ['A岗常驻。']],
      ['附件2', '预约服务制', ['当面预约。']],
      ['附件2', '午间服务制', ['统筹安排。']],
    ]);
    expect(cutNotice(text).cautions).toEqual([
      { code: 'articles-skip', params: { title: '相关工作制度', before: '3.', after: '3.' } },
    ]);
  });

  test('[I17] in a 管理办法 they are offered besides the whole', () => {
    const text =
      '窗口管理办法\n\n一、总则\n1.适用于窗口。\n二、奖惩制度\n（一）请销假制度\n1.按时上班。\n2.请假报批。\n（二）考核管理制\n1.按月考核。\n三、附则\n1.即日施行。';
    expect(found(text).map(([, title, lines, within]) => [title, lines?.length, within])).toEqual([
      ['窗口管理办法', 10, undefined],
      ['请销假制度', 2, '窗口管理办法'],
      ['考核管理制', 1, '窗口管理办法'],
    ]);
  });

  test('[I17] in a plan with annexes they stand for themselves, and a sentence about one is none', () => {
    const list = '(1) 首问负责制。立即接办。\n(2) 限时办结制。按时办结。\n(3) 健全投诉举报制。及时回访。';
    const annex = '\n附件1\n名称规范\n一、甲。';
    expect(found(`建设方案\n\n一、要求\n${list}${annex}`).map(([, title]) => title)).toEqual([
      '首问负责制',
      '限时办结制',
      '投诉举报制',
      '名称规范',
    ]);
    const prose = '3.严格执行限时办结制。应在时限内办结。\n4.建立举报投诉制度。要建立监督机制。';
    expect(found(`建设方案\n\n一、要求\n${prose}${annex}`).map(([, title]) => title)).toEqual(['名称规范']);
  });

  test('[I17] one institution among other articles is no list of them', () => {
    expect(found('附件1\n甲制度\n一、首问负责制。立即接办。\n二、耐心解释。')).toHaveLength(1);
  });
});

describe('chapters', () => {
  const handbook = `转发手册的通知

各街道：
请抓好落实。

1  人员配备
1.1  配备主任。
1.2  配备工作人员：
1.2.1  在编人员；
1.2.2  身体健康。
2  学习培训
下列要求应当做到：
2.1  每周学习。
中心应注重仪表，做到“一视同仁”。
具体标准分编：
——服务公开规范
1  服务公开规范
1.1  公示齐全。
2  流程制度
2.1  首问负责制
2.1.1  首问负责人
最先接待的工作人员。
2.2  限时办结制
2.2.1  按时办结。
`;

  test('[I18] each chapter is a rule; words before a part that counts anew belong to none', () => {
    expect(found(handbook)).toEqual([
      ['', '人员配备', ['1.1  配备主任。', '1.2  配备工作人员：', '1.2.1  在编人员；', '1.2.2  身体健康。']],
      ['', '学习培训', ['下列要求应当做到：', '2.1  每周学习。']],
      ['', '服务公开规范', ['1.1  公示齐全。']],
      ['', '首问负责制', ['2.1.1  首问负责人', '最先接待的工作人员。']],
      ['', '限时办结制', ['2.2.1  按时办结。']],
    ]);
    expect(cutNotice(handbook).left.map(({ text }) => text)).toContain('中心应注重仪表，做到“一视同仁”。');
  });
});

test('two rules of one title are told apart', () => {
  const { rules, cautions } = cutNotice('附件1\n甲制度\n一、甲。\n附件2\n甲制度\n一、乙。');
  expect(rules.map(({ title }) => title)).toEqual(['甲制度', '甲制度（2）']);
  expect(cautions).toEqual([{ code: 'title-twice', params: { title: '甲制度', as: '甲制度（2）' } }]);
});
