import type { FormKind } from '../../model/documentsheet.ts';
import type { SheetOfKind } from '../../model/sheet.ts';
import { publicItems } from '../../publishing/items.ts';
import { publicPackages } from '../../publishing/packages.ts';
import type { Records } from '../../records.ts';
import { itemLists } from '../../views/itemlist.ts';
import { forms } from '../forms/forms.ts';
import type { DocumentKind } from './kinds.ts';

/** Rules that one board holds. */
const ON_A_BOARD = 12;

/** Every document that the hall could print now; of forms the blank ones, since an item's are made from its page. */
export const documentChoices: {
  [K in DocumentKind]?: (records: Records) => SheetOfKind<K>[];
} = {
  form: () => (Object.keys(forms) as FormKind[]).map((form) => ({ is: 'form', form })),
  package: (records) => publicPackages(records).map(({ id }) => ({ is: 'package', package: id })),
  flow: (records) => publicItems(records.all('item')).map(({ id }) => ({ is: 'flow', item: id })),
  items: () => (['all', ...itemLists] as const).map((on) => ({ is: 'items', on })),
  rules: (records) => {
    const rules = [...records.all('rule')].map(({ id }) => id).slice(0, ON_A_BOARD);
    return rules.length > 1 ? [{ is: 'rules', rules }] : [];
  },
};
