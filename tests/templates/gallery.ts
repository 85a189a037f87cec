import type { SheetKind, SheetLayout, SheetOf } from '../../content/model/sheet.ts';
import type { Standard } from '../../content/model/standard.ts';
import { isRefusal } from '../../content/rule.ts';
import { gatherSheet, sheetKinds } from '../../content/sheets/kinds.ts';
import { signKinds, type SignSheetKind } from '../../content/sheets/signs/kinds.ts';
import type { SheetDress } from '../../templates/index.ts';
import { printedFor } from './hall.ts';
import { oncePapers } from './oncesamples.ts';
import { pictures, signHall } from './signhall.ts';

/** Kinds of texts; signs, boards, plates and cards are told apart from them. */
export type TextKind = Exclude<SheetKind, SignSheetKind>;

/** A sheet of each kind that the made-up hall has something to say on. */
export const textSheets: { [K in TextKind]: SheetOf } = {
  rule: { is: 'rule', rule: 'r' },
  notice: { is: 'notice', notice: 'n' },
  guide: { is: 'guide', item: 'i' },
  contacts: { is: 'contacts' },
  pledges: { is: 'pledges' },
  form: { is: 'form', form: 'supplement', item: 'i' },
  booklet: { is: 'booklet' },
  package: { is: 'package', package: 'k' },
  flow: { is: 'flow', item: 'i' },
  items: { is: 'items', on: 'all' },
  staff: { is: 'staff' },
  rules: { is: 'rules', rules: ['r', 'r2'] },
};
export const signSheets: { [K in SignSheetKind]: SheetOf } = {
  slogan: { is: 'slogan' },
  conduct: { is: 'conduct' },
  name: { is: 'name' },
  directions: { is: 'directions' },
  road: { is: 'road', way: 'right', metres: 200 },
  window: { is: 'window', window: 'w2' },
  area: { is: 'area', area: 'service' },
  sign: { is: 'sign', sign: 'exit' },
  hours: { is: 'hours', from: '2026-11-21' },
  plan: { is: 'plan', plan: 'ground', here: [0.5, 0.85] },
  wall: { is: 'wall', day: '2026-11-23' },
  desk: { is: 'desk', staff: 'zhou' },
  badge: { is: 'badge', staff: ['zhou'] },
  post: { is: 'post', window: 'w2' },
  pause: { is: 'pause', window: 'w2' },
  code: { is: 'code', to: { is: 'guide', item: 'i' } },
  wifi: { is: 'wifi', network: 'QX;1', password: 'huanying2026' },
};

/** What else stands on the plate of a closed window. */
export const pausePlates = {
  'pause-fault': { is: 'pause', says: 'fault' },
  'pause-goto': { is: 'pause', window: 'w2', says: 'goto', to: 'w3' },
} as const satisfies Record<string, SheetOf>;

const URL = 'http://192.168.1.20:8080/s/S7K2M9QX';
const frame = { accent: '#0f4c9c', url: URL, printedOn: '2026-11-21', pictures };

/** Every design of every template, by name: `rule-plain`. Nothing on it changes from run to run. */
export function gallery(standard: Standard | undefined): Map<string, () => SheetDress> {
  const all = new Map<string, () => SheetDress>();
  for (const [is, of] of Object.entries({ ...textSheets, ...signSheets }) as [SheetKind, SheetOf][])
    for (const design of sheetKinds[is].designs)
      all.set(`${is}-${design}`, () => {
        const now = gatherSheet(is in signKinds ? signHall() : printedFor(is), of, standard);
        if (isRefusal(now)) throw new Error(now.refused);
        const { sizes, orientation } = sheetKinds[is];
        const layout: SheetLayout = { size: sizes[0], design, ...(orientation ? { orientation } : {}) };
        return { ...frame, now, layout, code: 'S7K2M9QX', revision: now.single ? 1 : null };
      });
  for (const [name, of] of Object.entries(pausePlates))
    all.set(name, () => {
      const now = gatherSheet(signHall(), of, standard);
      if (isRefusal(now)) throw new Error(now.refused);
      const layout: SheetLayout = { size: 'A4', orientation: 'wide' };
      return { ...frame, now, layout, code: 'S7K2M9QX', revision: null };
    });
  for (const [is, now] of Object.entries(oncePapers))
    all.set(is, () => ({
      ...{ ...frame, now, layout: { size: 'A4' }, code: null, revision: null, once: true },
      ...(now.is === 'certificate' ? { code: now.data.code!, url: URL.replace('/s/', '/c/') } : {}),
    }));
  return all;
}
