import type { ItemText } from '../model/item.ts';

/** Disclosures that a guide must have (QJ 四(三)7); phones are always there, since the hall's own fill in. */
export const itemGaps = ['basis', 'conditions', 'materials', 'steps', 'promised', 'fees'] as const;
export type ItemGap = (typeof itemGaps)[number];

/** Which of the disclosures are not written yet. Wording and everything finer is for the checks. */
export function gapsOf(text: ItemText): ItemGap[] {
  const there: Record<ItemGap, boolean> = {
    basis: text.basis.length > 0,
    conditions: text.conditions.length > 0,
    materials: text.materials.length > 0 || text.noMaterials === true,
    steps: text.steps.length > 0,
    promised: text.promisedDays !== undefined,
    fees: text.fees !== undefined,
  };
  return itemGaps.filter((gap) => !there[gap]);
}
