import type { Block, Rule } from '../../content/model/rule.ts';
import type { SheetLayout, SheetSize } from '../../content/model/sheet.ts';
import { fingerprint } from '../../content/sheets/fingerprint.ts';
import type { PhoneHall, SheetDress } from '../../templates/index.ts';

/** 一、 to 九十九、, as printed before an article. */
export function numeral(value: number): string {
  const signs = '〇一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${signs[tens]}十`;
  return `${head}${value % 10 ? signs[value % 10] : ''}、`;
}

export function articles(...texts: string[]): Block[] {
  return texts.map((text, index) => ({ number: numeral(index + 1), depth: 0, text }));
}

/** A rule of our own invention, in the form of the official ones. */
export const teaRule: Block[] = articles(
  '凡到中心办事的群众，工作人员应当主动问好、让座、倒水，首次接待的工作人员为接待责任人。',
  '接待责任人要耐心听取群众的用户需求，做到态度和蔼、用语文明，自己不能答复的，应当引导到有关窗口，并向对方说明情况。',
  '老年人、残疾人、孕妇可以优先就座；行动不便的，由接待责任人代为取号，在5个工作日内回访。',
  '本制度自2026年11月1日起施行。',
);

export function makeRule(blocks: Block[], title = '来客接待制度'): Rule {
  return {
    title,
    blocks,
    source: {
      title: '青溪县便民服务中心接待办法',
      issuer: '青溪县人民政府办公室',
      date: '2026年10月8日',
      annex: '附件3',
    },
    wording: 'imported',
    adoptedBy: { id: 'chen', name: '陈管理' },
    adoptedAt: Date.UTC(2026, 9, 8),
  };
}

/** A rule's sheet as the hub dresses it. */
export function makeSheet(rule: Rule, size: SheetSize = 'A3', more: Partial<SheetLayout> = {}): SheetDress {
  const { title, blocks, source, wording } = rule;
  const data = { title, blocks, source, wording };
  return {
    now: {
      is: 'rule',
      title,
      data,
      made: [{ kind: 'rule', id: 'tea', rev: 3 }],
      single: true,
      hall: '青溪县白石镇公共服务中心',
      hash: fingerprint(data),
    },
    layout: { size, ...more },
    accent: '#0f4c9c',
    code: 'S7K2M9QX',
    revision: 3,
    url: 'http://192.168.1.20:8080/s/S7K2M9QX',
    printedOn: '2026-11-21',
  };
}

export const phoneHall: PhoneHall = {
  hall: {
    name: '青溪县白石镇公共服务中心',
    standard: 'test',
    placeKind: 'town',
    place: {},
    timeZone: 'Asia/Shanghai',
    hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '12:00' }] },
  },
  accent: '#0f4c9c',
  contacts: [
    { role: 'consult', label: '咨询电话', value: '023-79000000' },
    { role: 'complain', label: '监督举报', value: '（023）7900 0001', owner: '白石镇纪委' },
    { role: 'hotline', label: '政务服务热线', value: '12345' },
    { role: 'address', label: '地址', value: '白石镇滨河路18号' },
  ],
};

/** The record's words as a reader has them, without white space. */
export function wordsOf(rule: Rule): string {
  return rule.blocks
    .map((block) => block.number + block.text)
    .join('')
    .replace(/\s/g, '');
}
