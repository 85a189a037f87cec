import type { ItemsOn } from '../../model/documentsheet.ts';
import type { ItemCategory, ItemText } from '../../model/item.ts';
import { publicItems } from '../../publishing/items.ts';
import { refuse } from '../../rule.ts';
import { byCategory, isOnList } from '../../views/itemlist.ts';
import { madeOf, type Gather } from '../gathered.ts';

/** One line of a list of items. */
export type ItemLine = Pick<
  ItemText,
  'name' | 'type' | 'promisedDays' | 'fees' | 'visits' | 'noMaterials' | 'agent'
> & { windows: number[] };

/** A list of items by category: all that the public can read, or one of the lists. */
export interface ItemsSheetData {
  on: ItemsOn;
  groups: { category: ItemCategory; items: ItemLine[] }[];
}

/** Refuses `record.missing` for a list without items. */
export const gatherItems: Gather<'items', ItemsSheetData> = (records, { on }) => {
  const items = publicItems(records.all('item')).filter(({ body }) => on === 'all' || isOnList(on, body));
  if (items.length === 0) return refuse('record.missing');
  const numberOf = (id: string) => records.get('window', id)?.number ?? [];
  const groups = byCategory(items).map(({ category, items: own }) => ({
    category,
    items: own.map(({ body: { name, type, promisedDays, fees, visits, noMaterials, agent, windows } }) => ({
      name,
      type,
      windows: windows.flatMap(numberOf).sort((one, other) => one - other),
      ...(promisedDays === undefined ? {} : { promisedDays }),
      ...(fees === undefined ? {} : { fees }),
      ...(visits === undefined ? {} : { visits }),
      ...(noMaterials ? { noMaterials } : {}),
      ...(agent ? { agent } : {}),
    })),
  }));
  return { title: '', data: { on, groups }, made: items.map(madeOf), single: false };
};
