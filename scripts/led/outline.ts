import type { Glyph } from '../../content/led/glyphs.ts';
import { strideOf } from '../../content/led/glyphs.ts';
import type { FontPoint, Outline } from './truetype.ts';

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

/** The contours of a glyph where they are to stand, each from a point on the curve. */
export function contoursOf(outline: Outline, { scaleX, scaleY, left, baseline }: Placement): Contour[] {
  return outline.contours
    .filter(({ length }) => length > 2)
    .map((points) =>
      explicit(points).map(({ x, y, on }) => ({ x: left + x * scaleX, y: baseline - y * scaleY, on })),
    );
}

/** Adds the points on the curve that TrueType leaves out between two off it, and begins with one. */
function explicit(points: readonly FontPoint[]): FontPoint[] {
  const whole = points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length] ?? point;
    if (point.on || next.on) return [point];
    return [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true }];
  });
  const first = whole.findIndex(({ on }) => on);
  return [...whole.slice(first), ...whole.slice(0, first)];
}

type Visit = (x0: number, y0: number, x1: number, y1: number) => void;

/** Visits the straight pieces of a contour in its direction. */
function trace(contour: Contour, visit: Visit): void {
  const start = contour[0];
  if (!start) return;
  let from = start;
  let bend: Point | undefined;
  for (let i = 1; i <= contour.length; i++) {
    const to = contour[i] ?? start;
    if (!to.on) {
      bend = to;
      continue;
    }
    if (bend) traceBend(from, bend, to, visit);
    else visit(from.x, from.y, to.x, to.y);
    bend = undefined;
    from = to;
  }
}

function traceBend(from: Point, bend: Point, to: Point, visit: Visit): void {
  let { x, y } = from;
  for (let piece = 1; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const u = 1 - t;
    const nextX = u * u * from.x + 2 * u * t * bend.x + t * t * to.x;
    const nextY = u * u * from.y + 2 * u * t * bend.y + t * t * to.y;
    visit(x, y, nextX, nextY);
    [x, y] = [nextX, nextY];
  }
}

/**
 * For each row of sample points, where outlines cross it: twice the first sample to the right, plus one where
 * the outline goes down. Whole numbers, because a tuple for each crossing keeps the collector busy for seconds.
 */
function crossingsOf(contours: readonly Contour[], rows: number, fine: number): number[][] {
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  const visit: Visit = (x0, y0, x1, y1) => {
    if (y0 === y1) return;
    const slope = (x1 - x0) / (y1 - y0);
    const bottom = Math.min(rows, Math.ceil(Math.max(y0, y1) * fine - 0.5));
    for (let row = Math.max(0, Math.ceil(Math.min(y0, y1) * fine - 0.5)); row < bottom; row++) {
      const x = x0 + ((row + 0.5) / fine - y0) * slope;
      crossings[row]?.push(2 * Math.ceil(x * fine - 0.5) + (y1 > y0 ? 1 : 0));
    }
  };
  for (const contour of contours) trace(contour, visit);
  return crossings;
}

/** Counts, for each dot, how many of its `fine` × `fine` sample points lie inside by the non-zero rule. */
function cover(contours: readonly Contour[], width: number, height: number, fine: number): Uint8Array {
  const counts = new Uint8Array(width * height);
  crossingsOf(contours, height * fine, fine).forEach((crossings, row) => {
    crossings.sort((one, other) => one - other);
    const start = Math.floor(row / fine) * width;
    let winding = 0;
    crossings.forEach((crossing, i) => {
      winding += crossing & 1 ? 1 : -1;
      const end = crossings[i + 1];
      if (winding === 0 || end === undefined) return;
      const stop = Math.min(width * fine, end >> 1);
      for (let sample = Math.max(0, crossing >> 1); sample < stop; sample++) {
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
