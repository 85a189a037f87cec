import type { Made, Sheet, SheetOf } from '../model/sheet.ts';
import type { Standard } from '../model/standard.ts';
import type { Records } from '../records.ts';
import { isRefusal, type Refusal } from '../rule.ts';
import { fingerprint } from './fingerprint.ts';
import { gatherSheet, type SheetNow } from './kinds.ts';
import { hanging, oldest, sheetsOf, spotKey, stateAgainst } from './sheet.ts';

/**
 * Where a printed sheet stands (S16): `stale` wants printing again, `gone` wants taking down, `replaced` still hangs
 * though a newer one was printed for its place.
 */
export type SheetStanding = 'current' | 'stale' | 'gone' | 'replaced' | 'down';

/** A line of the register. */
export interface SheetRow {
  id: string;
  body: Sheet;
  /** As the sheet is called now; empty where its kind says it all, or its subject is gone. */
  title: string;
  standing: SheetStanding;
  /** Records that are not as they were, of one that is stale. */
  changed: Made[];
}

/** Whether what a notice says is over or was withdrawn: no change of its words tells it. */
function isOver(records: Records, of: SheetOf, now: number): boolean {
  const notice = of.is === 'notice' ? records.get('notice', of.notice) : undefined;
  return notice !== undefined && (notice.withdrawn !== null || notice.until <= now);
}

/** The whole register at `now`, newest first. */
export function sheetBook(records: Records, standard: Standard | undefined, now: number): SheetRow[] {
  const newest = new Set(hanging(records).map(({ id }) => id));
  const gathered = new Map<string, SheetNow | Refusal>();
  const nowOf = (of: SheetOf): SheetNow | Refusal => {
    const key = fingerprint(of);
    const known = gathered.get(key) ?? gatherSheet(records, of, standard);
    gathered.set(key, known);
    return known;
  };
  return sheetsOf(records)
    .map(({ id, body }): SheetRow => {
      const its = nowOf(body.of);
      const title = isRefusal(its) ? '' : its.title;
      if (body.down) return { id, body, title, standing: 'down', changed: [] };
      if (!newest.has(id)) return { id, body, title, standing: 'replaced', changed: [] };
      if (isOver(records, body.of, now)) return { id, body, title, standing: 'gone', changed: [] };
      const state = stateAgainst(body, its);
      return { id, body, title, standing: state.is, changed: state.is === 'stale' ? state.changed : [] };
    })
    .sort((one, other) => other.body.printedAt - one.body.printedAt || (one.id < other.id ? -1 : 1));
}

/** What is to be done about the sheets of a hall (S16). */
export interface SheetDeeds {
  /** Out of date: print again and hang where they hang. */
  reprint: SheetRow[];
  /** Printed for a place, or anew while an older one still hangs: take it there. */
  hang: SheetRow[];
  /** Their subject is gone: take down. */
  remove: SheetRow[];
}

export function sheetDeeds(records: Records, rows: readonly SheetRow[]): SheetDeeds {
  const of = (standing: SheetStanding) => rows.filter((row) => row.standing === standing);
  const first = oldest(records);
  return {
    reprint: of('stale'),
    hang: of('current').filter(
      ({ body }) => !body.hung && (body.place !== undefined || first.get(spotKey(body))! < body.printedAt),
    ),
    remove: of('gone'),
  };
}
