import type { Kept } from '../model/record.ts';
import type { Made, OldSheet, Sheet, SheetOf } from '../model/sheet.ts';
import type { Standard } from '../model/standard.ts';
import type { Records } from '../records.ts';
import { isRefusal, type Refusal } from '../rule.ts';
import { fingerprint } from './fingerprint.ts';
import { gatherSheet, type SheetNow } from './kinds.ts';

/** A registered sheet in today's form; the first hubs knew sheets of rules only (S9). */
export function asSheet(body: Sheet | OldSheet): Sheet {
  if ('of' in body) return body;
  const { record, revision, size, printedBy, printedAt } = body;
  const made = [{ kind: 'rule', id: record, rev: revision }];
  return { of: { is: 'rule', rule: record }, size, made, hash: '', printedBy, printedAt };
}

/** The sheet of a code, if it is registered. */
export function sheetOf(records: Records, code: string): Sheet | undefined {
  const body = records.get('sheet', code);
  return body && asSheet(body);
}

/** All registered sheets, those taken down included. */
export function sheetsOf(records: Records): { id: string; body: Sheet }[] {
  return [...records.all('sheet')].map(({ id, body }: Kept<'sheet'>) => ({ id, body: asSheet(body) }));
}

/** Whether a sheet still says what the records say. */
export type SheetState =
  | { is: 'current' }
  /** `changed` are the records that are not as they were, those that have come or gone included. */
  | { is: 'stale'; changed: Made[] }
  /** What it is about is not there any more. */
  | { is: 'gone' };

/** Compares a sheet with the records as they are (S2, S3). */
export function stateOf(records: Records, sheet: Sheet, standard?: Standard): SheetState {
  return stateAgainst(sheet, gatherSheet(records, sheet.of, standard));
}

/** The same against what its subject says now, for whoever has gathered that already. */
export function stateAgainst(sheet: Sheet, now: SheetNow | Refusal): SheetState {
  if (isRefusal(now)) return { is: 'gone' };
  const changed = differing(sheet.made, now.made);
  const current = sheet.hash ? sheet.hash === now.hash : changed.length === 0;
  return current ? { is: 'current' } : { is: 'stale', changed };
}

function differing(before: readonly Made[], now: readonly Made[]): Made[] {
  const key = ({ kind, id, rev }: Made) => `${kind} ${id} ${rev}`;
  const known = new Set(before.map(key));
  const held = new Set(now.map(({ kind, id }) => `${kind} ${id}`));
  return [
    ...now.filter((one) => !known.has(key(one))),
    ...before.filter(({ kind, id }) => !held.has(`${kind} ${id}`)),
  ];
}

/** Where a sheet hangs, or was meant to: what somebody saw counts more than what was planned. */
export function placeOf({ hung, place }: Pick<Sheet, 'hung' | 'place'>): string | undefined {
  return hung?.place ?? place;
}

/** What hangs as far as the register knows (S7): the newest of each subject, size and place that was not taken down. */
export function hanging(records: Records): { id: string; body: Sheet }[] {
  const newest = new Map<string, { id: string; body: Sheet }>();
  for (const sheet of sheetsOf(records)) {
    const key = spotKey(sheet.body);
    const { down, printedAt } = sheet.body;
    if (!down && (newest.get(key)?.body.printedAt ?? -1) < printedAt) newest.set(key, sheet);
  }
  return [...newest.values()];
}

/** What of the register has stood longest for each subject, size and place, of what was not taken down. */
export function oldest(records: Records): Map<string, number> {
  const found = new Map<string, number>();
  for (const { body } of sheetsOf(records)) {
    if (body.down) continue;
    const key = spotKey(body);
    found.set(key, Math.min(found.get(key) ?? Infinity, body.printedAt));
  }
  return found;
}

/** Sheets that `sheet` stands in for where it hangs (S14): older, of the same subject and size at the same place. */
export function elders(records: Records, code: string, sheet: Sheet): { id: string; body: Sheet }[] {
  const key = spotKey(sheet);
  return sheetsOf(records).filter(
    ({ id, body }) => id !== code && !body.down && body.printedAt <= sheet.printedAt && spotKey(body) === key,
  );
}

/** Subject, size and place of a sheet as one word: of those alike, the newest is the one that counts. */
export function spotKey(sheet: Sheet): string {
  return fingerprint([sheet.of, sheet.size, placeOf(sheet)]);
}

/** Whether two sheets show the same thing, whatever their size. */
export function sameSubject(one: SheetOf, other: SheetOf): boolean {
  return fingerprint(one) === fingerprint(other);
}
