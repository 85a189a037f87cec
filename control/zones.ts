import type { Mixed, Zone, ZonePlay } from '../content/model/scene.ts';

/** Cells of a grid: left, top, width, height. */
export interface Cells {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Zones at most, and cells at most each way, as the hub takes them (premises.md R14). */
export const ZONES_MOST = 12;
const CELLS_MOST = 24;
/** Fewer cells than this leave no choice where an edge may lie. */
const CELLS_LEAST = 12;

const overlap = (one: Cells, other: Cells): boolean =>
  one.x < other.x + other.w &&
  other.x < one.x + one.w &&
  one.y < other.y + other.h &&
  other.y < one.y + one.h;

/** Whether a place lies within the grid and on no other zone than the one at `but`. */
export function isFree({ columns, rows, zones }: Mixed, place: Cells, but = -1): boolean {
  const { x, y, w, h } = place;
  if (w < 1 || h < 1 || x < 0 || y < 0 || x + w > columns || y + h > rows) return false;
  return zones.every((zone, at) => at === but || !overlap(zone, place));
}

/** The scene on a grid fine enough to cut: the same picture, each cell parted in as many as there is room for. */
export function refine(scene: Mixed): Mixed {
  const finer = (cells: number): number => {
    const times = Math.max(1, Math.ceil(CELLS_LEAST / cells));
    return cells * times <= CELLS_MOST ? times : 1;
  };
  const [across, down] = [finer(scene.columns), finer(scene.rows)];
  if (across === 1 && down === 1) return scene;
  return {
    ...{ is: 'mixed', columns: scene.columns * across, rows: scene.rows * down },
    zones: scene.zones.map((zone) => ({
      ...{ x: zone.x * across, y: zone.y * down, w: zone.w * across, h: zone.h * down },
      play: zone.play,
    })),
  };
}

/** The scene with a zone at another place; null if there is no room. */
export function place(scene: Mixed, at: number, cells: Cells): Mixed | null {
  if (!isFree(scene, cells, at)) return null;
  return { ...scene, zones: scene.zones.map((zone, one) => (one === at ? { ...zone, ...cells } : zone)) };
}

/**
 * The scene with a zone as near to the wanted place as there is room for on the straight way from where it is: a zone
 * that is drawn against another one stops at its edge.
 */
export function toward(scene: Mixed, at: number, wanted: Cells): Mixed {
  let best = scene;
  for (;;) {
    const from = best.zones[at];
    if (!from) return best;
    const steps = (['x', 'y', 'w', 'h'] as const).flatMap((side) => {
      const way = Math.sign(wanted[side] - from[side]);
      return way === 0 ? [] : [{ [side]: from[side] + way }];
    });
    // All sides at once first, so that a zone moves aslant and its left edge without its right one.
    const next = [Object.assign({}, ...steps) as Partial<Cells>, ...pairs(from, wanted), ...steps]
      .filter((step) => Object.keys(step).length > 0)
      .map((step) => place(best, at, { ...cellsOf(from), ...step }))
      .find((one) => one !== null);
    if (!next) return best;
    best = next;
  }
}

/** A left or upper edge that moves takes the width or height with it. */
function pairs(from: Cells, wanted: Cells): Partial<Cells>[] {
  const [x, w] = [Math.sign(wanted.x - from.x), Math.sign(wanted.w - from.w)];
  const [y, h] = [Math.sign(wanted.y - from.y), Math.sign(wanted.h - from.h)];
  return [
    ...(x !== 0 && w === -x ? [{ x: from.x + x, w: from.w + w }] : []),
    ...(y !== 0 && h === -y ? [{ y: from.y + y, h: from.h + h }] : []),
  ];
}

const cellsOf = ({ x, y, w, h }: Cells): Cells => ({ x, y, w, h });

/** The largest free place of the grid; null if nothing is free. Of equals the upper left one. */
export function largestFree(scene: Mixed): Cells | null {
  let best: Cells | null = null;
  const { columns, rows } = scene;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      for (let h = 1; y + h <= rows; h++) {
        let w = columns - x;
        while (w > 0 && !isFree(scene, { x, y, w, h })) w -= 1;
        if (w === 0) break;
        if (!best || w * h > best.w * best.h) best = { x, y, w, h };
      }
  return best;
}

/** The scene with a new zone; null if there is no room or there are too many. */
export function add(scene: Mixed, cells: Cells, play: ZonePlay): Mixed | null {
  if (scene.zones.length >= ZONES_MOST || !isFree(scene, cells)) return null;
  return { ...scene, zones: [...scene.zones, { ...cellsOf(cells), play }] };
}

/** The scene with a zone in two halves, the second playing `play`; across its longer side in cells. Null where it is too small. */
export function halve(scene: Mixed, at: number, play: ZonePlay, way: 'across' | 'down'): Mixed | null {
  const zone = scene.zones[at];
  if (!zone || scene.zones.length >= ZONES_MOST) return null;
  const size = way === 'across' ? zone.w : zone.h;
  if (size < 2) return null;
  const half = Math.ceil(size / 2);
  const [first, second]: [Cells, Cells] =
    way === 'across'
      ? [
          { ...cellsOf(zone), w: half },
          { ...cellsOf(zone), x: zone.x + half, w: size - half },
        ]
      : [
          { ...cellsOf(zone), h: half },
          { ...cellsOf(zone), y: zone.y + half, h: size - half },
        ];
  const zones: Zone[] = scene.zones.map((one, index) => (index === at ? { ...one, ...first } : one));
  return { ...scene, zones: [...zones, { ...second, play }] };
}

/** The scene without a zone; null for the last one. */
export function drop(scene: Mixed, at: number): Mixed | null {
  return scene.zones.length > 1 ? { ...scene, zones: scene.zones.filter((_, one) => one !== at) } : null;
}

/** The scene with another content in a zone. */
export function fill(scene: Mixed, at: number, play: ZonePlay): Mixed {
  return { ...scene, zones: scene.zones.map((zone, one) => (one === at ? { ...zone, play } : zone)) };
}

/** The cells between two cells of the grid, both counted. */
export function between(one: readonly [number, number], other: readonly [number, number]): Cells {
  const [x, y] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])];
  return { x, y, w: Math.abs(one[0] - other[0]) + 1, h: Math.abs(one[1] - other[1]) + 1 };
}
