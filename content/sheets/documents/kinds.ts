import type { documentSheets } from '../../model/documentsheet.ts';
import type { Static } from 'typebox';
import { gatherForm, type FormSheetData } from '../forms/form.ts';
import type { SheetKindEntry } from '../kindentry.ts';
import { gatherBooklet, type BookletSheetData } from './booklet.ts';
import { gatherFlow, type FlowSheetData } from './flow.ts';
import { gatherItems, type ItemsSheetData } from './items.ts';
import { gatherPackage, type PackageSheetData } from './package.ts';
import { gatherRules, type RulesSheetData } from './rules.ts';
import { gatherStaff, type StaffSheetData } from './staff.ts';

export type DocumentKind = Static<(typeof documentSheets)[number]>['is'];

/** What the sheets that are documents say. */
export interface DocumentSheetsData {
  form: FormSheetData;
  booklet: BookletSheetData;
  package: PackageSheetData;
  flow: FlowSheetData;
  items: ItemsSheetData;
  staff: StaffSheetData;
  rules: RulesSheetData;
}

export const documentKinds: { [K in DocumentKind]: SheetKindEntry<K, DocumentSheetsData[K]> } = {
  form: { gather: gatherForm, sizes: ['A4'], orientation: 'upright', designs: ['plain'] },
  booklet: { gather: gatherBooklet, sizes: ['A5', 'A4'], orientation: 'upright', designs: ['plain'] },
  package: { gather: gatherPackage, sizes: ['A4', 'A3', 'A5'], orientation: 'upright', designs: ['plain'] },
  flow: {
    gather: gatherFlow,
    sizes: ['A3', 'A2', 'A4', 'A1'],
    orientation: 'upright',
    designs: ['solemn', 'plain', 'bright'],
  },
  items: { gather: gatherItems, sizes: ['A4', 'A3'], orientation: 'upright', designs: ['plain'] },
  staff: { gather: gatherStaff, sizes: ['A4', 'A3'], orientation: 'wide', designs: ['plain'] },
  rules: {
    gather: gatherRules,
    sizes: ['A1', 'A0', 'A2', '1200x800', '2400x1200'],
    orientation: 'wide',
    designs: ['solemn', 'plain', 'bright'],
  },
};
