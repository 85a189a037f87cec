import type { Zone } from '../model/scene.ts';

/** A stretch of a grid's cells. */
export type Cells = Pick<Zone, 'x' | 'y' | 'w' | 'h'>;

/** Whether two stretches share a cell. */
export function overlap(one: Cells, other: Cells): boolean {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  );
}
