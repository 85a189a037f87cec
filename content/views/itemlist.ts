import type { ItemCategory, ItemText } from '../model/item.ts';
import type { Kept } from '../model/record.ts';
import { categoryOrder } from '../publishing/items.ts';

/** Lists that QJ 二(四)11 asks for, and those that agents do: made from the items, never kept by hand. */
export const itemLists = ['visits-0', 'visits-1', 'zero', 'agent'] as const;
export type ItemList = (typeof itemLists)[number];

/** Whether an item stands on a list. One that needs no visit is on the list of at most one, too. */
export function isOnList(list: ItemList, { visits, noMaterials, agent }: ItemText): boolean {
  switch (list) {
    case 'visits-0':
      return visits === 0;
    case 'visits-1':
      return visits !== undefined && visits <= 1;
    case 'zero':
      return noMaterials === true;
    case 'agent':
      return agent !== undefined;
  }
}

/** Items by category in HN's order; categories without items are left out. */
export function byCategory(
  items: readonly Kept<'item'>[],
): { category: ItemCategory; items: Kept<'item'>[] }[] {
  return categoryOrder
    .map((category) => ({ category, items: items.filter(({ body }) => body.category === category) }))
    .filter(({ items }) => items.length > 0);
}
