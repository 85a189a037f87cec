import type { Branch, ItemText, Step } from '../model/item.ts';
import { speaker } from '../messages/catalogue.ts';
import { itemEntries } from '../messages/items.ts';
import type { Language } from '../refusals.ts';
import { balanceText, widthOf } from './text.ts';

/** One line of text in a box or at an arrow. */
export interface ChartLine {
  text: string;
  /** Size in units of the chart (one unit is one pixel of a phone). */
  size: number;
  tone: 'strong' | 'plain' | 'quiet';
}

/** A box: a step, one after which the procedure is over, 补正, or a refusal. */
export interface ChartBox {
  id: string;
  is: 'step' | 'end' | 'supplement' | 'refuse';
  lines: ChartLine[];
  width: number;
  height: number;
}

/** An arrow between two boxes; one to 补正 points both ways. */
export interface ChartArrow {
  from: string;
  to: string;
  both: boolean;
  /** Whether it is the way from step to step, which is drawn as straight as can be. */
  main: boolean;
  label: ChartLine[];
  labelWidth: number;
  labelHeight: number;
}

export interface Chart {
  boxes: ChartBox[];
  arrows: ChartArrow[];
}

/** Widths of the boxes for what they are read on: a phone is 390 units wide and held near, a sheet is not. */
const measures = {
  phone: { step: 152, side: 92, label: 84 },
  sheet: { step: 240, side: 140, label: 130 },
} as const;
export type ChartFor = keyof typeof measures;

const NAME = 16;
const SMALL = 14;
const PAD = 10;
/** Height of a line in units of its size. */
export const LEADING = 1.4;

/** Boxes and arrows of an item's steps, measured, in the reader's language; not yet placed. */
export function chartOf(
  { steps }: Pick<ItemText, 'steps'>,
  on: ChartFor,
  language: Language = 'zh-CN',
): Chart {
  const say = speaker(itemEntries, language);
  const wide = measures[on];
  const boxes: ChartBox[] = [];
  const arrows: ChartArrow[] = [];
  const join = (from: string, to: string, words: string | undefined, main: boolean, both = false) =>
    arrows.push({ from, to, both, main, ...labelOf(words, wide.label) });

  steps.forEach((step, index) => {
    const next = step.ends ? undefined : steps[index + 1];
    const leads = next !== undefined || step.branches.some(({ is }) => is === 'step');
    boxes.push(box(step.key, leads ? 'step' : 'end', linesOf(step, wide.step, say), wide.step));
    if (next) join(step.key, next.key, step.onward, true);
    step.branches.forEach((branch, place) => {
      if (branch.is === 'step') {
        join(step.key, branch.to, branch.when, false);
        return;
      }
      const id = `${step.key}-${place}`;
      boxes.push(box(id, branch.is, sideLines(branch, wide.side, say), wide.side));
      join(step.key, id, branch.when, false, branch.is === 'supplement');
    });
  });
  return { boxes, arrows };
}

type Say = ReturnType<typeof speaker<typeof itemEntries>>;

function linesOf({ name, who, days, result }: Step, width: number, say: Say): ChartLine[] {
  const limit = days === undefined ? '' : days === 0 ? say('flow.now') : say('flow.days', { days });
  const inner = width - 2 * PAD;
  return [
    ...lines(name, NAME, 'strong', inner),
    ...(who ? lines(who, SMALL, 'plain', inner) : []),
    ...(limit ? lines(limit, SMALL, 'plain', inner) : []),
    ...(result ? lines(say('flow.result', { result }), SMALL, 'quiet', inner) : []),
  ];
}

function sideLines(branch: Exclude<Branch, { is: 'step' }>, width: number, say: Say): ChartLine[] {
  const words = branch.text ?? say(branch.is === 'supplement' ? 'flow.supplement' : 'flow.refuse');
  return lines(words, SMALL, 'plain', width - 2 * PAD);
}

function lines(text: string, size: number, tone: ChartLine['tone'], width: number): ChartLine[] {
  return balanceText(text, width / size).map((text) => ({ text, size, tone }));
}

export function heightOf(list: readonly ChartLine[]): number {
  return list.reduce((sum, { size }) => sum + size * LEADING, 0);
}

/** A closing mark may hang over, so a box is as wide as its widest line wants. */
function box(id: string, is: ChartBox['is'], list: ChartLine[], width: number): ChartBox {
  const widest = Math.max(0, ...list.map(({ text, size }) => widthOf(text) * size));
  return {
    id,
    is,
    lines: list,
    width: Math.max(width, widest + PAD),
    height: Math.round(heightOf(list) + 2 * PAD),
  };
}

function labelOf(words: string | undefined, width: number) {
  const label = words ? lines(words, SMALL, 'quiet', width) : [];
  const widest = Math.max(0, ...label.map(({ text, size }) => widthOf(text) * size));
  // The line goes through the label's place, so the words stand on ground of their own with a little air.
  return {
    label,
    labelWidth: label.length ? Math.ceil(widest + 8) : 0,
    labelHeight: label.length ? Math.ceil(heightOf(label) + 2) : 0,
  };
}
