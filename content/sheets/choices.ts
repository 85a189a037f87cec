import type { SheetKind, SheetOf, SheetOfKind } from '../model/sheet.ts';
import type { Standard } from '../model/standard.ts';
import { isPublic } from '../publishing/items.ts';
import type { Records } from '../records.ts';
import { isRefusal } from '../rule.ts';
import { documentChoices } from './documents/choices.ts';
import { gatherSheet, sheetKinds } from './kinds.ts';
import { signChoices } from './signs/choices.ts';

/** Every sheet of a kind that the hall could print now. */
type Choose<K extends SheetKind> = (records: Records, standard: Standard | undefined) => SheetOfKind<K>[];

/** Kinds that take an argument; those that take none have one sheet and need no line. */
export const choices: { [K in SheetKind]?: Choose<K> } = {
  rule: (records) => [...records.all('rule')].map(({ id }) => ({ is: 'rule', rule: id })),
  notice: (records) =>
    [...records.all('notice')]
      .filter(({ body }) => !body.withdrawn)
      .map(({ id }) => ({ is: 'notice', notice: id })),
  guide: (records) =>
    [...records.all('item')]
      .filter(({ body }) => isPublic(body))
      .map(({ id }) => ({ is: 'guide', item: id })),
  ...signChoices,
  ...documentChoices,
};

/** A sheet that can be printed, by the name that it has in lists: empty where its kind says it all. */
export interface Choice {
  of: SheetOf;
  title: string;
}

/** Every sheet that this hall has something to say on (S15), by kind. What would be refused is left out. */
export function choicesOf(records: Records, standard: Standard | undefined): Choice[] {
  return (Object.keys(sheetKinds) as SheetKind[]).flatMap((kind) => {
    const sheets: readonly SheetOf[] = choices[kind]?.(records, standard) ?? [{ is: kind } as SheetOf];
    return sheets.flatMap((of) => {
      const now = gatherSheet(records, of, standard);
      return isRefusal(now) ? [] : [{ of, title: now.title }];
    });
  });
}
