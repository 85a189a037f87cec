import type { SheetSize } from '../../model/sheet.ts';
import type { Gather } from '../gathered.ts';
import {
  gatherCode,
  gatherHours,
  gatherSign,
  gatherWifi,
  type CodeSheetData,
  type HoursSheetData,
  type SignSheetData,
  type WifiSheetData,
} from './cards.ts';
import {
  gatherBadge,
  gatherDesk,
  gatherPost,
  gatherWall,
  type BadgeSheetData,
  type DeskSheetData,
  type PostSheetData,
  type WallSheetData,
} from './people.ts';
import {
  gatherArea,
  gatherDirections,
  gatherPause,
  gatherPlan,
  gatherWindow,
  type AreaSheetData,
  type DirectionsSheetData,
  type PauseSheetData,
  type PlanSheetData,
  type WindowSheetData,
} from './places.ts';
import {
  gatherConduct,
  gatherName,
  gatherRoad,
  gatherSlogan,
  type ConductSheetData,
  type NameSheetData,
  type RoadSheetData,
  type SloganSheetData,
} from './wording.ts';

/** What signs, boards, plates and cards say. */
export interface SignSheetsData {
  slogan: SloganSheetData;
  conduct: ConductSheetData;
  name: NameSheetData;
  directions: DirectionsSheetData;
  road: RoadSheetData;
  window: WindowSheetData;
  area: AreaSheetData;
  sign: SignSheetData;
  hours: HoursSheetData;
  plan: PlanSheetData;
  wall: WallSheetData;
  desk: DeskSheetData;
  badge: BadgeSheetData;
  post: PostSheetData;
  pause: PauseSheetData;
  code: CodeSheetData;
  wifi: WifiSheetData;
}
export type SignSheetKind = keyof SignSheetsData;

interface Entry<K extends SignSheetKind> {
  gather: Gather<K, SignSheetsData[K]>;
  sizes: readonly [SheetSize, ...SheetSize[]];
  orientation: 'upright' | 'wide';
  designs: readonly [string, ...string[]];
}

const boards = ['solemn', 'plain', 'bright'] as const;

/** Their lines in `sheetKinds`: sizes as shops sell them, the usual one first. */
export const signKinds: { [K in SignSheetKind]: Entry<K> } = {
  slogan: {
    gather: gatherSlogan,
    sizes: ['1200x300', '2400x400', '600x150', '300x1200'],
    orientation: 'wide',
    designs: ['plain'],
  },
  conduct: {
    gather: gatherConduct,
    sizes: ['1200x800', '900x600', 'A1', 'A2', 'A3'],
    orientation: 'wide',
    designs: boards,
  },
  name: {
    gather: gatherName,
    sizes: ['2400x400', '3600x600', '1200x300', '400x1800'],
    orientation: 'wide',
    designs: ['solemn'],
  },
  directions: {
    gather: gatherDirections,
    sizes: ['600x900', '900x600', '800x1200', 'A2', 'A3'],
    orientation: 'upright',
    designs: ['solemn', 'plain'],
  },
  road: { gather: gatherRoad, sizes: ['1200x400', '900x300'], orientation: 'wide', designs: ['solemn'] },
  window: {
    gather: gatherWindow,
    sizes: ['600x200', '800x250', '400x150', 'A4'],
    orientation: 'wide',
    designs: ['led', 'solemn', 'plain'],
  },
  area: {
    gather: gatherArea,
    sizes: ['600x200', '400x150', '900x300', 'A3', 'A4'],
    orientation: 'wide',
    designs: ['solemn', 'plain'],
  },
  sign: {
    gather: gatherSign,
    sizes: ['200x300', '300x450', 'A4', 'A5', '300x150'],
    orientation: 'upright',
    designs: ['solemn'],
  },
  hours: {
    gather: gatherHours,
    sizes: ['A3', 'A2', '600x900', 'A4'],
    orientation: 'upright',
    designs: boards,
  },
  plan: {
    gather: gatherPlan,
    sizes: ['A2', 'A1', '900x600', 'A3', '1200x800'],
    orientation: 'wide',
    designs: ['solemn', 'plain'],
  },
  wall: {
    gather: gatherWall,
    sizes: ['1200x800', '900x600', 'A1', 'A2', 'A3'],
    orientation: 'wide',
    designs: boards,
  },
  desk: { gather: gatherDesk, sizes: ['A4', '200x240', 'A5'], orientation: 'upright', designs: ['solemn'] },
  badge: { gather: gatherBadge, sizes: ['54x86', '70x100'], orientation: 'upright', designs: ['solemn'] },
  post: {
    gather: gatherPost,
    sizes: ['A4', 'A5', '300x200', '200x300'],
    orientation: 'wide',
    designs: ['solemn', 'plain'],
  },
  pause: {
    gather: gatherPause,
    sizes: ['A4', 'A5', '200x120'],
    orientation: 'wide',
    designs: ['solemn'],
  },
  code: {
    gather: gatherCode,
    sizes: ['90x120', 'A5', 'A4'],
    orientation: 'upright',
    designs: ['solemn', 'plain'],
  },
  wifi: {
    gather: gatherWifi,
    sizes: ['90x120', 'A5', 'A4'],
    orientation: 'upright',
    designs: ['solemn', 'plain'],
  },
};
