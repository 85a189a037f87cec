import type { Area, Mark, PlaceSign, Spot } from '../model/area.ts';
import { inAreaOrder } from '../premises/areas.ts';
import type { Records } from '../records.ts';

/** How a window stands on a plan. */
export type WindowAt = 'open' | 'paused' | 'closed';

/** A mark with everything that it names looked up. `at` is in shares of the picture. */
export type PlanMark =
  | { is: 'window'; at: Spot; number: number; name: string; state: WindowAt }
  | { is: 'area'; at: Spot; name: string }
  | { is: 'sign'; at: Spot; sign: PlaceSign; label: string };

export interface AreaLine {
  id: string;
  area: Area;
  windows: { number: number; name: string; state: WindowAt }[];
}

export interface PlanView {
  name: string;
  /** The picture with its size in pixels; null: areas are listed instead (R22). */
  picture: { digest: string; width: number; height: number; alt: string } | null;
  marks: PlanMark[];
  /** Areas by floor, each in the hall's order: of the plan's floor, or all of them without a plan. */
  floors: { floor: string; areas: AreaLine[] }[];
}

/** What a screen or phone shows of plan `id`; one that is gone lists every area (R22). */
export function planOf(records: Records, id: string | null): PlanView {
  const plan = id === null ? undefined : records.get('plan', id);
  const medium = plan?.medium === undefined ? undefined : records.get('medium', plan.medium);
  const usable = medium && medium.is === 'picture' && !medium.removed && medium.width && medium.height;
  return {
    name: plan?.name ?? '',
    picture: usable
      ? {
          digest: medium.upload,
          width: medium.width ?? 1,
          height: medium.height ?? 1,
          alt: medium.alt ?? medium.name,
        }
      : null,
    marks: (plan?.marks ?? []).flatMap((mark) => markOf(records, mark) ?? []),
    floors: floorsOf(records, plan?.floor),
  };
}

/** Areas by floor in the hall's order, of one floor if it is named and has any. */
export function floorsOf(records: Records, floor?: string): PlanView['floors'] {
  const all = inAreaOrder(records.all('area'));
  const some = floor === undefined ? all : all.filter(({ body }) => body.floor === floor);
  const floors = new Map<string, AreaLine[]>();
  for (const { id, body } of some.length > 0 ? some : all) {
    const windows = body.windows
      .flatMap((window) => records.get('window', window) ?? [])
      .map(({ number, name, state }) => ({ number, name, state: state.is }))
      .sort((one, other) => one.number - other.number);
    const name = body.floor ?? '';
    floors.set(name, [...(floors.get(name) ?? []), { id, area: body, windows }]);
  }
  return [...floors].map(([name, areas]) => ({ floor: name, areas }));
}

function markOf(records: Records, mark: Mark): PlanMark | null {
  switch (mark.is) {
    case 'window': {
      const window = records.get('window', mark.window);
      return window
        ? { is: 'window', at: mark.at, number: window.number, name: window.name, state: window.state.is }
        : null;
    }
    case 'area': {
      const area = records.get('area', mark.area);
      return area ? { is: 'area', at: mark.at, name: area.name } : null;
    }
    case 'sign':
      return { is: 'sign', at: mark.at, sign: mark.sign, label: mark.label ?? '' };
  }
}
