import type { Made, SheetKind, SheetOfKind } from '../model/sheet.ts';
import type { Standard } from '../model/standard.ts';
import type { Kept, Kind } from '../model/record.ts';
import type { Records } from '../records.ts';
import type { Refusal } from '../rule.ts';

/** Everything that one sheet says, looked up, and the records that it comes from. */
export interface Gathered<Data> {
  /** Title of the file, and what the sheet is called in lists. */
  title: string;
  /** What stands on the sheet, nothing else: a difference here is what makes a sheet stale. */
  data: Data;
  /** The record that the sheet is about first, if there is one. */
  made: Made[];
  /** Whether the sheet is about its first record, whose revision then stands at its foot. */
  single: boolean;
}

/**
 * Gathers what a sheet says. Pure: hub and panel run the same function, over the same records, so it names only
 * what staff may see of them. Refuses `record.missing` when what it is about is not there.
 */
export type Gather<K extends SheetKind, Data> = (
  records: Records,
  of: SheetOfKind<K>,
  standard: Standard | undefined,
) => Gathered<Data> | Refusal;

/** A record as a sheet notes it. */
export function madeOf({ kind, id, rev }: Pick<Kept<Kind>, 'kind' | 'id' | 'rev'>): Made {
  return { kind, id, rev };
}
