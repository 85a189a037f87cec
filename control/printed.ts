import type { Kept } from '../content/model/record.ts';
import type { Sheet } from '../content/model/sheet.ts';
import { asSheet } from '../content/sheets/sheet.ts';

/** Sizes of a rule's sheet that its page offers; the print desk offers all. */
export const sizes = ['A4', 'A3', 'A2', 'A1'] as const;
export type WallSize = (typeof sizes)[number];

/** What hangs on the wall of one rule: the newest sheet of each size is taken for the one that hangs. */
export interface Printed {
  last: { id: string; body: Sheet } | null;
  /** Sizes whose newest sheet shows an older text than the record. */
  outdated: string[];
}

/** The sheets of one rule, in the order given, those taken down left out. */
export function sheetsOfRule(rule: string, sheets: readonly Kept<'sheet'>[]): { id: string; body: Sheet }[] {
  return sheets
    .map(({ id, body }) => ({ id, body: asSheet(body) }))
    .filter(({ body }) => body.of.is === 'rule' && body.of.rule === rule && !body.down);
}

/** The revision of the rule that a sheet was made from. */
export function revisionOf({ made }: Sheet): number {
  return made[0]?.rev ?? 0;
}

/** `sheets` newest first, as the hall lists them. */
export function printedOf(rule: { id: string; rev: number }, sheets: readonly Kept<'sheet'>[]): Printed {
  const own = sheetsOfRule(rule.id, sheets);
  const newest = [...new Map(own.toReversed().map((sheet) => [sheet.body.size, sheet])).values()];
  return {
    last: own[0] ?? null,
    outdated: newest
      .filter(({ body }) => revisionOf(body) < rule.rev)
      .map(({ body }) => body.size)
      .sort((one, other) => order(one) - order(other)),
  };
}

function order(size: string): number {
  const place = sizes.findIndex((one) => one === size);
  return place < 0 ? sizes.length : place;
}

/** Articles of a rule: its numbered paragraphs of the first level, or all paragraphs where none is numbered. */
export function countArticles(blocks: readonly { number: string; depth: number }[]): number {
  return blocks.filter(({ number, depth }) => number && depth === 0).length || blocks.length;
}
