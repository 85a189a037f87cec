import * as dagre from '@dagrejs/dagre';
import { chartOf, type Chart, type ChartFor } from '../content/flow/chart.ts';
import { drawChart } from '../content/flow/draw.ts';
import { placeChart, type Placed } from '../content/flow/place.ts';
import type { ItemText } from '../content/model/item.ts';
import { say } from './pages/itemwords.ts';

/** Charts whose places are remembered: sheets, phone pages and guides of an item show the same one. */
const PLACED = 100;
const placed = new Map<string, Placed>();

/** Where everything stands: most of the work, and the same for the same chart. */
function placeOnce(chart: Chart): Placed {
  const key = JSON.stringify(chart);
  const known = placed.get(key) ?? placeChart(dagre, chart);
  placed.delete(key);
  placed.set(key, known);
  if (placed.size > PLACED) placed.delete(placed.keys().next().value!);
  return known;
}

/** The flow chart of an item (U12, U13) as an SVG image; null if it has no steps. */
export function renderFlow(
  item: Pick<ItemText, 'name' | 'steps'>,
  on: ChartFor,
  accent: string,
): string | null {
  if (item.steps.length === 0) return null;
  return drawChart(placeOnce(chartOf(item, on)), wordFlow(item), accent);
}

/** What the picture says, for whoever does not see it. */
export function wordFlow({ name, steps }: Pick<ItemText, 'name' | 'steps'>): string {
  return say('item.chart.alt', { item: name, steps: steps.map((step) => step.name).join(' → ') });
}
