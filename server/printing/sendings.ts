import { setTimeout as wait } from 'node:timers/promises';
import type { SendingInput, SendingView, SheetInput } from '../../content/api/printing.ts';
import type { Actor, Kept } from '../../content/model/record.ts';
import type { SheetPrinterTrouble } from '../../content/model/sheetprinter.ts';
import { refuse, type Refusal } from '../../content/rule.ts';
import { measurePaper } from '../../content/sheets/paper.ts';
import { fitOn } from '../../content/sheets/printers/paper.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import { cancelIpp, jobIpp, printIpp, type IppJob, type IppJobState } from './ipp.ts';
import { refusalOf } from './jobs.ts';
import type { ListStore } from './jobstore.ts';
import type { SheetPress } from './press.ts';
import type { SheetPrinters } from './sheetprinters.ts';

type Step = SendingView['sheets'][number]['is'];

interface SentSheet {
  input: SheetInput;
  is: Step;
  code?: string;
  why?: Refusal;
  /** Its number at the printer, once that has told it. */
  job?: number;
}

/** Sheets that somebody has on their way to a printer. */
export interface Sending extends Omit<SendingView, 'by' | 'is' | 'sheets'> {
  by: Actor;
  to: string;
  base: string;
  twoSided: boolean;
  sheets: SentSheet[];
}

export interface SendingsOptions {
  hall: Hall;
  press: Pick<SheetPress, 'make' | 'file'>;
  printers: Pick<SheetPrinters, 'ask'>;
  store: ListStore<Sending>;
  now: () => number;
  log: Log;
  /** Milliseconds between two questions to a printer that is at work or in trouble. */
  pause?: number;
}

const PAUSE = 2000;
/** How long a sheet waits for a printer that cannot print (IP5). */
const GIVEN_UP = 30 * 60_000;
/** What may wait for one printer, and what is remembered of what is over. */
const WAITING = 20;
const REMEMBERED = 20;

/** Sheets on their way to printers: one after the other for each printer, each sent once (IP5 to IP8). */
export class Sendings {
  readonly #options: SendingsOptions;
  readonly #pause: number;
  readonly #stopped = new AbortController();
  readonly #all: Sending[];
  readonly #lines = new Map<string, Promise<void>>();
  #saving: Promise<void> = Promise.resolve();
  /** Counts up with every change, for whoever asks "anything new?". */
  version = 0;

  private constructor(options: SendingsOptions, all: Sending[]) {
    this.#options = options;
    this.#all = all;
    this.#pause = options.pause ?? PAUSE;
  }

  /** Opens what the last run left and goes on with it; what was being sent when it ended is not sent again (IP6). */
  static async open(options: SendingsOptions): Promise<Sendings> {
    const all = await options.store.load();
    for (const sheet of all.flatMap(({ sheets }) => sheets))
      if (sheet.is === 'sent' && sheet.job === undefined) sheet.is = 'unsure';
    const sendings = new Sendings(options, all);
    for (const to of new Set(all.filter(isOpen).map((one) => one.to))) sendings.#start(to);
    return sendings;
  }

  /** Puts sheets in line. Throws `record.missing`, `sheetprinter.paper` (IP4), `sheetprinter.busy`. */
  add(to: string, { sheets, copies, twoSided }: SendingInput, by: Actor, base: string): string {
    const printer = this.#options.hall.records.get('sheetprinter', to);
    if (!printer) throw new Refused(refuse('record.missing'));
    const { name } = printer;
    if (sheets.some((sheet) => fitOn(printer.papers, sheet).is !== 'fits'))
      throw new Refused(refuse('sheetprinter.paper', { name }));
    const count = this.#all.filter((one) => one.to === to && isOpen(one)).length;
    if (count >= WAITING) throw new Refused(refuse('sheetprinter.busy', { name, count }));
    const id = newId();
    this.#all.push({
      ...{ id, to, printer: name, by, base, at: this.#options.now(), copies, twoSided, trouble: null },
      sheets: sheets.map((input) => ({ input, is: 'waiting' })),
    });
    for (const one of this.#all.filter((sending) => !isOpen(sending)).slice(0, -REMEMBERED))
      this.#all.splice(this.#all.indexOf(one), 1);
    this.#changed();
    this.#start(to);
    return id;
  }

