export interface Point {
  x: number;
  y: number;
}

/** A way from a box to another: it passes the rows between at `inner`. */
export interface Way {
  start: Point;
  inner: readonly Point[];
  end: Point;
}

interface Row {
  top: number;
  bottom: number;
}

/** A crossing from one column to another in the gap above row `gap`. */
interface Crossing {
  way: number;
  gap: number;
  from: number;
  to: number;
}

/** The gaps between the rows of a chart, in which arrows change their column. */
export class Gaps {
  readonly #rows: Row[] = [];

  /** @param things middles and heights of everything that stands in rows */
  constructor(things: readonly { y: number; height: number }[]) {
    for (const { y, height } of [...things].sort((one, other) => one.y - other.y)) {
      const row = this.#rows.at(-1);
      const [top, bottom] = [y - height / 2, y + height / 2];
      // dagre puts the middles of one row on one line; anything that overlaps it belongs to it.
      if (row && top < row.bottom) {
        row.top = Math.min(row.top, top);
        row.bottom = Math.max(row.bottom, bottom);
      } else this.#rows.push({ top, bottom });
    }
  }

  /** Index of the row that holds `y`, or of the first one below it. */
  #rowAt(y: number): number {
    const index = this.#rows.findIndex(({ bottom }) => y <= bottom + 0.01);
    return index === -1 ? this.#rows.length : index;
  }

  #holds(y: number): boolean {
    return this.#rows.some(({ top, bottom }) => top <= y && y <= bottom);
  }

  /** The corners of each way. Of several crossings in one gap, the farther one goes nearer to where it comes from. */
  run(ways: readonly Way[]): Point[][] {
    const crossings = ways.flatMap((way, index) => this.#crossings(way, index));
    const heights = new Map<Crossing, number>();
    for (const gap of new Set(crossings.map((one) => one.gap))) {
      const list = crossings.filter((one) => one.gap === gap);
      const top = this.#rows[gap - 1]?.bottom ?? 0;
      const bottom = this.#rows[gap]?.top ?? top;
      const far = ({ from, to }: Crossing) => Math.abs(to - from);
      const sorted = [...list].sort((one, other) => far(other) - far(one));
      sorted.forEach((one, place) =>
        heights.set(one, top + ((bottom - top) * (place + 1)) / (sorted.length + 1)),
      );
    }
    return ways.map((way, index) => {
      const own = crossings.filter((one) => one.way === index);
      const corners = own.flatMap((one) => {
        const y = heights.get(one)!;
        return [
          { x: one.from, y },
          { x: one.to, y },
        ];
      });
      return [way.start, ...corners, way.end];
    });
  }

  /** Where the way changes its column: just after the row in which it stood before. */
  #crossings({ start, inner, end }: Way, way: number): Crossing[] {
    const down = start.y < end.y;
    // A place in a gap says nothing: there the way may lie anywhere.
    const stops = [start, ...inner.filter(({ y }) => this.#holds(y)), end];
    const found: Crossing[] = [];
    for (let index = 1; index < stops.length; index += 1) {
      const [before, after] = [stops[index - 1]!, stops[index]!];
      if (Math.abs(before.x - after.x) < 0.5) continue;
      const gap = down ? this.#rowAt(before.y) + 1 : this.#rowAt(before.y);
      found.push({ way, gap, from: before.x, to: after.x });
    }
    return found;
  }
}
