import { describe, expect, test } from 'vitest';
import { baseOf, defaultPlace, isUpright, pixelsPerMm } from '../../display/glass.ts';

const hd = { width: 1920, height: 1080 };

describe('the base of the type', () => {
  test('43 inches at 1920×1080 have two pixels in a millimetre', () => {
    expect(pixelsPerMm(hd, defaultPlace)).toBeCloseTo(2.017, 2);
  });

  test('where the blocks allow it, it is seven millimetres for each metre of distance', () => {
    const near = { diagonal: 55, distance: 3.6 };
    expect(baseOf(hd, near) / pixelsPerMm(hd, near)).toBeCloseTo(7 * 3.6, -0.5);
  });

  test('it never grows beyond what lets the blocks fit, nor below what fills them', () => {
    expect(baseOf(hd, { diagonal: 32, distance: 20 })).toBe(42);
    expect(baseOf(hd, { diagonal: 100, distance: 0.5 })).toBe(37);
  });

  test('the same screen at four times the pixels has twice the base', () => {
    expect(baseOf({ width: 3840, height: 2160 }, defaultPlace)).toBe(84);
  });

  test('standing, the width decides', () => {
    const standing = { width: 1080, height: 1920 };
    expect(isUpright(standing)).toBe(true);
    expect(baseOf(standing, defaultPlace)).toBe(42);
  });
});
