import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { Printer, PrinterTrouble } from '../printer.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** Slip printers: content/slips/slips.md. */
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
} as const;
