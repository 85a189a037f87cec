import { describe, expect, it } from 'vitest';
import { baseOf } from '../../display/glass.ts';
import { layoutOf } from '../../display/layout.ts';

const on = (width: number, height: number, groups: number) => {
  const glass = { width, height };
  return layoutOf(glass, baseOf(glass, { diagonal: 55, distance: 8 }), groups);
};

describe('how the groups of a board stand (board.md)', () => {
  it('[S9] one group and two have a panel on any glass; four only on a very wide one', () => {
    for (const [width, height] of [
      [1920, 1080],
      [3840, 2160],
      [1080, 1920],
      [1366, 768],
      [1024, 768],
    ] as const) {
      expect(on(width, height, 1)).toEqual({ columns: 1, rows: 1, panel: true });
      expect(on(width, height, 2)).toEqual({ columns: 1, rows: 2, panel: true });
      expect(on(width, height, 4).panel).toBe(false);
    }
    expect(on(3840, 1080, 2)).toEqual({ columns: 2, rows: 1, panel: true });
    expect(on(3840, 1080, 4)).toEqual({ columns: 2, rows: 2, panel: true });
  });

  it('four groups stand two by two lying, one below another standing', () => {
    expect(on(1920, 1080, 4)).toMatchObject({ columns: 2, rows: 2 });
    expect(on(1080, 1920, 4)).toMatchObject({ columns: 1, rows: 4 });
  });
});
