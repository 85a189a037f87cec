import type { ItemCategory } from '../../model/item.ts';
import type { Made } from '../../model/sheet.ts';
import { inItemOrder, publicItems } from '../../publishing/items.ts';
import { isRefusal, refuse } from '../../rule.ts';
import type { Gather } from '../gathered.ts';
import { gatherGuide, type GuideSheetData } from '../guide.ts';

/** Guides in the order of their categories, each with the category under which the contents list it. */
export interface BookletSheetData {
  guides: { category: ItemCategory; page: GuideSheetData }[];
}

/** Refuses `record.missing` when there is no guide. Those that are gone are left out. */
export const gatherBooklet: Gather<'booklet', BookletSheetData> = (records, { items }, standard) => {
  const wanted = items && new Set(items);
  const chosen = wanted
    ? [...records.all('item')].filter(({ id }) => wanted.has(id))
    : publicItems(records.all('item'));
  const made = new Map<string, Made>();
  const guides = inItemOrder(chosen).flatMap(({ id, body: { category } }) => {
    const guide = gatherGuide(records, { is: 'guide', item: id }, standard);
    if (isRefusal(guide)) return [];
    for (const one of guide.made) made.set(`${one.kind} ${one.id}`, one);
    return { category, page: guide.data };
  });
  if (guides.length === 0) return refuse('record.missing');
  return { title: '', data: { guides }, made: [...made.values()], single: false };
};
