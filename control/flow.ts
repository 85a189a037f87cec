import { chartOf } from '../content/flow/chart.ts';
import { drawChart } from '../content/flow/draw.ts';
import { placeChart } from '../content/flow/place.ts';
import type { ItemText } from '../content/model/item.ts';

/** The flow chart as an address that an image shows; null without steps. The layout is loaded when first asked for. */
export async function flowImage(item: Pick<ItemText, 'name' | 'steps'>): Promise<string | null> {
  if (item.steps.length === 0) return null;
  const dagre = await import('@dagrejs/dagre');
  const svg = drawChart(placeChart(dagre, chartOf(item, 'phone')), item.name);
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
