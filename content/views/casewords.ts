import type { ItemType } from '../model/item.ts';

/** What a standard calls the types of cases (办件类型): 上报件 here, 报批件 there. */
export type TypeWords = Partial<Record<ItemType, string>>;

const types: readonly ItemType[] = ['instant', 'pledged', 'joint', 'reported'];

/** The words of a standard for the types of items (Y13); what it does not name keeps our own word. */
export function typeWords(
  standard: { caseTypes?: readonly { key: string; label?: string }[] | undefined } | null | undefined,
): TypeWords {
  const words: TypeWords = {};
  for (const { key, label } of standard?.caseTypes ?? []) {
    const type = types.find((one) => one === key);
    if (type && label) words[type] = label;
  }
  return words;
}
