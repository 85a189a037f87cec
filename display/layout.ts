import { EDGE, isUpright } from './glass.ts';
import type { Glass } from './glass.ts';

/** Share of the glass between the edges. */
const SAFE = 1 - 2 * EDGE;
/** Share of the board's width that the calls have beside a panel. */
const BESIDE = 0.58;
/** Bases that a group needs beside another: five figures and two of the window at four bases each. */
const LEAST = 20;

/** How the groups of a board stand, and whether a panel stands beside or below them. */
export interface Layout {
  columns: 1 | 2;
  rows: 1 | 2 | 4;
  panel: boolean;
}

/** What fits a glass without setting a called number smaller than four bases (S9). */
export function layoutOf(glass: Glass, base: number, groups: number): Layout {
  if (groups < 2) return { columns: 1, rows: 1, panel: true };
  const upright = isUpright(glass);
  const wide = !upright && (glass.width * SAFE * BESIDE) / base >= 2 * LEAST + 1;
  if (groups === 2) return wide ? { columns: 2, rows: 1, panel: true } : { columns: 1, rows: 2, panel: true };
  return upright ? { columns: 1, rows: 4, panel: false } : { columns: 2, rows: 2, panel: wide };
}
