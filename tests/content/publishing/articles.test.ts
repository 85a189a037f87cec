import { describe, expect, it } from 'vitest';
import {
  addArticle,
  endOf,
  indentArticle,
  mergeArticle,
  moveArticle,
  numberArticle,
  readNumber,
  removeArticle,
  renumber,
  splitArticle,
  wordNumber,
} from '../../../content/publishing/articles.ts';
import { cutBlocks, valueOf } from '../../../content/importing/paragraphs.ts';
import type { Block } from '../../../content/model/rule.ts';
import { seeded } from '../../support/world.ts';

const read = (blocks: readonly Block[]) => blocks.map(({ number, text }) => number + text);
const same = (block: Block): Block => block;
const text = cutBlocks(`总的要求。
一、首问
（一）接待
（二）引导
二、告知
（一）一次说清
三、监督`);
const chapters = cutBlocks(`第一章 总则
第一条 目的
第二条 范围
第二章 职责
第三条 主任
第四条 窗口`);
const technical = cutBlocks(`1.1 范围
1.1.1 城镇
1.1.2 乡村
1.2 术语
1.2.1 大厅`);

describe('numbers of articles', () => {
  it.each([1, 9, 10, 11, 20, 23, 100, 101, 110, 112, 120, 399])(
    '[O2] %i is written and read back',
    (value) => {
      expect(valueOf(wordNumber(value))).toBe(value);
    },
  );

  it('[O2] written as officials write them', () => {
    expect([1, 10, 12, 20, 35, 105, 110].map(wordNumber)).toEqual([
      '一',
      '十',
      '十二',
      '二十',
      '三十五',
      '一百零五',
      '一百一十',
    ]);
    expect(readNumber('第十二条 ')).toEqual({ before: '第', value: 12, after: '条 ', chinese: true });
    expect(readNumber('（3）')).toEqual({ before: '（', value: 3, after: '）', chinese: false });
    expect(readNumber('')).toBeNull();
  });

  it.each([
    ['plain', text],
    ['chapters', chapters],
    ['technical', technical],
  ])('[O2] %s: opening and saving changes no number', (_, blocks) => {
    expect(renumber(blocks)).toEqual(blocks);
  });

  it('[O2] a new article takes its number, and those after it follow', () => {
    const { blocks, at } = addArticle(text, 1, same);
    expect(at).toBe(4);
    expect(read(blocks)).toEqual([
      '总的要求。',
      '一、首问',
      '（一）接待',
      '（二）引导',
      '二、',
      '三、告知',
      '（一）一次说清',
      '四、监督',
    ]);
  });

  it('[O2] articles that count through all chapters go on doing so', () => {
    expect(read(removeArticle(chapters, 1))).toEqual([
      '第一章 总则',
      '第一条 范围',
      '第二章 职责',
      '第二条 主任',
      '第三条 窗口',
    ]);
  });

  it('[O2] the figures of technical standards follow their heading', () => {
    expect(read(moveArticle(technical, 3, -1))).toEqual([
      '1.1 术语',
      '1.1.1 大厅',
      '1.2 范围',
      '1.2.1 城镇',
      '1.2.2 乡村',
    ]);
  });

  it('[O2] set deeper and higher again, without a number and with one', () => {
    const deeper = indentArticle(text, 4, 1);
    expect(read(deeper).slice(3)).toEqual(['（二）引导', '（三）告知', '（四）一次说清', '二、监督']);
    expect(read(numberArticle(text, 4, false)).slice(3)).toEqual([
      '（二）引导',
      '告知',
      '（三）一次说清',
      '二、监督',
    ]);
    expect(read(numberArticle(numberArticle(text, 4, false), 4, true))).toEqual(read(text));
    expect(indentArticle(text, 1, -1)).toEqual(text);
  });
});

describe('articles as pieces', () => {
  it('[O4] a section takes along what stands below it', () => {
    expect(endOf(text, 1)).toBe(4);
    expect(read(moveArticle(text, 1, 1))).toEqual([
      '总的要求。',
      '一、告知',
      '（一）一次说清',
      '二、首问',
      '（一）接待',
      '（二）引导',
      '三、监督',
    ]);
    expect(moveArticle(text, 1, -1)).toEqual(text);
    expect(moveArticle(text, 3, 1)).toEqual(text);
  });

  it('[O3] an article that would be too long is not joined', () => {
    const long = [
      { number: '一、', depth: 0 as const, text: '甲'.repeat(3000) },
      { number: '二、', depth: 0 as const, text: '乙'.repeat(3000) },
    ];
    expect(mergeArticle(long, 1)).toBeNull();
    expect(mergeArticle(text, 0)).toBeNull();
  });

  it.each([1, 2, 3, 4, 5, 6])('[O2] [O3] [O4] any order of deeds loses no word (seed %i)', (seed) => {
    const random = seeded(seed);
    const draw = (below: number) => Math.floor(random() * below);
    const letters = (blocks: readonly Block[]) =>
      [...blocks.map((block) => block.text).join('')]
        .filter((sign) => sign.trim())
        .sort()
        .join('');
    for (const start of [text, chapters, technical]) {
      let blocks: readonly Block[] = start;
      for (let turn = 0; turn < 60; turn++) {
        const at = draw(blocks.length);
        const by = draw(2) ? 1 : -1;
        const deeds: (() => readonly Block[])[] = [
          () => addArticle(blocks, at, same).blocks,
          () => splitArticle(blocks, at, draw(5), same),
          () => mergeArticle(blocks, at)?.blocks ?? blocks,
          () => moveArticle(blocks, at, by),
          () => indentArticle(blocks, at, by),
          () => numberArticle(blocks, at, draw(2) === 0),
        ];
        blocks = deeds[draw(deeds.length)]!();
        expect(letters(blocks)).toBe(letters(start));
        // What is numbered once stays so when it is numbered again.
        expect(renumber(blocks)).toEqual(blocks);
      }
    }
  });

  it('[O3] parting and joining again is the same text', () => {
    for (const [at, block] of text.entries())
      for (let place = 0; place <= block.text.length; place++) {
        const parted = splitArticle(text, at, place, same);
        expect(mergeArticle(parted, at + 1)?.blocks).toEqual(text);
      }
  });
});
