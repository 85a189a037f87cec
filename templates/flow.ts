import * as dagre from '@dagrejs/dagre';
import { chartOf, type ChartFor } from '../content/flow/chart.ts';
import { drawChart } from '../content/flow/draw.ts';
import { placeChart } from '../content/flow/place.ts';
import type { ItemText } from '../content/model/item.ts';
import { say } from './pages/itemwords.ts';

/** The flow chart of an item (U12, U13) as an SVG image; null if it has no steps. */
export function renderFlow(
  item: Pick<ItemText, 'name' | 'steps'>,
  on: ChartFor,
  accent: string,
): string | null {
  if (item.steps.length === 0) return null;
  return drawChart(placeChart(dagre, chartOf(item, on)), wordFlow(item), accent);
}

/** What the picture says, for whoever does not see it. */
export function wordFlow({ name, steps }: Pick<ItemText, 'name' | 'steps'>): string {
  return say('item.chart.alt', { item: name, steps: steps.map((step) => step.name).join(' → ') });
}
