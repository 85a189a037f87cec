import { describe, expect, test } from 'vitest';
import { dotsOf, halvesOf, layOut, LETTER, wrap } from '../../../content/slips/lines.ts';
import { drawSlip, heightOf } from '../../../content/slips/picture.ts';
import { Letters } from '../../../content/led/letters.ts';
import type { Slip } from '../../../content/slips/slip.ts';
import { realPacks } from '../led/packs.ts';
import { seeded } from '../../support/world.ts';

export const slip: Slip = {
  hall: '白石镇公共服务中心',
  number: 'A012',
  service: '社会保障',
  priority: false,
  windows: [2, 3],
  ahead: 3,
  minutes: { from: 10, to: 15 },
  day: '2026-11-21',
  clock: '09:41',
  passBack: 'list',
  complaint: '023-79000001',
  url: 'http://192.168.1.20:8080/t/ABCDEFGH',
};
const widths = [58, 80] as const;
const words = (one: Slip, width: 58 | 80) =>
  layOut(one, width).flatMap((line) => (line.is === 'text' ? [line.text] : []));

describe('slip', () => {
  test('[K5] has everything that a visitor needs', () => {
    for (const width of widths) {
      const all = words(slip, width).join('');
      for (const part of [
        '白石镇公共服务中心',
        'A012',
        '社会保障',
        '请到2、3号窗口',
        '前面3人',
        '约等10到15分钟',
        '2026-11-21',
        '09:41',
        '过号不用重取',
        '023-79000001',
      ])
        expect(all.replaceAll(' ', '')).toContain(part);
      expect(layOut(slip, width).filter((line) => line.is === 'qr')).toMatchObject([{ url: slip.url }]);
    }
  });

  test('[K5] says the hall’s own rule for a missed call', () => {
    expect(words({ ...slip, passBack: 'end' }, 80).join('')).toContain('排到最后');
    expect(words({ ...slip, passBack: 4 }, 80).join('')).toContain('隔 4 人再叫');
  });

  test('[K5] one that does not wait any more is told no wait', () => {
    expect(words({ ...slip, ahead: null, minutes: null }, 80).join('')).not.toMatch(/前面|分钟/);
    expect(words({ ...slip, ahead: 0 }, 80).join('')).toContain('前面没有人');
  });

  test('[K6] no line is wider than the paper, whatever stands in it; the number is whole', () => {
    const random = seeded(7);
    const signs = [...'社会保障自然资源和规划（）、，。A1 b-'];
    const text = (most: number) =>
      Array.from(
        { length: 1 + Math.floor(random() * most) },
        () => signs[Math.floor(random() * signs.length)],
      ).join('');
    for (let round = 0; round < 400; round++) {
      const number = `A${String(Math.floor(random() * 100_000)).padStart(2, '0')}`;
      const some = {
        ...slip,
        hall: `心${text(60)}`,
        service: `业${text(60)}`,
        number,
        windows: Array.from({ length: Math.floor(random() * 40) }, (_, at) => at + 1),
      };
      for (const width of widths) {
        const lines = layOut(some, width);
        for (const line of lines)
          if (line.is === 'text')
            expect((halvesOf(line.text) * line.scale * LETTER) / 2, line.text).toBeLessThanOrEqual(
              dotsOf[width],
            );
        expect(lines.filter((line) => line.is === 'text' && line.text === number)).toHaveLength(1);
      }
    }
  });

  test('[K6] a sign that ends a phrase does not begin a line', () => {
    expect(wrap('请到窗口询问。', 12)).toEqual(['请到窗口询', '问。']);
    expect(wrap('电话 023-79000001', 12)).toEqual(['电话', '023-79000001']);
    expect(wrap('A'.repeat(30), 12)).toEqual(['A'.repeat(12), 'A'.repeat(12), 'A'.repeat(6)]);
  });

  test('[K8] as dots: every character of the slip has a letter, and its height is what was counted', () => {
    const letters = new Letters(realPacks());
    const code = () => ({ size: 29, dark: () => true });
    for (const width of widths) {
      const lines = layOut(slip, width);
      const missing = new Set<string>();
      const frame = drawSlip(lines, width, letters, code, missing);
      expect([...missing]).toEqual([]);
      expect(frame.width).toBe(dotsOf[width]);
      expect(frame.height).toBe(lines.reduce((sum, line) => sum + heightOf(line), 0));
    }
  });
});
