import { describe, expect, test } from 'vitest';
import { dwell, pagesOf, phrasesOf, readingLoad } from '../../display/paging.ts';

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
    expect(pagesOf(5, 6.9)).toEqual({ count: 1, lines: 5 });
  });

  test('pages are evened out, so that the last is not a single line', () => {
    expect(pagesOf(7, 6)).toEqual({ count: 2, lines: 4 });
    expect(pagesOf(13, 6)).toEqual({ count: 3, lines: 5 });
  });

  test('every line is on exactly one page and no page holds more than fits', () => {
    for (let lines = 1; lines <= 80; lines++)
      for (let room = 1; room <= 12; room++) {
        const { count, lines: each } = pagesOf(lines, room + 0.4);
        expect(each).toBeLessThanOrEqual(room);
        expect(count * each).toBeGreaterThanOrEqual(lines);
        expect((count - 1) * each).toBeLessThan(lines);
      }
  });

  test('a place too small for one line still shows one', () => {
    expect(pagesOf(3, 0)).toEqual({ count: 3, lines: 1 });
  });
});

test('a slogan is set in its phrases, each with its mark', () => {
  expect(phrasesOf('为群众办好事，让群众办好事')).toEqual(['为群众办好事，', '让群众办好事']);
  expect(phrasesOf('为人民服务')).toEqual(['为人民服务']);
});
