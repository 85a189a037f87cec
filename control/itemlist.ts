import pinyin from 'pinyin-match';
import type { ItemCategory, ItemType } from '../content/model/item.ts';
import type { Kept } from '../content/model/record.ts';
import { gapsOf, type ItemGap } from '../content/checks/disclosures.ts';

/** What the list of items is narrowed to; an empty string is anything. */
export interface ItemFilter {
  sought: string;
  category: ItemCategory | '';
  type: ItemType | '';
  state: 'public' | 'sample' | '';
  gap: ItemGap | 'any' | '';
}

export const noFilter: ItemFilter = { sought: '', category: '', type: '', state: '', gap: '' };

/** The items that fit: by signs of the name or its sound (`jzz` for 居住证), by code, by category and so on. */
export function filterItems(items: readonly Kept<'item'>[], filter: ItemFilter): Kept<'item'>[] {
  const word = filter.sought.normalize('NFKC').trim();
  return items.filter(({ body }) => {
    if (filter.category && body.category !== filter.category) return false;
    if (filter.type && body.type !== filter.type) return false;
    if (filter.state && (body.sample ? 'sample' : 'public') !== filter.state) return false;
    if (filter.gap) {
      const gaps = gapsOf(body);
      if (filter.gap === 'any' ? gaps.length === 0 : !gaps.includes(filter.gap)) return false;
    }
    return word === '' || pinyin.match(body.name, word) !== false || (body.code ?? '').includes(word);
  });
}
