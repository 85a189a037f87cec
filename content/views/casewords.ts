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

/** As much of a standard as says how it calls the two posts. */
type WithWords = { words?: readonly { key: string; word: string }[] | undefined } | null | undefined;
const POST = '岗';

/** What follows A and B of the two posts of a window (Y14): 岗, or 角 where the standard says AB角. */
export function postSuffix(standard: WithWords): string {
  const word = standard?.words?.find(({ key }) => key === 'ab-post')?.word ?? '';
  return /^AB\s*(.{1,4})$/.exec(word)?.[1] ?? POST;
}

/** The same where it is another word than ours: what was kept or printed without one stays as it is. */
export function ownSuffix(standard: WithWords): string | undefined {
  const word = postSuffix(standard);
  return word === POST ? undefined : word;
}
