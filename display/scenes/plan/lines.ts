import type { AreaLine, PlanView } from '../../../content/views/plan.ts';

/** A line of the list of areas. */
export type GuideLine =
  | { is: 'floor'; floor: string }
  /** `goes` stands for more windows of the area before it. */
  | { is: 'area'; line: AreaLine; windows: AreaLine['windows']; goes: boolean };

/** Characters of windows that stand with one area: more of them are lines of their own, so that each fits a page. */
const MOST = 110;

/** The list of areas, floor by floor, in pieces that stand whole. */
export function guideLines(floors: PlanView['floors']): GuideLine[] {
  return floors.flatMap(({ floor, areas }): GuideLine[] => [
    ...(floor ? [{ is: 'floor' as const, floor }] : []),
    ...areas.flatMap((line) =>
      pieces(line.windows).map((windows, at): GuideLine => ({ is: 'area', line, windows, goes: at > 0 })),
    ),
  ]);
}

function pieces(windows: AreaLine['windows']): AreaLine['windows'][] {
  const all: AreaLine['windows'][] = [[]];
  let load = 0;
  for (const window of windows) {
    load += window.name.length + 3;
    if (load > MOST && all.at(-1)!.length > 0) {
      all.push([]);
      load = window.name.length + 3;
    }
    all.at(-1)!.push(window);
  }
  return all;
}

/** What there is to read in a line. */
export function wordsOfLine(line: GuideLine): string {
  if (line.is === 'floor') return line.floor;
  const { area } = line.line;
  const windows = line.windows.map(({ number, name }) => number + name).join('');
  return (line.goes ? '' : area.name + (area.text ?? '')) + windows;
}
