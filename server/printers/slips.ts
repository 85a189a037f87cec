import type { Kept } from '../../content/model/record.ts';
import type { SlipPrinted } from '../../content/protocol.ts';
import { refuse } from '../../content/rule.ts';
import { layOut, layOutTest, type Line } from '../../content/slips/lines.ts';
import { mainPrinter, printerOf } from '../../content/slips/printers.ts';
import { slipOf, type Slip } from '../../content/slips/slip.ts';
import { minutesOf, waitOf } from '../../content/views/wait.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Printers } from './printers.ts';

/** Slips whose printing is remembered, so that a repeated wish prints nothing: some hours of a busy kiosk. */
const KEPT = 500;

export interface SlipsOptions {
  hall: Hall;
  printers: Printers;
  now: () => number;
}

/** Which slip comes out where. */
export class Slips {
  readonly #options: SlipsOptions;
  readonly #asked = new Map<string, Promise<SlipPrinted>>();

  constructor(options: SlipsOptions) {
    this.#options = options;
  }

  /** The slip of a ticket. Throws `slip.missing`. */
  slip(ticket: string, base: string): Slip {
    const { hall, now } = this.#options;
    const minutes = minutesOf(waitOf(hall.records, { ticket }, now()));
    const slip = slipOf(hall.records, ticket, minutes, base);
    if (!slip) throw new Refused(refuse('slip.missing'));
    return slip;
  }

  /**
   * Prints the slip of a ticket that was taken at a kiosk, once: whoever asks again hears what became of it
   * (K7). Throws `slip.missing`, `printer.none`, `printer.*`.
   */
  printAt(screen: string, ticket: string, base: string): Promise<SlipPrinted> {
    const { records } = this.#options.hall;
    const asked = this.#asked.get(ticket);
    if (asked) return asked;
    const kiosk = records.get('screen', screen);
    const taken = records.get('ticket', ticket);
    if (!kiosk || taken?.origin !== 'kiosk') throw new Refused(refuse('slip.missing'));
    const printer = printerOf(records, kiosk.scene);
    if (!printer) throw new Refused(refuse('printer.none'));
    const printed = this.#print(printer, layOut(this.slip(ticket, base), printer.body.width));
    printed.catch(() => undefined);
    this.#asked.set(ticket, printed);
    if (this.#asked.size > KEPT) this.#asked.delete(this.#asked.keys().next().value!);
    return printed;
  }

  /** Prints it again on the hall's own printer, because somebody at the desk wants it. Throws as `printAt` does. */
  async reprint(ticket: string, base: string): Promise<SlipPrinted> {
    const printer = mainPrinter(this.#options.hall.records);
    if (!printer) throw new Refused(refuse('printer.none'));
    return this.#print(printer, layOut(this.slip(ticket, base), printer.body.width));
  }

  /** A slip that says whether a printer is set rightly. Throws `record.missing`, `printer.*`. */
  async test(id: string, base: string): Promise<SlipPrinted> {
    const { records } = this.#options.hall;
    const body = records.get('printer', id);
    if (!body) throw new Refused(refuse('record.missing'));
    const printer = { kind: 'printer' as const, id, rev: records.rev('printer', id), body };
    return this.#print(printer, layOutTest(body.name, base, body.width));
  }

  async #print(printer: Kept<'printer'>, lines: readonly Line[]): Promise<SlipPrinted> {
    return this.#options.printers.print(printer, lines);
  }
}
