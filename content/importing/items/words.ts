import { itemEntries } from '../../messages/items.ts';
import { categoryOrder } from '../../publishing/items.ts';

/** Words of the catalogue by what they stand for, and back: a table is written and read in Chinese. */
function table<K extends string>(
  prefix: string,
  keys: readonly K[],
): { word: Record<K, string>; key(word: string): K | undefined } {
  const entries: Record<string, readonly [string, string]> = itemEntries;
  const word = Object.fromEntries(keys.map((key) => [key, entries[`${prefix}.${key}`]![0]])) as Record<
    K,
    string
  >;
  return { word, key: (text) => keys.find((key) => word[key] === text.trim()) };
}

export const categoryWords = table('item.category', categoryOrder);
export const typeWords = table('item.type', ['instant', 'pledged', 'joint', 'reported']);
export const audienceWords = table('item.audience', ['person', 'business', 'organisation']);
export const formWords = table('item.form', ['original', 'copy', 'both', 'seen', 'electronic']);
export const needWords = table('item.need', ['required', 'deferrable', 'conditional']);

/** What stands in a cell for nothing to bring, nothing to pay, at once, agents for everybody. */
export const ZERO = itemEntries['item.zero'][0];
export const FREE = itemEntries['item.free'][0];
export const NOW = itemEntries['flow.now'][0];
export const AGENT = itemEntries['item.agent'][0];
