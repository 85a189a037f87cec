import { describe, expect, test } from 'vitest';
import { isListed, originOf } from '../../../content/premises/pages.ts';
import { overlap } from '../../../content/premises/zones.ts';
import { dwell, paceOf, readingLoad } from '../../../display/paging.ts';
import { cutWhole, loadsOf } from '../../../display/scenes/reading/cut.ts';

/** Seeded, so that a failure comes back. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('pages of whole articles', () => {
  test('[TX2] no line is lost or shown twice; an article is cut where it is longer than a page, or much of one would stay empty', () => {
    const random = chance(7);
    for (let run = 0; run < 300; run += 1) {
      const room = 2 + Math.floor(random() * 12);
      const lines = Array.from({ length: 1 + Math.floor(random() * 30) }, () => 1 + Math.floor(random() * 6));
      const pages = cutWhole(
        lines,
        lines.map(() => false),
        room,
      );
      const total = lines.reduce((sum, one) => sum + one, 0);
      expect(pages.reduce((sum, page) => sum + page.lines, 0)).toBe(total);
      let at = 0;
      for (const page of pages) {
        expect(page.from).toBe(at);
        expect(page.lines).toBeLessThanOrEqual(room);
        at += page.lines;
      }
      const ends = new Set(pages.map((page) => page.from + page.lines));
      let start = 0;
      for (const length of lines) {
        const cut = [...ends].some((end) => end > start && end < start + length);
        const page = pages.find(({ from, lines }) => from <= start && start < from + lines)!;
        if (length <= room && room - (start - page.from) <= room * 0.4) expect(cut).toBe(false);
        start += length;
      }
    }
  });

  test('a heading stands with what follows it', () => {
    expect(cutWhole([3, 1, 2], [false, true, false], 4)).toEqual([
      { from: 0, lines: 3 },
      { from: 3, lines: 3 },
    ]);
  });

  test('the load of all pages is the load of the text, and each page stands long enough at five a second', () => {
    const paragraphs = [{ text: '一二三四五六七八九十' }, { text: '甲乙丙丁' }];
    const pages = cutWhole([2, 1], [false, false], 2);
    const loads = loadsOf(paragraphs, [2, 1], pages);
    expect(loads.reduce((sum, one) => sum + one, 0)).toBeCloseTo(readingLoad('一二三四五六七八九十甲乙丙丁'));
    expect(dwell(100, paceOf({}))).toBe(2000 + 100 * 200);
    expect(dwell(100, paceOf({ pace: 'slow' }))).toBe(2000 + 100 * 400);
  });
});

describe('web pages and zones', () => {
  test('[R13] a page belongs to its site by scheme, name and port, and to no other', () => {
    expect(originOf('https://a.gov.cn:8443/x?y')).toBe('https://a.gov.cn:8443');
    expect(originOf('javascript:alert(1)')).toBeNull();
    expect(originOf('https://a.gov.cn@evil.example/')).toBeNull();
    expect(isListed(['https://a.gov.cn'], 'https://A.gov.cn/page')).toBe(true);
    expect(isListed(['https://a.gov.cn'], 'https://a.gov.cn.evil.example/')).toBe(false);
    expect(isListed(['https://a.gov.cn'], 'http://a.gov.cn/')).toBe(false);
  });

  test('[R14] zones that touch do not overlap', () => {
    expect(overlap({ x: 0, y: 0, w: 2, h: 2 }, { x: 2, y: 0, w: 1, h: 2 })).toBe(false);
    expect(overlap({ x: 0, y: 0, w: 2, h: 2 }, { x: 1, y: 1, w: 1, h: 1 })).toBe(true);
  });
});
