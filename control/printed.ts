import type { Kept } from '../content/model/record.ts';
import type { SheetSize } from '../content/model/sheet.ts';

export const sizes: readonly SheetSize[] = ['A4', 'A3', 'A2', 'A1'];

/** What hangs on the wall of one rule: the newest sheet of each size is taken for the one that hangs. */
export interface Printed {
  last: Kept<'sheet'> | null;
  /** Sizes whose newest sheet shows an older text than the record. */
  outdated: SheetSize[];
}

/** `sheets` newest first, as the hall lists them. */
export function printedOf(rule: { id: string; rev: number }, sheets: readonly Kept<'sheet'>[]): Printed {
  const own = sheets.filter(({ body }) => body.record === rule.id);
  const newest = sizes.flatMap((size) => own.find(({ body }) => body.size === size) ?? []);
  return {
    last: own[0] ?? null,
    outdated: newest.filter(({ body }) => body.revision < rule.rev).map(({ body }) => body.size),
  };
}

/** Articles of a rule: its numbered paragraphs of the first level, or all paragraphs where none is numbered. */
export function countArticles(blocks: readonly { number: string; depth: number }[]): number {
  return blocks.filter(({ number, depth }) => number && depth === 0).length || blocks.length;
}
