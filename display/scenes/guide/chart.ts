import * as dagre from '@dagrejs/dagre';
import { chartOf } from '../../../content/flow/chart.ts';
import { drawChart } from '../../../content/flow/draw.ts';
import { placeChart } from '../../../content/flow/place.ts';
import type { ItemText } from '../../../content/model/item.ts';
import { say } from './paragraphs.ts';

export interface DrawnChart {
  /** An image of its own: its words are in it. */
  src: string;
  alt: string;
  /** Units; its smallest words are 14 of them high (U13). */
  width: number;
  height: number;
}

/** The flow chart of an item as an image (U12, U13); null where it has no steps. */
export function drawSteps(text: Pick<ItemText, 'name' | 'steps'>, accent: string): DrawnChart | null {
  if (text.steps.length === 0) return null;
  const placed = placeChart(dagre, chartOf(text, 'sheet'));
  const steps = text.steps.map(({ name }) => name).join(' → ');
  const alt = say('item.chart.alt', { item: text.name, steps });
  return {
    src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawChart(placed, alt, accent))}`,
    alt,
    width: placed.width,
    height: placed.height,
  };
}
