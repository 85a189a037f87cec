import { speaker } from '../../messages/catalogue.ts';
import { printMessages } from '../../messages/print.ts';
import type { Area, AreaKind, Spot, Way } from '../../model/area.ts';
import type { Kept } from '../../model/record.ts';
import type { Made } from '../../model/sheet.ts';
import type { Records } from '../../records.ts';
import { refuse } from '../../rule.ts';
import { floorsOf, planOf, type PlanMark, type PlanView } from '../../views/plan.ts';
import { madeOf, type Gather } from '../gathered.ts';
import { ledOf } from './look.ts';

const say = speaker(printMessages, 'zh-CN');

/** A window as its plate names it. */
export interface SheetWindow {
  number: number;
  name: string;
}

/**
 * A window as a sheet notes it: at the revision at which its settings were last saved, since calls raise the record's
 * own all day and change no word of a sheet.
 */
export function windowMade({ id, body }: Kept<'window'>): Made {
  return { kind: 'window', id, rev: body.settings ?? 1 };
}

/** The window of an id, as a record. */
export function windowOf(records: Records, id: string): Kept<'window'> | undefined {
  return [...records.all('window')].find((one) => one.id === id);
}

/** 窗口标牌: number, name, kinds of business. */
export interface WindowSheetData extends SheetWindow {
  business: string[];
  /** 党员服务岗. */
  party: boolean;
  led: { colour: string; ground: string };
}

export const gatherWindow: Gather<'window', WindowSheetData> = (records, { window: id }, standard) => {
  const window = windowOf(records, id);
  if (!window) return refuse('window.missing');
  const { number, name, business, party } = window.body;
  return {
    title: `${number} ${name}`,
    data: { number, name, business, party: party ?? false, led: ledOf(standard) },
    made: [windowMade(window)],
    single: false,
  };
};

/** 功能区标牌. `is` gives its second line in English. */
export interface AreaSheetData {
  name: string;
  is: AreaKind;
  text: string;
  /** Numbers of its windows. */
  windows: number[];
}

export const gatherArea: Gather<'area', AreaSheetData> = (records, { area: id }) => {
  const area = records.get('area', id);
  if (!area) return refuse('area.missing');
  const windows = area.windows.flatMap((one) => windowOf(records, one) ?? []);
  return {
    title: area.name,
    data: { name: area.name, is: area.is, text: area.text ?? '', windows: numbersOf(windows) },
    made: [{ kind: 'area', id, rev: records.rev('area', id) }, ...windows.map(windowMade)],
    single: true,
  };
};

function numbersOf(windows: readonly Kept<'window'>[]): number[] {
  return windows.map(({ body }) => body.number).sort((one, other) => one - other);
}

/** One line of a direction board. */
export interface DirectionLine {
  name: string;
  way: Way | null;
  text: string;
  windows: SheetWindow[];
}

/** 指示牌: areas by floor. A floor without a name is the only one. */
export interface DirectionsSheetData {
  floors: { floor: string; areas: DirectionLine[] }[];
}

export const gatherDirections: Gather<'directions', DirectionsSheetData> = (records, { floor }) => {
  const floors = wordFloors(floorsOf(records, floor));
  if (floors.length === 0) return refuse('sheet.no-areas');
  return { title: floor ?? '', data: { floors }, made: floorsMade(records), single: false };
};

function wordFloors(floors: PlanView['floors']): DirectionsSheetData['floors'] {
  return floors.map(({ floor, areas }) => ({
    floor,
    areas: areas.map(({ area, windows }) => lineOf(area, windows)),
  }));
}

function lineOf({ name, way, text }: Area, windows: readonly SheetWindow[]): DirectionLine {
  return {
    name,
    way: way ?? null,
    text: text ?? '',
    windows: windows.map((window) => ({ number: window.number, name: window.name })),
  };
}

function floorsMade(records: Records): Made[] {
  const areas = [...records.all('area')];
  const named = new Set(areas.flatMap(({ body }) => body.windows));
  const windows = [...records.all('window')].filter(({ id }) => named.has(id));
  return [...areas.map(madeOf), ...windows.map(windowMade)];
}

/** A mark as paper shows it: whether a window is open is for screens. */
export type SheetMark =
  Exclude<PlanMark, { is: 'window' }> | { is: 'window'; at: Spot; number: number; name: string };

/** 平面图: the picture with its marks, and the areas beside it. */
export interface PlanSheetData extends DirectionsSheetData {
  name: string;
  picture: PlanView['picture'];
  marks: SheetMark[];
  here: Spot | null;
}

export const gatherPlan: Gather<'plan', PlanSheetData> = (records, { plan: id, here }) => {
  const plan = records.get('plan', id);
  if (!plan) return refuse('record.missing');
  const view = planOf(records, id);
  const floors = wordFloors(view.floors);
  if (!view.picture && floors.length === 0) return refuse('sheet.no-areas');
  const medium = plan.medium;
  const marks = view.marks.map((mark): SheetMark => {
    if (mark.is !== 'window') return mark;
    const { is, at, number, name } = mark;
    return { is, at, number, name };
  });
  const drawn: Made[] =
    view.picture && medium ? [{ kind: 'medium', id: medium, rev: records.rev('medium', medium) }] : [];
  const marked = new Set(plan.marks.flatMap((mark) => (mark.is === 'window' ? mark.window : [])));
  const windows = [...records.all('window')].filter((one) => marked.has(one.id)).map(windowMade);
  const others = floorsMade(records).filter((one) => !windows.some((made) => made.id === one.id));
  return {
    title: plan.name,
    data: { name: plan.name, picture: view.picture, marks, here: here ?? null, floors },
    made: [{ kind: 'plan', id, rev: records.rev('plan', id) }, ...drawn, ...windows, ...others],
    single: true,
  };
};

/** “暂停服务”, with lines to write where the clerk is (去向留言). */
export interface PauseSheetData {
  /** Null: a plate for any window. */
  window: SheetWindow | null;
  /** Absent: 暂停服务. */
  says?: 'fault' | 'goto';
  /** Where to go instead; absent: left to be written in. */
  to?: SheetWindow;
}

export const gatherPause: Gather<'pause', PauseSheetData> = (records, { window: id, says, to }) => {
  const window = id === undefined ? undefined : windowOf(records, id);
  const other = says !== 'goto' || to === undefined ? undefined : windowOf(records, to);
  if ((id !== undefined && !window) || (says === 'goto' && to !== undefined && !other))
    return refuse('window.missing');
  const words = wordPause(says, other?.body.number);
  const named = window
    ? `${say('sheet.window.number', { number: window.body.number })} ${words}`
    : says && words;
  return {
    title: named ?? '',
    data: {
      window: window ? nameOf(window) : null,
      ...(says ? { says } : {}),
      ...(other ? { to: nameOf(other) } : {}),
    },
    made: [...(window ? [window] : []), ...(other && other.id !== id ? [other] : [])].map(windowMade),
    single: false,
  };
};

const nameOf = ({ body: { number, name } }: Kept<'window'>): SheetWindow => ({ number, name });

/** The large words of such a plate: 暂停服务, 系统故障, 请到 3 号窗口. */
export function wordPause(says: PauseSheetData['says'], number: number | undefined): string {
  if (says === 'goto') return say('sheet.pause.goto', { number: number ?? '\u3000' });
  return say(says === 'fault' ? 'sheet.pause.fault' : 'sheet.pause.title');
}
