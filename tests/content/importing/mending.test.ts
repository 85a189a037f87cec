import { describe, expect, test } from 'vitest';
import { cutNotice } from '../../../content/importing/cut.ts';
import { mendLines } from '../../../content/importing/mending.ts';
import { readLines } from '../../../content/importing/pages.ts';

const mend = (text: string) =>
  mendLines(readLines(text).lines)
    .map(({ text: one }) => one)
    .filter((one) => one !== '');

/** As a PDF at hand breaks its lines: 28 characters, first lines two fewer, a blank line after each. */
const wrapped = `1  人员配备

1.1  中心应建成由管理人员、业务人员等组成的完整的服

务体系。

1.2  窗口工作人员要保持相对稳定，原则上两年内不进行

调整，确因工作需要调整时，原则上于每年第一季度进行，并提

前 15 个工作日提交申请，新进窗口工作人员应积极参加中心组

织的业务培训和考试。

1.3  工作满 3年；

- 14 -

有下列情形之一的申请事项均属退回件：

服务对象正式向窗口申请，其申报材料中的主件缺少；

服务对象申报材料齐全，但经窗口初审，事项内容明显不符

合国家、省、市有关产业政策及技术规范要求的；
`;

describe('joining', () => {
  test('[I14] a full line goes on in the next one; an item, a short line, a list do not', () => {
    expect(mend(wrapped)).toEqual([
      '1  人员配备',
      '1.1  中心应建成由管理人员、业务人员等组成的完整的服务体系。',
      '1.2  窗口工作人员要保持相对稳定，原则上两年内不进行调整，确因工作需要调整时，原则上于每年第一季度进行，并提前 15 个工作日提交申请，新进窗口工作人员应积极参加中心组织的业务培训和考试。',
      '1.3  工作满 3年；',
      '有下列情形之一的申请事项均属退回件：',
      '服务对象正式向窗口申请，其申报材料中的主件缺少；',
      '服务对象申报材料齐全，但经窗口初审，事项内容明显不符合国家、省、市有关产业政策及技术规范要求的；',
    ]);
  });

  test('[I14] a sentence that a page broke is joined, and told', () => {
    const broken = '附件1\n甲制度\n一、窗口工作人员应当在工作时间内佩戴工作证，不得\n\n擅自离开工作岗位。';
    const { rules, cautions } = cutNotice(broken);
    expect(rules[0]?.blocks).toEqual([
      { number: '一、', depth: 0, text: '窗口工作人员应当在工作时间内佩戴工作证，不得擅自离开工作岗位。' },
    ]);
    expect(cautions).toEqual([{ code: 'joined-lines', params: { count: 1, rules: 1 } }]);
  });

  test.each([
    ['lines of verse', '依法行政，廉洁从政；\n服务群众，服务发展；\n阳光政务，一路同行。'],
    ['names without a stop', '社会保障（社保、医保、劳动就业）\n卫生健康\n民生事务'],
    [
      'a title over text',
      '四川省乡镇（街道）便民服务中心标准化规范化便利化建设方案\n根据《条例》，制定本方案。',
    ],
    ['rows of a table', '人口在六万以上的乡镇街道，面积参考\t不少于三百\n人口在三万以上的\t不少于二百'],
    ['an item after an open line', '窗口单位应当在大厅公开下列内容，方便群众查阅，包括\n1.甲\n2.乙'],
  ])('[I14] %s stay as they are', (_, text) => {
    expect(mend(text)).toEqual(text.split('\n'));
  });
});

describe('pages', () => {
  const page = (number: number) =>
    `青溪区文件汇编\n第${number}段有自己的文字。\n3\n第${number}页又一段。\n${number}\f`;

  test('[I16] page numbers and running heads go, figures within a page stay', () => {
    const { lines, pages } = readLines([1, 2, 3, 4].map(page).join(''));
    expect(lines.map(({ text }) => text).filter((text) => text !== '')).toEqual(
      [1, 2, 3, 4].flatMap((number) => [`第${number}段有自己的文字。`, '3', `第${number}页又一段。`]),
    );
    expect(pages).toHaveLength(8);
  });

  test('[I16] without pages only what can be nothing else is dropped', () => {
    const { pages } = readLines('甲\n12\n— 3 —\n第 4 页 共 9 页\n-5-');
    expect(pages.map(({ text }) => text)).toEqual(['— 3 —', '第 4 页 共 9 页', '-5-']);
  });
});
