import type { CommandInput } from '../model/command.ts';
import type { Printer } from '../model/printer.ts';
import type { Kept } from '../model/record.ts';
import type { Scene } from '../model/screen.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';
import { isPrivate } from './address.ts';

/** Adds or changes a printer (K1, K2). Refuses `record.missing`, `record.changed`, `printer.address`, `printer.host-taken`. */
export const savePrinter: RuleOf<CommandInput<'printer:save'>, { id: string }> = (
  records,
  { id: named, rev, ...settings },
  world,
) => {
  const before = named === undefined ? undefined : records.get('printer', named);
  const stale = checkSeen(records, 'printer', { id: named, rev }, before?.settings);
  if (stale) return stale;
  if (!isPrivate(settings.host)) return refuse('printer.address', { host: settings.host });
  const id = named ?? world.newId();
  const others = [...records.all('printer')].filter((other) => other.id !== id);
  const same = others.find(({ body }) => body.host === settings.host && body.port === settings.port);
  if (same) return refuse('printer.host-taken', { name: same.body.name });
  // The first one is the hall's own until another is chosen.
  const main = settings.main || others.every(({ body }) => !body.main);
  const body: Printer = {
    ...before,
    ...settings,
    main,
    settings:
      before && sameBody(pick(before), { ...settings, main })
        ? before.settings
        : records.rev('printer', id) + 1,
  };
  if (before && sameBody(before, body)) return { changes: [], result: { id } };
  // What was known of another device says nothing of this one.
  if (before && (before.host !== body.host || before.port !== body.port)) {
    delete body.trouble;
    delete body.paperLow;
  }
  const changes: Wanted[] = [{ kind: 'printer', id, body }];
  if (main)
    for (const other of others)
      if (other.body.main)
        changes.push({ kind: 'printer', id: other.id, body: { ...other.body, main: false } });
  return { changes, result: { id } };
};

function pick({ trouble: _, paperLow: __, settings: ___, ...rest }: Printer) {
  return rest;
}

/** Removes a printer (K3): kiosks that named it go by the hall's own, which another one becomes. Refuses `record.missing`. */
export const removePrinter: RuleOf<CommandInput<'printer:remove'>, { id: string }> = (records, { id }) => {
  const gone = records.get('printer', id);
  if (!gone) return refuse('record.missing');
  const changes: Wanted[] = [{ kind: 'printer', id, body: null }];
  for (const screen of records.all('screen')) {
    const { scene } = screen.body;
    if (scene.is === 'kiosk' && scene.slip.is === 'printer' && scene.slip.printer === id)
      changes.push({
        kind: 'screen',
        id: screen.id,
        body: { ...screen.body, scene: { ...scene, slip: { is: 'printer' } } },
      });
  }
  const heir = [...records.all('printer')].find((other) => other.id !== id);
  if (gone.main && heir) changes.push({ kind: 'printer', id: heir.id, body: { ...heir.body, main: true } });
  return { changes, result: { id } };
};

/** Writes down what the hub heard of a printer (K4). Says nothing new: no change. */
export const reportPrinter: RuleOf<CommandInput<'printer:report'>, { id: string }> = (
  records,
  { id, trouble, paperLow },
  world,
) => {
  const before = records.get('printer', id);
  if (!before) return refuse('record.missing');
  const body: Printer = { ...before };
  if (trouble === null) delete body.trouble;
  else if (before.trouble?.is !== trouble) body.trouble = { is: trouble, since: world.now };
  if (paperLow) body.paperLow = true;
  else delete body.paperLow;
  return { changes: sameBody(before, body) ? [] : [{ kind: 'printer', id, body }], result: { id } };
};

/** The printer of the guide desk, and of whoever names none. */
export function mainPrinter(records: Records): Kept<'printer'> | undefined {
  for (const printer of records.all('printer')) if (printer.body.main) return printer;
  return undefined;
}

/** The printer that a kiosk's slips come out of; undefined if it has none. */
export function printerOf(records: Records, scene: Scene): Kept<'printer'> | undefined {
  if (scene.is !== 'kiosk' || scene.slip.is !== 'printer') return undefined;
  const { printer: id } = scene.slip;
  if (id === undefined) return mainPrinter(records);
  const body = records.get('printer', id);
  return body && { kind: 'printer', id, rev: records.rev('printer', id), body };
}
