import { describe, expect, test } from 'vitest';
import { dwell, pagesOf, phrasesOf, readingLoad, wordsOf } from '../../display/paging.ts';

describe('how long a page stands', () => {
  test('six seconds at least, else two and one for every 2.5 characters', () => {
    expect(dwell(0)).toBe(6_000);
    expect(dwell(10)).toBe(6_000);
    expect(dwell(50)).toBe(22_000);
  });

  test('digits and letters read twice as fast as Han characters, spaces need no time', () => {
    expect(readingLoad('公示期')).toBe(3);
    expect(readingLoad('2026 年')).toBe(3);
  });
});

describe('cutting text into pages', () => {
  test('what fits is one page', () => {
    expect(pagesOf([2, 3], 6.9)).toEqual([{ from: 0, lines: 5 }]);
  });

  test('a page is filled before the next begins', () => {
    expect(pagesOf([20], 6.9).map(({ lines }) => lines)).toEqual([6, 6, 6, 2]);
  });

  test('a page ends between paragraphs where one ends in its last third', () => {
    expect(pagesOf([3, 2, 3], 7).map(({ lines }) => lines)).toEqual([5, 3]);
    expect(pagesOf([3, 6], 7).map(({ lines }) => lines)).toEqual([7, 2]);
  });

  test('the last line of a paragraph does not stand alone on the next page', () => {
    expect(pagesOf([7], 6).map(({ lines }) => lines)).toEqual([5, 2]);
  });

  test('every line is on exactly one page, and no page but the last stays more than a third empty', () => {
    for (let first = 1; first <= 20; first++)
      for (let second = 1; second <= 20; second++)
        for (let room = 1; room <= 12; room++) {
          const pages = pagesOf([first, second, 4], room + 0.4);
          let next = 0;
          for (const { from, lines } of pages) {
            expect(from).toBe(next);
            expect(lines).toBeLessThanOrEqual(room);
            next += lines;
          }
          expect(next).toBe(first + second + 4);
          for (const { lines } of pages.slice(0, -1)) expect(lines * 3).toBeGreaterThanOrEqual(room * 2);
        }
  });

  test('a place too small for one line still shows one', () => {
    expect(pagesOf([3], 0).map(({ lines }) => lines)).toEqual([1, 1, 1]);
  });
});

test('a slogan is set in its phrases, each with its mark', () => {
  expect(phrasesOf('为群众办好事，让群众办好事')).toEqual(['为群众办好事，', '让群众办好事']);
  expect(phrasesOf('规范、公开、便捷、贴心')).toEqual(['规范、公开、便捷、贴心']);
  expect(phrasesOf('为人民服务')).toEqual(['为人民服务']);
});

test('a title breaks between words, and marks stay with the words that they belong to', () => {
  const title = '农村宅基地审批结果公示（第三批）：“一卡通”';
  const words = wordsOf(title);
  expect(words.join('')).toBe(title);
  expect(words).toContain('审批');
  for (const word of words) expect(word).not.toMatch(/^[）：”]|[（“]$/);
});
