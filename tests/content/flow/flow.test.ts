import * as dagre from '@dagrejs/dagre';
import { describe, expect, it } from 'vitest';
import { chartOf, heightOf, type ChartFor } from '../../../content/flow/chart.ts';
import { drawChart } from '../../../content/flow/draw.ts';
import { placeChart, type Placed, type PlacedArrow } from '../../../content/flow/place.ts';
import { spread } from '../../../content/flow/spread.ts';
import { balanceText, widthOf, wrapText } from '../../../content/flow/text.ts';
import type { Branch, Step } from '../../../content/model/item.ts';
import { checkSteps } from '../../../content/publishing/itemsteps.ts';
import { fullItem, step } from '../../support/items.ts';
import { seeded } from '../../support/world.ts';

interface Area {
  id: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function areasOf({ boxes, arrows }: Placed): Area[] {
  return [
    ...boxes.map(({ id, x, y, width, height }) => ({
      id,
      left: x,
      right: x + width,
      top: y,
      bottom: y + height,
    })),
    ...arrows.flatMap(({ from, to, labelAt, labelWidth, labelHeight }) =>
      labelAt
        ? [
            {
              id: `${from}>${to}`,
              left: labelAt.x - labelWidth / 2,
              right: labelAt.x + labelWidth / 2,
              top: labelAt.y - labelHeight / 2,
              bottom: labelAt.y + labelHeight / 2,
            },
          ]
        : [],
    ),
  ];
}

const overlap = (one: Area, other: Area) =>
  one.left < other.right - 0.5 &&
  other.left < one.right - 0.5 &&
  one.top < other.bottom - 0.5 &&
  other.top < one.bottom - 0.5;

/** Boxes that a line of the arrow runs through; its own ends only touch it. */
function crossed({ points, from, to }: PlacedArrow, areas: Area[]): string[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index]!;
    const line: Area = {
      id: '',
      left: Math.min(before.x, point.x) - 0.6,
      right: Math.max(before.x, point.x) + 0.6,
      top: Math.min(before.y, point.y) - 0.6,
      bottom: Math.max(before.y, point.y) + 0.6,
    };
    return areas
      .filter(({ id }) => !id.includes('>'))
      .filter((area) => overlap(line, { ...area, top: area.top + 1, bottom: area.bottom - 1 }))
      .map(({ id }) => `${from}>${to} through ${id}`);
  });
}

