import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Sheet } from '../model/sheet.ts';
import { personOf } from '../people/person.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';
import { makeCode } from '../code.ts';

/**
 * Registers a sheet before it is printed (R10). Refuses `record.missing`, and `record.changed` if the
 * record is no longer at the revision that is to be printed.
 */
export const printSheet: RuleOf<CommandInput<'sheet:print'>, CommandResult<'sheet:print'>> = (
  records,
  sheet,
  world,
) => {
  const revision = records.rev(sheet.kind, sheet.record);
  if (revision === 0) return refuse('record.missing');
  if (revision !== sheet.revision) return refuse('record.changed');
  let code = makeCode(world.newId());
  while (records.get('sheet', code)) code = makeCode(world.newId());
  const body: Sheet = { ...sheet, printedBy: personOf(records, world.by), printedAt: world.now };
  return { changes: [{ kind: 'sheet', id: code, body }], result: { id: code, code } };
};
