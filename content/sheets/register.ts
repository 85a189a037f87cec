import { makeCode } from '../code.ts';
import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Sheet, SheetLayout } from '../model/sheet.ts';
import { personOf } from '../people/person.ts';
import { hallOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse, type RuleOf } from '../rule.ts';
import { fingerprint } from './fingerprint.ts';
import { gatherSheet } from './kinds.ts';
import { elders, sheetOf, sheetsOf } from './sheet.ts';

/**
 * Registers a sheet before it is printed (S4, S5). Refuses what gathering it refuses, and `record.changed` if it
 * would no longer say what was rendered, and `sheet.typed` for what is not kept (SG9).
 */
export const printSheet: RuleOf<CommandInput<'sheet:print'>, CommandResult<'sheet:print'>> = (
  records,
  { of, hash, place, code: printed, ...layout },
  world,
) => {
  if (of.is === 'wifi') return refuse('sheet.typed');
  const standard = world.standard(hallOf(records)?.body.standard ?? '');
  const now = gatherSheet(records, of, standard);
  if (isRefusal(now)) return now;
  if (now.hash !== hash) return refuse('record.changed');
  const wanted = { of, ...layout, made: now.made, hash, ...(place ? { place } : {}) };
  const same = sameSheet(records, wanted);
  if (same !== null) return { changes: [], result: { id: same, code: same } };
  let fresh = printed ?? makeCode(world.newId());
  while (records.get('sheet', fresh)) fresh = makeCode(world.newId());
  const body: Sheet = { ...wanted, printedBy: personOf(records, world.by), printedAt: world.now };
  return { changes: [{ kind: 'sheet', id: fresh, body }], result: { id: fresh, code: fresh } };
};

/** The code of a registered sheet with these words on this paper for this place that was not taken down. */
export function sameSheet(
  records: Records,
  wanted: Pick<Sheet, 'of' | 'made' | 'hash' | 'place'> & SheetLayout,
): string | null {
  const print = fingerprint(identity(wanted));
  const found = sheetsOf(records).find(
    ({ body }) => body.hash === wanted.hash && !body.down && fingerprint(identity(body)) === print,
  );
  return found?.id ?? null;
}

/** The revision at its foot is part of what a sheet says to its reader, so it counts here. */
function identity(sheet: Pick<Sheet, 'of' | 'made' | 'hash' | 'place'> & SheetLayout): unknown {
  const { of, made, hash, place, size, orientation, design, bleed, tiles, nup } = sheet;
  return { of, made, hash, place, size, orientation, design, bleed, tiles, nup };
}

/**
 * Confirms that a sheet hangs (S6) and takes down what it replaces (S14). Refuses `sheet.missing`, `sheet.down` for one
 * that was taken down, and `record.missing` for a plan or a photo that is not there.
 */
export const hangSheet: RuleOf<CommandInput<'sheet:hang'>, { id: string }> = (
  records,
  { code, place, spot, photo },
  world,
) => {
  const sheet = sheetOf(records, code);
  if (!sheet) return refuse('sheet.missing', { code });
  if (sheet.down) return refuse('sheet.down', { code });
  if (spot && !records.get('plan', spot.plan)) return refuse('record.missing');
  if (photo && !records.get('medium', photo)) return refuse('record.missing');
  const seen = { by: personOf(records, world.by), at: world.now };
  const hung = {
    ...seen,
    ...(place ? { place } : {}),
    ...(spot ? { spot } : {}),
    ...(photo ? { photo } : {}),
  };
  const replaced = elders(records, code, { ...sheet, hung });
  return {
    changes: [
      { kind: 'sheet', id: code, body: { ...sheet, hung } },
      ...replaced.map(({ id, body }) => ({
        kind: 'sheet' as const,
        id,
        body: { ...body, down: seen },
      })),
    ],
    result: { id: code },
  };
};

/** Takes a sheet off the wall (S6). Refuses `sheet.missing`; a second time changes nothing. */
export const takeSheetDown: RuleOf<CommandInput<'sheet:takedown'>, { id: string }> = (
  records,
  { code },
  world,
) => {
  const sheet = sheetOf(records, code);
  if (!sheet) return refuse('sheet.missing', { code });
  if (sheet.down) return { changes: [], result: { id: code } };
  const down = { by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'sheet', id: code, body: { ...sheet, down } }], result: { id: code } };
};
