import { expect, test } from 'vitest';
import type { ImportPreview } from '../../content/api/importing.ts';
import { cutBlocks } from '../../content/importing/paragraphs.ts';
import { Proposals, textOf } from '../../control/importing.svelte.ts';

const source = { title: '通知' };
const rule = (title: string, text: string, first: number) => ({
  title,
  blocks: cutBlocks(text),
  source,
  existing: 'none' as const,
  lines: [first, first + 2] as [number, number],
});
const preview: ImportPreview = {
  file: 'a.txt',
  title: '通知',
  rules: [rule('甲制度', '一、甲。\n二、乙，\n接着说。\n乙制度\n一、丙。', 0), rule('丁制度', '一、丁。', 9)],
  source: [],
  left: [],
  warnings: [],
};
const open = () => new Proposals(preview, () => 'none');
const shown = ({ rules }: Proposals) => rules.map(({ title, blocks }) => `${title}：${textOf(blocks)}`);
const keyOf = (proposals: Proposals, at: number) => proposals.rules[at]?.key ?? -1;

test('[I29] a rule is parted at a paragraph, which becomes its title if it is one', () => {
  const proposals = open();
  proposals.split(keyOf(proposals, 0), 3);
  expect(shown(proposals)).toEqual([
    '甲制度：一、甲。\n二、乙，\n接着说。',
    '乙制度：一、丙。',
    '丁制度：一、丁。',
  ]);
  proposals.split(keyOf(proposals, 0), 1);
  expect(shown(proposals)[1]).toBe('甲制度（续）：二、乙，\n接着说。');
});

test('[I29] merging loses no word, and every step can be undone', () => {
  const proposals = open();
  const before = shown(proposals);
  proposals.merge(keyOf(proposals, 0));
  expect(shown(proposals)).toEqual([
    '甲制度：一、甲。\n二、乙，\n接着说。\n乙制度\n一、丙。\n丁制度\n一、丁。',
  ]);
  expect(proposals.rules[0]?.lines).toEqual([0, 11]);
  proposals.rename(keyOf(proposals, 0), '总制度');
  proposals.undo();
  proposals.undo();
  expect(shown(proposals)).toEqual(before);
  expect(proposals.canUndo).toBe(false);
});

test('[I29] paragraphs are joined and parted line by line', () => {
  const proposals = open();
  proposals.rewrite(keyOf(proposals, 0), '一、甲。\n二、乙，接着说。');
  expect(proposals.rules[0]?.blocks.map(({ number }) => number)).toEqual(['一、', '二、']);
  proposals.rewrite(keyOf(proposals, 0), ' \n ');
  expect(proposals.rules[0]?.blocks).toHaveLength(2);
});

test('[I29] a title that is empty or another’s is not taken over', () => {
  const proposals = open();
  const fits = () => proposals.rules.map((one) => proposals.fits(one));
  expect(fits()).toEqual([true, true]);
  proposals.rename(keyOf(proposals, 1), '甲制度');
  expect(fits()).toEqual([false, false]);
  proposals.choose(keyOf(proposals, 0), false);
  expect(fits()[1]).toBe(true);
  proposals.rename(keyOf(proposals, 1), '');
  expect(fits()[1]).toBe(false);
});
