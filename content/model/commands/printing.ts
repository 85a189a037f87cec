import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { Printer, PrinterTrouble } from '../printer.ts';
import { SheetPrinter, SheetPrinterAbility, SheetPrinterTrouble } from '../sheetprinter.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** Slip printers: content/slips/slips.md. Printers of sheets: content/sheets/printers/printers.md. */
export const printing = {
  'printer:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Omit(Printer, ['trouble', 'paperLow', 'settings']).properties,
      },
      Strict,
    ),
    ['admin'],
  ),
  'printer:remove': command(One, ['admin']),
  /** What the hub heard of a printer; only changes are told. */
  'printer:report': command(
    Type.Object(
      { id: Id, trouble: Type.Union([PrinterTrouble, Type.Null()]), paperLow: Type.Boolean() },
      Strict,
    ),
    'internal',
  ),
  /** A printer that the hub has asked, as it said of itself. */
  'sheetprinter:add': command(Type.Omit(SheetPrinter, ['trouble']), 'internal'),
  'sheetprinter:remove': command(One, ['admin']),
  /** What the hub heard of it; null `ability`: it said nothing. */
  'sheetprinter:report': command(
    Type.Object(
      {
        id: Id,
        trouble: Type.Union([SheetPrinterTrouble, Type.Null()]),
        ability: Type.Union([SheetPrinterAbility, Type.Null()]),
      },
      Strict,
    ),
    'internal',
  ),
} as const;
