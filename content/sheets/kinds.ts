import type { SheetKind, SheetLayout, SheetOf } from '../model/sheet.ts';
import type { Standard } from '../model/standard.ts';
import { hallOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse, type Refusal } from '../rule.ts';
import { gatherContacts, type ContactsSheetData } from './contacts.ts';
import { fingerprint } from './fingerprint.ts';
import type { Gathered } from './gathered.ts';
import { gatherGuide, type GuideSheetData } from './guide.ts';
import type { SheetKindEntry } from './kindentry.ts';
import { gatherNotice, type NoticeSheetData } from './notice.ts';
import { gatherPledges, type PledgesSheetData } from './pledges.ts';
import { gatherRule, type RuleSheetData } from './rule.ts';
import { documentKinds, type DocumentSheetsData } from './documents/kinds.ts';
import { signKinds, type SignSheetsData } from './signs/kinds.ts';

/** What the sheets of each kind say. */
export interface SheetData extends SignSheetsData, DocumentSheetsData {
  rule: RuleSheetData;
  notice: NoticeSheetData;
  guide: GuideSheetData;
  contacts: ContactsSheetData;
  pledges: PledgesSheetData;
}

/** Every kind of sheet. */
export const sheetKinds: { [K in SheetKind]: SheetKindEntry<K, SheetData[K]> } = {
  ...signKinds,
  ...documentKinds,
  rule: {
    gather: gatherRule,
    sizes: ['A3', 'A4', 'A2', 'A1', 'A0', '600x900', '800x1200'],
    orientation: 'upright',
    designs: ['solemn', 'plain', 'bright'],
  },
  notice: { gather: gatherNotice, sizes: ['A4', 'A3'], orientation: 'upright', designs: ['plain'] },
  guide: { gather: gatherGuide, sizes: ['A4', 'A5', 'A3'], orientation: 'upright', designs: ['plain'] },
  contacts: {
    gather: gatherContacts,
    sizes: ['A3', 'A2', 'A1', '600x900', 'A4'],
    orientation: 'upright',
    designs: ['solemn', 'plain', 'bright'],
  },
  pledges: {
    gather: gatherPledges,
    sizes: ['A3', 'A2', 'A1', '600x900', 'A4'],
    orientation: 'upright',
    designs: ['solemn', 'plain', 'bright'],
  },
};

/** What a sheet says now, with the name of the hall at its foot and the fingerprint of both. */
export type SheetNow = {
  [K in SheetKind]: Gathered<SheetData[K]> & { is: K; hall: string; hash: string };
}[SheetKind];

/** Gathers any sheet (S1, S2). Refuses `setup.missing`, and `record.missing` when what it is about is not there. */
export function gatherSheet(
  records: Records,
  of: SheetOf,
  standard: Standard | undefined,
): SheetNow | Refusal {
  const hall = hallOf(records)?.body.name;
  if (hall === undefined) return refuse('setup.missing');
  const gathered = gatherOne(records, of, standard);
  if (isRefusal(gathered)) return gathered;
  return { ...gathered, is: of.is, hall, hash: fingerprint([of.is, hall, gathered.data]) } as SheetNow;
}

function gatherOne<K extends SheetKind>(
  records: Records,
  of: Extract<SheetOf, { is: K }>,
  standard: Standard | undefined,
): Gathered<SheetData[K]> | Refusal {
  const entry: SheetKindEntry<K, SheetData[K]> = sheetKinds[of.is as K];
  return entry.gather(records, of as Parameters<typeof entry.gather>[1], standard);
}

/** The design that a layout asks for, the usual one if it asks for none or one that is not there any more. */
export function designOf(kind: SheetKind, { design }: Pick<SheetLayout, 'design'>): string {
  const { designs } = sheetKinds[kind];
  return designs.find((one) => one === design) ?? designs[0];
}
