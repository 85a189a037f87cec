import type { Actor, Kept } from '../../content/model/record.ts';
import { refuse } from '../../content/rule.ts';
import type { RefusalCode } from '../../content/refusals.ts';
import type { SlipPrinted } from '../../content/protocol.ts';
import type { Line } from '../../content/slips/lines.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import { encodeSlip } from './encode.ts';
import { loadLetters, modulesOf } from '../led/letters.ts';
import { PATIENCE, talk, type Heard, type Patience } from './talk.ts';

/** Slips that may wait for one printer: whoever comes next is told, instead of waiting for a minute. */
const LIMIT = 8;
/** How often every printer is asked how it is. */
const WATCH_MS = 60_000;
const BY: Actor = { is: 'system', name: '打印' };

export interface PrintersOptions {
  hall: Hall;
  log: Log;
  patience?: Patience;
}

/** The slip printers of a hall: one job at a time for each, none printed twice, their troubles written down. */
export class Printers {
  readonly #hall: Hall;
  readonly #log: Log;
  readonly #patience: Patience;
  readonly #queues = new Map<string, { last: Promise<unknown>; waiting: number }>();
  readonly #timer: NodeJS.Timeout;
  readonly #stopHearing: () => void;
  #closed = false;

  constructor({ hall, log, patience = PATIENCE }: PrintersOptions) {
    this.#hall = hall;
    this.#log = log;
    this.#patience = patience;
    // A printer that has just been set is asked at once: nobody should have to guess whether the address is right.
    this.#stopHearing = hall.onCommit(({ command }) => {
      if (command === 'printer:save') void this.checkAll();
    });
    this.#timer = setInterval(() => void this.checkAll(), WATCH_MS).unref();
  }

  /** Prints a slip. Throws Refused `printer.*`, `hub.closing`; then nothing came out, or not all of it. */
  async print(printer: Kept<'printer'>, lines: readonly Line[]): Promise<SlipPrinted> {
    const slip = encodeSlip(lines, { printer: printer.body, letters: await loadLetters(), code: modulesOf });
    const heard = await this.#inTurn(printer, slip);
    if (heard.trouble) throw new Refused(refuse(refusals[heard.trouble], { name: printer.body.name }));
    return { unsure: heard.printed !== 'yes' };
  }

  /** Asks every printer how it is. */
  async checkAll(): Promise<void> {
    const printers = [...this.#hall.records.all('printer')];
    await Promise.all(
      printers.map(async (printer) => {
        // A printer with a line before it is heard of anyway.
        await this.#inTurn(printer, null).catch(() => undefined);
      }),
    );
  }

  async #inTurn(printer: Kept<'printer'>, slip: Uint8Array | null): Promise<Heard> {
    if (this.#closed) throw new Refused(refuse('hub.closing'));
    // By its address: two records of one device must not talk at once.
    const key = `${printer.body.host} ${printer.body.port}`;
    const queue = this.#queues.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= LIMIT)
      throw new Refused(refuse('printer.busy', { name: printer.body.name, count: queue.waiting }));
    queue.waiting++;
    const job = queue.last
      .then(() => this.#talkTo(printer, slip))
      .finally(() => {
        if (--queue.waiting === 0) this.#queues.delete(key);
      });
    queue.last = job.catch(() => undefined);
    this.#queues.set(key, queue);
    return job;
  }

  async #talkTo(printer: Kept<'printer'>, slip: Uint8Array | null): Promise<Heard> {
    if (this.#closed) throw new Refused(refuse('hub.closing'));
    const heard = await talk(printer.body, slip, this.#patience);
    const { trouble, paperLow } = heard;
    // The record may be gone or be another device meanwhile; then this says nothing of it.
    const now = this.#hall.records.get('printer', printer.id);
    if (now?.host !== printer.body.host || now.port !== printer.body.port) return heard;
    if (trouble !== (now.trouble?.is ?? null) || paperLow !== (now.paperLow ?? false)) {
      this.#log.info(`printer ${printer.body.name}: ${trouble ?? 'well'}${paperLow ? ', paper low' : ''}`);
      await this.#hall.execute('printer:report', { id: printer.id, trouble, paperLow }, BY);
    }
    return heard;
  }

  /** Lets the jobs at work end, starts no other. May be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#stopHearing();
    await Promise.all([...this.#queues.values()].map(({ last }) => last));
  }
}

const refusals = {
  offline: 'printer.offline',
  paper: 'printer.paper',
  cover: 'printer.cover',
  fault: 'printer.fault',
  strange: 'printer.strange',
} as const satisfies Record<string, RefusalCode>;