  #start(to: string): void {
    if (!this.#lines.has(to)) this.#lines.set(to, this.#work(to));
  }

  /** Whoever looks is told, and the list is kept; a failing disk stops no printer. */
  #changed(): void {
    this.version++;
    const { store, log } = this.#options;
    this.#saving = this.#saving
      .then(() => store.save(this.#all))
      .catch((error: unknown) => log.error('what is on its way to printers was not kept', error));
  }

  /** Sends no further sheet of it and takes back the one at the printer (IP7). Throws `sheetprinter.sending-missing`. */
  cancel(id: string): void {
    const sending = this.#find(id);
    for (const sheet of sending.sheets)
      if (sheet.is === 'waiting' || sheet.is === 'sent') sheet.is = 'cancelled';
    sending.trouble = null;
    this.#changed();
  }

  /** What failed or was cancelled is sent again. Throws `sheetprinter.sending-missing`. */
  retry(id: string): void {
    const sending = this.#find(id);
    for (const sheet of sending.sheets) {
      if (sheet.is !== 'failed' && sheet.is !== 'cancelled') continue;
      sheet.is = 'waiting';
      delete sheet.why;
      delete sheet.job;
    }
    this.#changed();
    this.#start(sending.to);
  }

  #find(id: string): Sending {
    const sending = this.#all.find((one) => one.id === id);
    if (!sending) throw new Refused(refuse('sheetprinter.sending-missing'));
    return sending;
  }

  /** Newest first. */
  list(): SendingView[] {
    const working = new Set([...this.#lines.keys()].map((to) => this.#next(to)));
    return this.#all
      .map((sending): SendingView => {
        const { id, printer, by, at, copies, trouble, sheets } = sending;
        const is = !isOpen(sending) ? 'done' : working.has(sending) ? 'working' : 'waiting';
        return {
          ...{ id, printer, by: by.name, at, copies, is, trouble },
          sheets: sheets.map(({ input, job: _, ...state }) => ({ ...input, ...state })),
        };
      })
      .reverse();
  }

  #next(to: string): Sending | undefined {
    return this.#all.find((one) => one.to === to && isOpen(one));
  }

  async #work(to: string): Promise<void> {
    for (let sending = this.#next(to); sending && !this.#closed; sending = this.#next(to)) {
      const sheet = sending.sheets.find(({ is }) => is === 'sent' || is === 'waiting')!;
      try {
        if (sheet.is === 'sent') await this.#follow(sending, sheet, sheet.job ?? null);
        else await this.#bring(sending, sheet);
      } catch (error) {
        if (!this.#closed) this.#fail(sheet, refusalOf(error) ?? refuse('print.failed'), error);
      }
      sending.trouble = null;
      this.#changed();
    }
    this.#lines.delete(to);
  }

  #fail(sheet: SentSheet, why: Refusal, cause?: unknown): void {
    if (sheet.is === 'cancelled') return;
    if (why.refused === 'print.failed') this.#options.log.error('a sheet was not printed', cause);
    sheet.is = 'failed';
    sheet.why = why;
  }

