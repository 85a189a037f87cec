import type { Contour } from './outline.ts';

type Axis = 'x' | 'y';

/** A straight edge along one axis: its place across, its ends along, its direction, its points. */
interface Edge {
  at: number;
  from: number;
  to: number;
  direction: number;
  points: { contour: number; point: number }[];
}

/** A stroke between two edges, ink between them. */
interface Stem {
  near: Edge;
  far: Edge;
}

/** Dots that upright (x) and level (y) strokes may be wide: least and most. */
export interface Widths {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** Of the size of the letters: the shortest edge of a stroke, and the thinnest and thickest stroke. */
const EDGE = 0.045;
const THIN = 0.025;
const THICK = 0.16;
/** Dots by which the points of one edge may differ. */
const FLAT = 0.12;

/**
 * Moves the strokes of an outline onto whole dots, all of one width for each direction, and takes the rest
 * of each contour along, as TrueType instructions would: without it one stroke of a character comes out
 * 2 dots wide and its neighbour 3. Changes the contours.
 */
export function hint(contours: readonly Contour[], size: number, widths: Widths): void {
  for (const axis of ['x', 'y'] as const) {
    const stems = stemsOf(edgesOf(contours, axis, size * EDGE), axis, size);
    if (stems.length > 0) move(contours, axis, settle(stems, widths[axis]));
  }
}

function edgesOf(contours: readonly Contour[], axis: Axis, shortest: number): Edge[] {
  const along = axis === 'x' ? 'y' : 'x';
  const edges: Edge[] = [];
  contours.forEach((contour, index) => {
    const count = contour.length;
    const at = (i: number) => contour[i % count] ?? { x: 0, y: 0 };
    const flat = (i: number) => Math.abs(at(i)[axis] - at(i + 1)[axis]) < FLAT;
    let first = 0;
    while (first < count && flat(first)) first++;
    for (let i = first + 1; i <= first + count; i++) {
      if (!flat(i)) continue;
      const begin = i;
      while (i < first + count && flat(i)) i++;
      const points = Array.from({ length: i - begin + 1 }, (_, step) => (begin + step) % count);
      const ends = points.map((point) => at(point)[along]);
      const [from, to] = [Math.min(...ends), Math.max(...ends)];
      if (to - from < shortest) continue;
      edges.push({
        at: points.reduce((sum, point) => sum + at(point)[axis], 0) / points.length,
        from,
        to,
        direction: Math.sign((ends.at(-1) ?? 0) - (ends[0] ?? 0)),
        points: points.map((point) => ({ contour: index, point })),
      });
    }
  });
  return edges;
}

const overlap = (one: Edge, other: Edge): number =>
  Math.min(one.to, other.to) - Math.max(one.from, other.from);

function stemsOf(edges: readonly Edge[], axis: Axis, size: number): Stem[] {
  // TrueType keeps ink on the right of an outline's direction, so that only one order of directions is a stroke.
  const nearDirection = axis === 'x' ? -1 : 1;
  const found: Stem[] = [];
  for (const near of edges)
    for (const far of edges) {
      const width = far.at - near.at;
      if (near.direction !== nearDirection || far.direction === near.direction) continue;
      if (width < size * THIN || width > size * THICK) continue;
      if (overlap(near, far) >= 0.4 * Math.min(near.to - near.from, far.to - far.from))
        found.push({ near, far });
    }
  found.sort((one, other) => widthOf(one) - widthOf(other));
  const used = new Set<Edge>();
  const stems = found.filter(({ near, far }) => {
    if (used.has(near) || used.has(far)) return false;
    used.add(near).add(far);
    return true;
  });
  return stems.sort((one, other) => one.near.at - other.near.at);
}

const widthOf = ({ near, far }: Stem): number => far.at - near.at;

/** New places by `contour:point`. Strokes that had a gap between them keep one of a dot at least. */
function settle(stems: readonly Stem[], [least, most]: readonly [number, number]): Map<string, number> {
  const sorted = stems.map(widthOf).sort((one, other) => one - other);
  const usual = sorted[sorted.length >> 1] ?? least;
  const width = Math.max(least, Math.min(most, Math.round(usual)));
  const places = new Map<string, number>();
  const settled: { stem: Stem; end: number }[] = [];
  for (const stem of stems) {
    let start = Math.round((stem.near.at + stem.far.at - width) / 2);
    for (const { stem: before, end } of settled) {
      const faces = overlap(before.far, stem.near) > 0;
      if (faces && stem.near.at - before.far.at > 0.3 && start <= end) start = end + 1;
    }
    settled.push({ stem, end: start + width });
    for (const { contour, point } of stem.near.points) places.set(`${contour}:${point}`, start);
    for (const { contour, point } of stem.far.points) places.set(`${contour}:${point}`, start + width);
  }
  return places;
}

/** Moves the settled points; those between two of them along the contour keep their share of the way. */
function move(contours: readonly Contour[], axis: Axis, places: ReadonlyMap<string, number>): void {
  contours.forEach((contour, index) => {
    const before = contour.map((point) => point[axis]);
    const anchors = before.flatMap((was, point) => {
      const place = places.get(`${index}:${point}`);
      return place === undefined ? [] : [{ point, was, place }];
    });
    anchors.forEach((anchor, i) => {
      const next = anchors[(i + 1) % anchors.length] ?? anchor;
      const [low, high] = anchor.was < next.was ? [anchor, next] : [next, anchor];
      const count = contour.length;
      for (let at = (anchor.point + 1) % count; at !== next.point; at = (at + 1) % count) {
        const point = contour[at];
        const was = before[at];
        if (!point || was === undefined || at === anchor.point) break;
        if (was <= low.was) point[axis] = was + low.place - low.was;
        else if (was >= high.was) point[axis] = was + high.place - high.was;
        else point[axis] = low.place + ((was - low.was) * (high.place - low.place)) / (high.was - low.was);
      }
    });
    for (const { point, place } of anchors) {
      const moved = contour[point];
      if (moved) moved[axis] = place;
    }
  });
}
