import type { Outline } from 'opentype.js';
import type { Glyph } from '../../content/led/glyphs.ts';
import { strideOf } from '../../content/led/glyphs.ts';

/** A point of an outline in dots, y downwards. Between two points on the curve lies at most one off it. */
export interface Point {
  x: number;
  y: number;
  on: boolean;
}
export type Contour = Point[];

/** Where an outline stands: dots for each font unit, and the dot of its origin. */
export interface Placement {
  scaleX: number;
  scaleY: number;
  left: number;
  baseline: number;
}

/** Straight pieces for each curve: enough for a stroke of 32 dots. */
const PIECES = 6;

/** The closed contours of a glyph with TrueType outlines. */
export function contoursOf({ path }: Outline, { scaleX, scaleY, left, baseline }: Placement): Contour[] {
  const contours: Contour[] = [];
  let contour: Contour = [];
  const add = (x: number, y: number, on: boolean) =>
    contour.push({ x: left + x * scaleX, y: baseline - y * scaleY, on });
  for (const command of path.commands) {
    if (command.type === 'M') contours.push((contour = []));
    if (command.type === 'C') throw new Error('a font with TrueType outlines was expected');
    if (command.type === 'Z') continue;
    if (command.type === 'Q') add(command.x1, command.y1, false);
    add(command.x, command.y, true);
  }
  for (const one of contours) {
    const [first, last] = [one[0], one.at(-1)];
    if (one.length > 1 && first && last?.on && first.x === last.x && first.y === last.y) one.pop();
  }
  return contours.filter(({ length }) => length > 2);
}

/** x0, y0, x1, y1 of a straight piece of outline. */
type Piece = readonly [number, number, number, number];

function* piecesOf(contour: Contour): Generator<Piece> {
  const start = contour[0];
  if (!start) return;
  let from = start;
  let bend: Point | undefined;
  for (const to of [...contour.slice(1), start]) {
    if (!to.on) {
      bend = to;
      continue;
    }
    if (bend) yield* bent(from, bend, to);
    else yield [from.x, from.y, to.x, to.y];
    bend = undefined;
    from = to;
  }
}

function* bent(from: Point, bend: Point, to: Point): Generator<Piece> {
  let { x, y } = from;
  for (let piece = 1; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const u = 1 - t;
    const nextX = u * u * from.x + 2 * u * t * bend.x + t * t * to.x;
    const nextY = u * u * from.y + 2 * u * t * bend.y + t * t * to.y;
    yield [x, y, nextX, nextY];
    [x, y] = [nextX, nextY];
  }
}

/** Where outlines cross the middle of a row, and in which direction. */
type Crossing = readonly [x: number, direction: number];

/** Counts, for each dot, how many of its `fine` × `fine` sample points lie inside by the non-zero rule. */
function cover(contours: readonly Contour[], width: number, height: number, fine: number): Uint8Array {
  const rows: Crossing[][] = Array.from({ length: height * fine }, () => []);
  for (const contour of contours)
    for (const [x0, y0, x1, y1] of piecesOf(contour)) {
      if (y0 === y1) continue;
      const direction = y1 > y0 ? 1 : -1;
      const top = Math.max(0, Math.ceil(Math.min(y0, y1) * fine - 0.5));
      const bottom = Math.min(rows.length, Math.ceil(Math.max(y0, y1) * fine - 0.5));
      for (let row = top; row < bottom; row++)
        rows[row]?.push([x0 + ((row + 0.5) / fine - y0) * ((x1 - x0) / (y1 - y0)), direction]);
    }
  const counts = new Uint8Array(width * height);
  rows.forEach((crossings, row) => {
    crossings.sort(([one], [other]) => one - other);
    const start = Math.floor(row / fine) * width;
    let winding = 0;
    crossings.forEach(([x, direction], i) => {
      winding += direction;
      const end = crossings[i + 1]?.[0];
      if (winding === 0 || end === undefined) return;
      const stop = Math.min(width * fine, Math.ceil(end * fine - 0.5));
      for (let sample = Math.max(0, Math.ceil(x * fine - 0.5)); sample < stop; sample++) {
        const at = start + Math.floor(sample / fine);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    });
  });
  return counts;
}

/**
 * The dots of an outline. A dot is lit when at least half of its `fine` × `fine` sample points lie inside:
 * with `fine` 1 its centre, for outlines that are drawn on the dots.
 */
export function rasterise(contours: readonly Contour[], width: number, height: number, fine: number): Glyph {
  const counts = cover(contours, width, height, fine);
  const stride = strideOf(width);
  const rows = new Uint8Array(stride * height);
  counts.forEach((count, i) => {
    if (count * 2 < fine * fine) return;
    const x = i % width;
    const at = Math.floor(i / width) * stride + (x >> 3);
    rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
  });
  return { width, height, stride, rows };
}
