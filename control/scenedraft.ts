import type { BoardGroup, ContentScene, Mixed, Scene, Ticker } from '../content/model/scene.ts';
import type { Records } from '../content/records.ts';

export type ContentKind = ContentScene['is'];

/** Scenes that a screen, a zone or a playlist may show, as the form lists them. */
export const contentKinds: readonly ContentKind[] = [
  ...([
    'guide',
    'packages',
    'rules',
    'pledges',
    'notices',
    'publicity',
    'contacts',
    'staff',
    'hours',
  ] as const),
  ...(['plan', 'ticker', 'media', 'page', 'slogan', 'calls'] as const),
];

const idOf = (records: Records, kind: 'area' | 'plan' | 'medium'): string => {
  for (const { id } of records.all(kind)) return id;
  return '';
};

/** A scene of this kind as the form begins with it: a plan or a medium is the first there is, empty where none is. */
export function beginScene(is: ContentKind, records: Records): ContentScene {
  switch (is) {
    case 'plan':
      return { is, plan: idOf(records, 'plan') };
    case 'media':
      return { is, medium: idOf(records, 'medium'), fit: 'whole' };
    case 'page':
      return { is, url: '' };
    case 'ticker':
      return { is, topics: ['slogan', 'notices', 'items', 'contacts'], colour: 'red' };
    default:
      return { is };
  }
}

/** Lines of a text that say something, at most as many and as long as a rolling line takes. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter(Boolean)
    .slice(0, 10);

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Whether nothing is left to be chosen. */
export function isComplete(scene: Scene): boolean {
  switch (scene.is) {
    case 'plan':
      return scene.plan !== '';
    case 'media':
      return scene.medium !== '';
    case 'page':
      return /^https?:\/\/\S+$/.test(scene.url);
    case 'ticker':
      return isTold(scene);
    case 'guide':
      return scene.items?.length !== 0;
    case 'packages':
      return scene.packages?.length !== 0;
    case 'rules':
      return scene.rules?.length !== 0;
    case 'notices':
      return scene.categories?.length !== 0;
    case 'mixed':
      return scene.zones.every(({ play }) =>
        'scene' in play ? isComplete(play.scene) : play.playlist !== '',
      );
    case 'board':
      return (scene.groups ?? []).every((group: BoardGroup) => group.windows.length > 0);
    case 'sign':
      return (
        scene.window !== '' &&
        within(scene.width, 64, 1920) &&
        within(scene.height, 12, 256) &&
        (scene.controller === undefined || scene.controller.host !== '')
      );
    case 'counter':
      return scene.window !== '';
    default:
      return true;
  }
}

const isTold = ({ topics, own = [], dots }: Ticker): boolean =>
  topics.length + own.length > 0 && (!dots || (within(dots.width, 64, 3840) && within(dots.height, 16, 256)));

type Cell = readonly [x: number, y: number, w: number, h: number];
type Shape = 'wide' | 'upright' | 'long';

/** A cut of a picture of this shape (wide, upright, or far wider than high) on a grid of columns and rows. */
const cut = (shape: Shape, columns: number, rows: number, ...zones: readonly Cell[]) => ({
  shape,
  columns,
  rows,
  zones,
});

/** Ready cuts of a screen into zones. */
export const layouts = {
  'two-columns': cut('wide', 12, 6, [0, 0, 7, 6], [7, 0, 5, 6]),
  'two-rows': cut('upright', 6, 12, [0, 0, 6, 7], [0, 7, 6, 5]),
  'left-and-two': cut('wide', 12, 6, [0, 0, 7, 6], [7, 0, 5, 3], [7, 3, 5, 3]),
  'with-strip': cut('wide', 12, 12, [0, 0, 7, 10], [7, 0, 5, 10], [0, 10, 12, 2]),
  quarters: cut('wide', 2, 2, [0, 0, 1, 1], [1, 0, 1, 1], [0, 1, 1, 1], [1, 1, 1, 1]),
  'three-rows': cut('upright', 6, 12, [0, 0, 6, 5], [0, 5, 6, 5], [0, 10, 6, 2]),
  'top-and-two': cut('upright', 6, 12, [0, 0, 6, 6], [0, 6, 3, 6], [3, 6, 3, 6]),
  'three-columns': cut('long', 12, 6, [0, 0, 4, 6], [4, 0, 4, 6], [8, 0, 4, 6]),
  'four-columns': cut('long', 12, 6, [0, 0, 3, 6], [3, 0, 3, 6], [6, 0, 3, 6], [9, 0, 3, 6]),
};
export type LayoutName = keyof typeof layouts;
export const layoutNames = Object.keys(layouts) as LayoutName[];

/** Contents that suit most halls, in the order of a layout's zones. */
const first: readonly ContentKind[] = ['calls', 'notices', 'slogan', 'contacts'];

/** A mixed screen of this layout; zones keep what `before` played in their place. */
export function layOut(name: LayoutName, records: Records, before?: Mixed): Mixed {
  const { columns, rows, zones } = layouts[name];
  return {
    is: 'mixed',
    ...{ columns, rows },
    zones: zones.map(([x, y, w, h], at) => ({
      ...{ x, y, w, h },
      play: before?.zones[at]?.play ?? { scene: beginScene(first[at] ?? 'slogan', records) },
    })),
  };
}

/** The ready layout that a mixed screen has, if it has one. */
export function layoutOf({ columns, rows, zones }: Mixed): LayoutName | null {
  return (
    layoutNames.find((name) => {
      const layout = layouts[name];
      return (
        layout.columns === columns &&
        layout.rows === rows &&
        layout.zones.length === zones.length &&
        layout.zones.every(([x, y, w, h], at) => {
          const zone = zones[at];
          return zone?.x === x && zone.y === y && zone.w === w && zone.h === h;
        })
      );
    }) ?? null
  );
}