function checkPlaced(placed: Placed): void {
  const areas = areasOf(placed);
  const wrong = areas.flatMap((one, index) =>
    areas.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.id} on ${other.id}`] : [])),
  );
  expect(wrong).toEqual([]);
  expect(placed.arrows.flatMap((arrow) => crossed(arrow, areas))).toEqual([]);
  for (const { left, right, top, bottom } of areas) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(placed.width);
    expect(bottom).toBeLessThanOrEqual(placed.height);
  }
  for (const { points } of placed.arrows)
    points
      .slice(1)
      .forEach((point, index) =>
        expect(
          Math.min(Math.abs(point.x - points[index]!.x), Math.abs(point.y - points[index]!.y)),
        ).toBeLessThan(1),
      );
}

/** Boxes that the arrows lead to from the first step. */
function reached({ boxes, arrows }: Placed): Set<string> {
  const found = new Set([boxes[0]!.id]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { from, to } of arrows) if (found.has(from)) found.add(to);
  }
  return found;
}

const words = [
  '材料齐全',
  '符合法定形式且属于受理范围',
  '不符合条件',
  '通过',
  '需要现场踏勘的，由 2 名以上工作人员',
];
const names = ['申请', '受理审查', '现场踏勘与调查核实', '审核', '公示 7 日', '决定', '送达'];

function someSteps(random: () => number): Step[] {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const count = 1 + Math.floor(random() * 9);
  return Array.from({ length: count }, (_, index) => {
    const branches: Branch[] = [];
    if (random() < 0.4) branches.push({ is: 'supplement', when: pick(words) });
    if (random() < 0.4) branches.push({ is: 'refuse', when: pick(words), text: pick(words) });
    if (random() < 0.25)
      branches.push({ is: 'step', when: pick(words), to: `s${Math.floor(random() * count)}` });
    return step(`s${index}`, pick(names), {
      who: pick(['申请人', '综合窗口', '县自然资源和规划局乡村建设科']),
      days: Math.floor(random() * 30),
      branches,
      ...(random() < 0.5 ? { onward: pick(words) } : {}),
      ...(random() < 0.5 ? { result: '受理通知书或不予受理通知书' } : {}),
    });
  });
}

describe('flow charts (items.md)', () => {
  it.each(['phone', 'sheet'] as const)('[U12] on a %s nothing lies on anything else', (on: ChartFor) => {
    const placed = placeChart(dagre, chartOf(fullItem, on));
    checkPlaced(placed);
    expect(reached(placed).size).toBe(placed.boxes.length);
    expect(placed.boxes).toHaveLength(fullItem.steps.length + 3);
  });

  it('[U12] any steps that may be saved are drawn without overlap, each of them reached', () => {
    const random = seeded(12);
    let drawn = 0;
    for (let round = 0; round < 150; round += 1) {
      const steps = someSteps(random);
      if (checkSteps(steps, '甲')) continue;
      drawn += 1;
      const placed = placeChart(dagre, chartOf({ steps }, round % 2 ? 'phone' : 'sheet'));
      checkPlaced(placed);
      expect(reached(placed).size).toBe(placed.boxes.length);
    }
    expect(drawn).toBeGreaterThan(100);
  });

  it('[U13] the words of a box fit into it', () => {
    const { boxes } = chartOf({ steps: someSteps(seeded(5)) }, 'phone');
    for (const { lines, width, height } of boxes) {
      for (const { text, size } of lines) expect(widthOf(text) * size).toBeLessThanOrEqual(width - 8);
      expect(heightOf(lines)).toBeLessThan(height);
    }
  });

  it('[U13] on a phone the chart of usual steps is not wider than the phone', () => {
    const { width } = placeChart(dagre, chartOf(fullItem, 'phone'));
    expect(width).toBeLessThanOrEqual(390);
  });

  it('[U12] the steps stand in one column and the side boxes beside it', () => {
    const { boxes } = placeChart(dagre, chartOf(fullItem, 'phone'));
    const middles = boxes
      .filter(({ is }) => is === 'step' || is === 'end')
      .map(({ x, width }) => Math.round(x + width / 2));
    expect(new Set(middles).size).toBe(1);
    for (const { x } of boxes.filter(({ is }) => is === 'refuse' || is === 'supplement'))
      expect(x).toBeGreaterThan(middles[0]!);
  });

  it('[U12] one who completes the papers comes back to the step', () => {
    const { arrows } = placeChart(dagre, chartOf(fullItem, 'phone'));
    expect(arrows.filter(({ both }) => both).map(({ from, to }) => [from, to])).toEqual([['b', 'b-0']]);
  });

  it('[U12] a step that leads nowhere is the end', () => {
    const { boxes } = chartOf(
      {
        steps: [
          step('a', '申请', { ends: true, branches: [{ is: 'step', when: '复杂', to: 'b' }] }),
          step('b', '审核'),
        ],
      },
      'phone',
    );
    expect(boxes.map(({ is }) => is)).toEqual(['step', 'end']);
  });

  it('the picture has all words as text and none as markup', () => {
    const sly = chartOf({ steps: [step('a', '<b>申请</b>', { who: '申请人 & 窗口' })] }, 'phone');
    const svg = drawChart(placeChart(dagre, sly), '“甲”<流程>');
    expect(svg).not.toMatch(/<b>|<流程>|style=|<script/);
    expect(svg).toContain('&#60;b&#62;');
    const whole = drawChart(placeChart(dagre, chartOf(fullItem, 'sheet')), '流程图');
    for (const { name } of fullItem.steps) expect(whole).toContain(`>${name}</text>`);
  });

  it('no steps make an empty chart', () => {
    expect(placeChart(dagre, chartOf({ steps: [] }, 'phone'))).toMatchObject({
      width: 0,
      height: 0,
      boxes: [],
    });
  });

  it('text is cut so that no closing mark begins a line and no word of figures is torn', () => {
    expect(wrapText('材料齐全，符合要求', 4)).toEqual(['材料齐全，', '符合要求']);
    expect(wrapText('共需 20 个工作日', 4)).toEqual(['共需 20', '个工作日']);
    expect(wrapText('依据《办法》办理', 3)).toEqual(['依据', '《办法》', '办理']);
    expect(wrapText('', 5)).toEqual([]);
    expect(balanceText('书面告知理由', 5)).toEqual(['书面告', '知理由']);
    expect(wrapText('https://example.org/very/long', 10).every((line) => widthOf(line) <= 10)).toBe(true);
  });

  it('places on an edge keep their order and their distance', () => {
    expect(spread([10, 10, 10], 0, 100, 14)).toEqual([10, 24, 38]);
    expect(spread([200, 300], 0, 100, 14)).toEqual([86, 100]);
    expect(spread([5, 5, 5], 0, 10, 14)).toEqual([0, 5, 10]);
    expect(spread([], 0, 10, 14)).toEqual([]);
  });
});
