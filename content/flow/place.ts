import type * as Dagre from '@dagrejs/dagre';
import type { Chart, ChartArrow, ChartBox } from './chart.ts';
import { Gaps, type Point } from './gaps.ts';
import { spread } from './spread.ts';

/** A box with its left upper corner, in units of the chart. */
export interface PlacedBox extends ChartBox {
  x: number;
  y: number;
}

/** An arrow with its corners from tail to head, and the middle of its words if it has any. */
export interface PlacedArrow extends ChartArrow {
  points: Point[];
  labelAt: Point | null;
}

export interface Placed {
  width: number;
  height: number;
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
}

const MARGIN = 8;
/** How far from a corner of a box arrows leave and arrive, and how far from each other. */
const CORNER = 14;
const APART = 14;

/**
 * Places a chart: dagre (which is handed in, since nothing here may load it) puts boxes and words into rows and
 * columns; arrows then run upright through the rows and across only in the gaps between them, so that none
 * crosses a box or words.
 */
export function placeChart({ Graph, layout }: Pick<typeof Dagre, 'Graph' | 'layout'>, chart: Chart): Placed {
  if (chart.boxes.length === 0) return { width: 0, height: 0, boxes: [], arrows: [] };
  const graph = new Graph({ directed: true, multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    align: 'UL',
    nodesep: 12,
    edgesep: 10,
    ranksep: 44,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  for (const { id, width, height } of chart.boxes) graph.setNode(id, { width, height });
  chart.arrows.forEach(({ from, to, main, labelWidth, labelHeight }, index) => {
    const label = { width: labelWidth, height: labelHeight, labelpos: 'c' as const };
    graph.setEdge(from, to, { weight: main ? 8 : 1, minlen: 1, ...label }, String(index));
  });
  // Without jumps the chart is a tree, and in the order of the list nothing crosses: the way from step to step
  // stands on the left, what branches off on the right. dagre's search for fewer crossings would shuffle them.
  const tree = !chart.arrows.some(
    ({ main, to }) => !main && chart.boxes.some(({ id, is }) => id === to && (is === 'step' || is === 'end')),
  );
  layout(graph, { disableOptimalOrderHeuristic: tree });

  const boxes = chart.boxes.map((box): PlacedBox => {
    const { x = 0, y = 0 } = graph.node(box.id);
    return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
  });
  const routes = chart.arrows.map((arrow, index) => {
    const { points = [], x = 0, y = 0 } = graph.edge(arrow.from, arrow.to, String(index));
    return { arrow, inner: points.slice(1, -1), labelAt: arrow.label.length ? { x, y } : null };
  });
  const arrows = run(boxes, routes);
  return { ...extent(boxes, arrows), boxes, arrows };
}

interface Route {
  arrow: ChartArrow;
  /** Where it passes the rows between its ends. */
  inner: Point[];
  labelAt: Point | null;
}

function run(boxes: PlacedBox[], routes: Route[]): PlacedArrow[] {
  const at = new Map(boxes.map((box) => [box.id, box]));
  const middle = (id: string): Point => {
    const box = at.get(id)!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const gaps = new Gaps([
    ...boxes.map(({ y, height }) => ({ y: y + height / 2, height })),
    ...routes.flatMap(({ arrow, labelAt }) => (labelAt ? [{ y: labelAt.y, height: arrow.labelHeight }] : [])),
  ]);
  // Each end of an arrow takes a place on the edge of its box, in the order in which the ways lie.
  const ends = routes.map(({ arrow, inner }) => {
    const from = middle(arrow.from);
    const to = middle(arrow.to);
    return { from, to, down: from.y < to.y, out: (inner[0] ?? to).x, in: (inner.at(-1) ?? from).x };
  });
  const out = new Map<number, number>();
  const into = new Map<number, number>();
  for (const box of boxes)
    for (const down of [true, false]) {
      // Below a box leave the ways down and arrive the ways up; above it the other way round.
      const leaving = routes.flatMap(({ arrow }, index) =>
        arrow.from === box.id && ends[index]!.down === down
          ? [{ index, x: ends[index]!.out, tail: true }]
          : [],
      );
      const arriving = routes.flatMap(({ arrow }, index) =>
        arrow.to === box.id && ends[index]!.down !== down ? [{ index, x: ends[index]!.in, tail: false }] : [],
      );
      const all = [...leaving, ...arriving].sort((one, other) => one.x - other.x);
      const places = spread(
        all.map(({ x }) => x),
        box.x + CORNER,
        box.x + box.width - CORNER,
        APART,
      );
      all.forEach(({ index, tail }, place) => (tail ? out : into).set(index, places[place]!));
    }
  const paths = routes.map(({ arrow, inner }, index) => {
    const { down } = ends[index]!;
    const tail = at.get(arrow.from)!;
    const head = at.get(arrow.to)!;
    return {
      start: { x: out.get(index)!, y: down ? tail.y + tail.height : tail.y },
      inner,
      end: { x: into.get(index)!, y: down ? head.y : head.y + head.height },
    };
  });
  const corners = gaps.run(paths);
  return routes.map(({ arrow, labelAt }, index) => ({ ...arrow, points: corners[index]!, labelAt }));
}

function extent(boxes: PlacedBox[], arrows: PlacedArrow[]): { width: number; height: number } {
  const right = [
    ...boxes.map(({ x, width }) => x + width),
    ...arrows.flatMap(({ points, labelAt, labelWidth }) => [
      ...points.map(({ x }) => x),
      labelAt ? labelAt.x + labelWidth / 2 : 0,
    ]),
  ];
  const low = [
    ...boxes.map(({ y, height }) => y + height),
    ...arrows.flatMap(({ points }) => points.map(({ y }) => y)),
  ];
  return { width: Math.ceil(Math.max(...right) + MARGIN), height: Math.ceil(Math.max(...low) + MARGIN) };
}