  /** Makes a sheet, sends it when the printer can take it, and follows it until it is out. */
  async #bring(sending: Sending, sheet: SentSheet): Promise<void> {
    const { press } = this.#options;
    sheet.code = await press.make(sheet.input, sending.by, sending.base);
    const { bytes, name } = await press.file(sheet.code, sending.base);
    const since = performance.now();
    while (sheet.is === 'waiting') {
      const trouble = await this.#troubleOf(sending);
      if (sheet.is !== 'waiting') return;
      if (trouble === null) {
        const printer = this.#printer(sending);
        // Kept before it goes out: a hub that dies now must not send it again.
        sheet.is = 'sent';
        this.#changed();
        await this.#saving;
        if (stateOf(sheet) === 'cancelled') return;
        const sent = await printIpp(printer.body, bytes, jobOf(sending, sheet, printer, name));
        if (sent.ok) return this.#follow(sending, sheet, sent.job);
        sheet.is = stateOf(sheet) === 'cancelled' ? 'cancelled' : 'waiting';
        this.#troubled(sending, sent.trouble);
      }
      if (performance.now() - since > GIVEN_UP)
        throw new Refused(refuse('sheetprinter.waited', { name: sending.printer }));
      await this.#rest();
    }
  }

  /** Until the printer says that it is done, or knows of it no more (IP8). */
  async #follow(sending: Sending, sheet: SentSheet, job: number | null): Promise<void> {
    if (job === null) {
      sheet.is = 'unsure';
      return;
    }
    sheet.job = job;
    this.#changed();
    let heard: IppJobState = 'open';
    let since = performance.now();
    while (heard === 'open' || heard === 'unheard') {
      if (sheet.is === 'cancelled') return cancelIpp(this.#printer(sending).body, job, sending.by.name);
      heard = await jobIpp(this.#printer(sending).body, job);
      if (heard === 'open') since = performance.now();
      if (performance.now() - since > GIVEN_UP) break;
      if (heard !== 'open' && heard !== 'unheard') break;
      await this.#troubleOf(sending);
      await this.#rest();
    }
    await this.#settle(sending, sheet, heard);
  }

  async #settle(sending: Sending, sheet: SentSheet, heard: IppJobState): Promise<void> {
    const { hall } = this.#options;
    if (heard === 'done' || heard === 'gone') {
      sheet.is = 'done';
      const { printer, copies, by } = sending;
      await hall.execute('sheet:output', { code: sheet.code!, printer, copies }, by);
    } else if (heard === 'cancelled') sheet.is = 'cancelled';
    else if (heard === 'failed') throw new Refused(refuse('sheetprinter.dropped', { name: sending.printer }));
    else sheet.is = 'unsure';
  }

  /** Asks how the printer is and shows it. Throws what will not pass by itself. */
  async #troubleOf(sending: Sending): Promise<SheetPrinterTrouble | null> {
    const printer = this.#printer(sending);
    const { trouble } = await this.#options.printers.ask(printer);
    if (trouble === 'format') throw new Refused(refuse('sheetprinter.format'));
    if (trouble === 'strange') throw new Refused(refuse('sheetprinter.strange', { host: printer.body.host }));
    this.#troubled(sending, trouble);
    return trouble;
  }

  #troubled(sending: Sending, trouble: SheetPrinterTrouble | null): void {
    if (sending.trouble !== trouble) this.version++;
    sending.trouble = trouble;
  }

  /** Throws `record.missing` when it was removed meanwhile. */
  #printer({ to }: Sending): Kept<'sheetprinter'> {
    const { records } = this.#options.hall;
    const body = records.get('sheetprinter', to);
    if (!body) throw new Refused(refuse('record.missing'));
    return { kind: 'sheetprinter', id: to, rev: records.rev('sheetprinter', to), body };
  }

  get #closed(): boolean {
    return this.#stopped.signal.aborted;
  }

  #rest(): Promise<void> {
    return wait(this.#pause, undefined, { signal: this.#stopped.signal });
  }

  /** What a printer has goes on there; nothing further is sent, until the next run. */
  async close(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#lines.values());
    await this.#saving;
  }
}

function isOpen({ sheets }: Sending): boolean {
  return sheets.some(({ is }) => is === 'waiting' || is === 'sent');
}

/** How a sheet is by now: cancelling comes in between. */
const stateOf = (sheet: SentSheet): Step => sheet.is;

function jobOf(
  { by, copies, twoSided }: Sending,
  { input }: SentSheet,
  printer: Kept<'sheetprinter'>,
  title: string,
): IppJob {
  const fit = fitOn(printer.body.papers, input);
  const own = measurePaper(input);
  const wide = !input.tiles && !input.nup && own !== null && own.width > own.height;
  const turned = wide ? 'two-sided-short-edge' : 'two-sided-long-edge';
  return {
    ...{ title, by: by.name, copies },
    paper: fit.is === 'fits' ? fit.paper : 'A4',
    sides: twoSided && printer.body.twoSided ? turned : 'one-sided',
  };
}
