import { paperOf, smallestType } from '../../templates/paper.ts';
import { expect, test } from 'vitest';
import type { Block } from '../../content/model/rule.ts';
import { arrangeRule } from '../../templates/sheets/arrange.ts';
import { footOf } from '../../templates/sheets/foot.ts';
import { articles, makeRule, wordsOf } from './samples.ts';

const arrange = (blocks: Block[]) => arrangeRule(makeRule(blocks));
const looks = (blocks: Block[]) => arrange(blocks).paragraphs.map((paragraph) => paragraph.look);
const block = (number: string, depth: number, text: string): Block => ({ number, depth, text });

test('[P1] an arranged sheet has exactly the words of the record', () => {
  const rule = makeRule(articles('短。', '这一条比较长，最后几个字要放在一起，不能只剩一个字𠮷。'));
  const words = arrangeRule(rule).paragraphs.map(({ number, text, tail }) => number + text + tail);
  expect(words.join('')).toBe(wordsOf(rule));
});

test('[P6] only short lines without any number are verse', () => {
  expect(looks([block('', 0, '依法行政，廉洁从政；'), block('', 0, '阳光政务。')])).toEqual([
    'verse',
    'verse',
  ]);
  expect(looks([block('', 0, '依法行政，廉洁从政；'), block('一、', 0, '阳光政务。')])).toEqual([
    'lead',
    'article',
  ]);
  expect(looks([block('', 0, '这是一段比较长的说明文字，不是诗句，不应当居中排列。')])).toEqual(['lead']);
});

test('[P7] a short line that names what follows is a heading, a sentence is not', () => {
  expect(
    looks([
      block('一、', 0, '日常用语'),
      block('', 0, '您好、请、谢谢。'),
      block('二、', 0, '拨打电话用语'),
      block('1.', 2, '您好！'),
      block('三、', 0, '不得推诿。'),
      block('', 0, '举报投诉电话：12345'),
    ]),
  ).toEqual(['heading', 'aside', 'heading', 'article', 'article', 'aside']);
});

test('[P7] levels follow the numbering that a rule uses, not the depth it is stored with', () => {
  const levels = (blocks: Block[]) => arrange(blocks).paragraphs.map((paragraph) => paragraph.level);
  expect(levels([block('一、', 0, '甲'), block('1.', 2, '乙')])).toEqual([0, 1]);
  expect(levels([block('1.', 2, '甲'), block('2.', 2, '乙')])).toEqual([0, 0]);
});

test('[P4] the foot says where the words are from, and a preview that it is one', () => {
  const rule = makeRule(articles('请先取号。'));
  expect(arrangeRule(rule).source).toEqual([
    '条文摘自《青溪县便民服务中心接待办法》附件3',
    '青溪县人民政府办公室　2026年10月8日',
  ]);
  const foot = footOf('白石镇公共服务中心', { code: null, revision: 1, printedOn: '2026-11-21' });
  expect(foot.marks[0]).toBe('预览样张');
  const own = { ...rule, wording: 'standard' as const, source: { title: '《接待办法》' } };
  expect(arrangeRule(own).source).toEqual(['依据《接待办法》编写']);
});

test('[P5] a larger sheet of the wall holds whatever a smaller one holds', () => {
  const [a3, a2, a1] = (['A3', 'A2', 'A1'] as const).map(
    (size) => paperOf({ size }).width / smallestType(paperOf({ size })),
  );
  expect(a2).toBeCloseTo(a3!, 0);
  expect(a1).toBeCloseTo(a2!, 0);
});
