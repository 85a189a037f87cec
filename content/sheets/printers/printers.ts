import type { CommandInput } from '../../model/command.ts';
import type { SheetPrinter } from '../../model/sheetprinter.ts';
import { personOf } from '../../people/person.ts';
import { sameBody } from '../../revision.ts';
import { refuse, type RuleOf } from '../../rule.ts';
import { sheetOf } from '../sheet.ts';
import { isAllowed } from './address.ts';

/** Registers a printer as it said of itself (IP1, IP3). Refuses `sheetprinter.address`, `sheetprinter.taken`. */
export const addSheetPrinter: RuleOf<CommandInput<'sheetprinter:add'>, { id: string }> = (
  records,
  printer,
  world,
) => {
  const { host, port, path } = printer;
  if (!isAllowed(printer)) return refuse('sheetprinter.address');
  for (const { body } of records.all('sheetprinter'))
    if (body.host === host && body.port === port && body.path === path)
      return refuse('sheetprinter.taken', { name: body.name });
  const id = world.newId();
  return { changes: [{ kind: 'sheetprinter', id, body: printer }], result: { id } };
};

/** Removes a printer; what it brought out stays in the register. Refuses `record.missing`. */
export const removeSheetPrinter: RuleOf<CommandInput<'sheetprinter:remove'>, { id: string }> = (
  records,
  { id },
) => {
  if (!records.get('sheetprinter', id)) return refuse('record.missing');
  return { changes: [{ kind: 'sheetprinter', id, body: null }], result: { id } };
};

/** Writes down what was heard of a printer (IP10). Nothing new: no change. Refuses `record.missing`. */
export const reportSheetPrinter: RuleOf<CommandInput<'sheetprinter:report'>, { id: string }> = (
  records,
  { id, trouble, ability },
  world,
) => {
  const before = records.get('sheetprinter', id);
  if (!before) return refuse('record.missing');
  const { trouble: known, ...same } = before;
  const { name, host, port, path } = before;
  const said: SheetPrinter = ability ? { name, host, port, path, ...ability } : same;
  const since = known?.is === trouble ? known.since : world.now;
  const body: SheetPrinter = trouble === null ? said : { ...said, trouble: { is: trouble, since } };
  return { changes: sameBody(before, body) ? [] : [{ kind: 'sheetprinter', id, body }], result: { id } };
};

/** Notes that a printer brought a sheet out (IP8). Refuses `sheet.missing`. */
export const noteOutput: RuleOf<CommandInput<'sheet:output'>, { id: string }> = (
  records,
  { code, printer, copies },
  world,
) => {
  const sheet = sheetOf(records, code);
  if (!sheet) return refuse('sheet.missing', { code });
  const output = { printer, copies, by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'sheet', id: code, body: { ...sheet, output } }], result: { id: code } };
};
