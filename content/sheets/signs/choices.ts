import { signWords } from '../../messages/print-signs.ts';
import type { CodeTo, PublicSign } from '../../model/signsheet.ts';
import type { SheetOfKind } from '../../model/sheet.ts';
import { inWallOrder } from '../../people/staff.ts';
import { inAreaOrder } from '../../premises/areas.ts';
import { isPublic } from '../../publishing/items.ts';
import type { Records } from '../../records.ts';
import type { SignSheetKind } from './kinds.ts';

type Choices = { [K in SignSheetKind]?: (records: Records) => SheetOfKind<K>[] };

const windowsOf = (records: Records): string[] =>
  [...records.all('window')].sort((one, other) => one.body.number - other.body.number).map(({ id }) => id);
const staffOf = (records: Records): string[] => inWallOrder(records.all('staff')).map(({ id }) => id);
/** Every public sign there is: each has its words. */
export const publicSigns: readonly PublicSign[] = Object.keys(signWords)
  .filter((key) => key.startsWith('public.'))
  .map((key) => key.slice('public.'.length) as PublicSign);

function codesOf(records: Records): CodeTo[] {
  const items = [...records.all('item')].filter(({ body }) => isPublic(body));
  return [
    { is: 'home' },
    { is: 'guides' },
    { is: 'notices' },
    { is: 'take' },
    { is: 'book' },
    ...windowsOf(records).map((window): CodeTo => ({ is: 'rate', window })),
    ...items.map(({ id }): CodeTo => ({ is: 'guide', item: id })),
  ];
}

/** Signs, boards, plates and cards that take an argument (S15). Wi-Fi is typed, so that there is none to pick. */
export const signChoices: Choices = {
  directions: (records) => {
    const floors = [...new Set(inAreaOrder(records.all('area')).flatMap(({ body }) => body.floor ?? []))];
    return [
      { is: 'directions' },
      ...(floors.length > 1 ? floors : []).map((floor) => ({ is: 'directions' as const, floor })),
    ];
  },
  road: () => (['ahead', 'left', 'right'] as const).map((way) => ({ is: 'road', way })),
  window: (records) => windowsOf(records).map((window) => ({ is: 'window', window })),
  area: (records) => inAreaOrder(records.all('area')).map(({ id }) => ({ is: 'area', area: id })),
  sign: () => publicSigns.map((sign) => ({ is: 'sign', sign })),
  plan: (records) => [...records.all('plan')].map(({ id }) => ({ is: 'plan', plan: id })),
  desk: (records) => staffOf(records).map((staff) => ({ is: 'desk', staff })),
  badge: (records) => [
    { is: 'badge' },
    ...staffOf(records).map((one) => ({ is: 'badge' as const, staff: [one] })),
  ],
  post: (records) => windowsOf(records).map((window) => ({ is: 'post', window })),
  pause: (records) => [
    { is: 'pause' },
    ...windowsOf(records).map((window) => ({ is: 'pause' as const, window })),
    { is: 'pause', says: 'fault' },
    ...windowsOf(records).map((to) => ({ is: 'pause' as const, says: 'goto' as const, to })),
  ],
  code: (records) => codesOf(records).map((to) => ({ is: 'code', to })),
  wifi: () => [],
};
