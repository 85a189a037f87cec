import { standardOf as ownStandard } from '../../content/premises/standard.ts';
import { typeWords } from '../../content/views/casewords.ts';
import { dayOf } from '../../content/calendar.ts';
import type { Sheet, SheetLayout } from '../../content/model/sheet.ts';
import type { Standard } from '../../content/model/standard.ts';
import type { Change, Kind } from '../../content/model/record.ts';
import { hallOf, zoneOf } from '../../content/premises/hall.ts';
import { RecordMap, type Records } from '../../content/records.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { gatherSheet, type SheetNow } from '../../content/sheets/kinds.ts';
import type { OnceNow } from '../../content/sheets/once/kinds.ts';
import type { SheetDress } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';

/** As long as a real code, for pictures that are registered nowhere. */
export const NO_CODE = '--------';
const ACCENT = '#0f4c9c';

type Standards = ReadonlyMap<string, Standard>;

/** The standard of the hall, if the hub has it. */
export function standardOf(records: Records, standards: Standards): Standard | undefined {
  return standards.get(hallOf(records)?.body.standard ?? '');
}

/** What a sheet says now. Throws what `gatherSheet` refuses. */
export function gatherOr(records: Records, of: Sheet['of'], standards: Standards): SheetNow {
  const now = gatherSheet(records, of, standardOf(records, standards));
  if (isRefusal(now)) throw new Refused(now);
  return now;
}

/** What a sheet is dressed from. */
export interface Wanted {
  now: SheetNow | OnceNow;
  layout: SheetLayout;
  /** Null on a preview. */
  code: string | null;
  /** Address of the hub for phones, without a slash at its end. */
  base: string;
  at: number;
}

/** Everything printed on a sheet beside its words. */
export function dressSheet(records: Records, standards: Standards, wanted: Wanted): SheetDress {
  const { now, layout, code, base, at } = wanted;
  const standard = ownStandard(records, { standard: (id) => standards.get(id) });
  return {
    now,
    layout,
    accent: standard?.accent ?? ACCENT,
    types: typeWords(standard),
    code,
    revision: now.single ? (now.made[0]?.rev ?? null) : null,
    url: `${base}/${now.is === 'certificate' ? 'c' : 's'}/${code ?? NO_CODE}`,
    printedOn: dayOf(at, zoneOf(records)),
  };
}

/**
 * The records as they were when a sheet was made, read back from the journal: those it was made from at their
 * revisions of then, and none of their kinds beside them.
 */
export async function recordsOfSheet(hall: Hall, { made }: Sheet): Promise<RecordMap> {
  const kinds = new Set(made.map(({ kind }) => kind));
  const records = new RecordMap(
    [...hall.records.everything()].filter(({ kind }) => kind === 'hall' || !kinds.has(kind)),
  );
  for (const { kind, id, rev } of made) {
    const found = (await hall.revisions(kind as Kind, id)).find(
      ({ change }) => change.rev === rev && change.body,
    );
    if (!found) throw new Refused(refuse('record.missing'));
    records.apply([{ ...found.change } as Change]);
  }
  return records;
}
