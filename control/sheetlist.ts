import pinyin from 'pinyin-match';
import type { SheetInput } from '../content/api/printing.ts';
import type { Sheet, SheetKind } from '../content/model/sheet.ts';
import type { SheetRow, SheetStanding } from '../content/sheets/book.ts';
import { placeOf } from '../content/sheets/sheet.ts';
import { nameSheet } from './sheetwords.ts';

/** What the register is narrowed to; empty is anything. */
export interface SheetFilter {
  sought: string;
  standing: SheetStanding | '';
  kind: SheetKind | '';
  place: string;
  /** `kind:id` of a record that gave words to the sheet. */
  record: string | null;
}

/** The lines that fit: by name or its sound, by code, by place, by who printed, hung or took it down. */
export function filterSheets(
  rows: readonly SheetRow[],
  { sought, standing, kind, place, record }: SheetFilter,
): SheetRow[] {
  const word = sought.normalize('NFKC').trim();
  return rows.filter((row) => {
    if (standing && row.standing !== standing) return false;
    if (kind && row.body.of.is !== kind) return false;
    if (place && placeOf(row.body) !== place) return false;
    if (record && !row.body.made.some(({ kind, id }) => `${kind}:${id}` === record)) return false;
    if (word === '' || row.id.startsWith(word.toUpperCase())) return true;
    const name = nameSheet({ title: row.title, kind: row.body.of.is });
    const { printedBy, hung, down } = row.body;
    const people = [printedBy, hung?.by, down?.by].flatMap((by) => by?.name ?? []);
    return [name, placeOf(row.body) ?? '', ...people].some((one) => pinyin.match(one, word) !== false);
  });
}

/** What to ask for to have a registered sheet printed again, for where it hangs. */
export function inputOfSheet(sheet: Sheet): SheetInput {
  const { of, size, orientation, design, bleed, tiles, nup } = sheet;
  const place = placeOf(sheet);
  return {
    of,
    size,
    ...(orientation ? { orientation } : {}),
    ...(design ? { design } : {}),
    ...(bleed ? { bleed } : {}),
    ...(tiles ? { tiles } : {}),
    ...(nup ? { nup } : {}),
    ...(place ? { place } : {}),
  };
}
