import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { isPrivate } from '../../content/slips/address.ts';
import type { PrinterTrouble } from '../../content/model/printer.ts';
import { isPaperOut, isPaperStatus, isStatus, readPaperLow, readTrouble } from './status.ts';

/** Milliseconds. */
export interface Patience {
  connect: number;
  /** A printer answers a status request at once, whatever else it does. */
  answer: number;
  /** A slip of 15 cm takes two seconds; a queue of other computers may stand before it. */
  print: number;
}
export const PATIENCE: Patience = { connect: 3_000, answer: 1_000, print: 12_000 };

/** What was heard of a printer, and what became of the slip. `mute`: it prints but does not answer. */
export interface Heard {
  trouble: PrinterTrouble | null;
  paperLow: boolean;
  mute: boolean;
  /** `no` where nothing was sent; what was sent is never sent again (K7). */
  printed: 'yes' | 'unsure' | 'no';
}

/** Milliseconds that a printer has to close its end. */
const FAREWELL_MS = 300;

const NOTHING = { paperLow: false, mute: false, printed: 'no' } as const;
const DLE_EOT = [0x10, 0x04] as const;
/** An answer is one byte; a printer that reports by itself may send four more in between. */
const MOST = 5;
const GS_R_PAPER = Uint8Array.of(0x1d, 0x72, 1);

/**
 * One conversation with a printer on a connection of its own: asks how it is and, if it is well, sends it the
 * slip. Never rejects. An address that is not private is not called, whatever a record says (K2).
 */
export async function talk(
  { host, port }: { host: string; port: number },
  slip: Uint8Array | null,
  patience: Patience = PATIENCE,
): Promise<Heard> {
  if (!isPrivate(host)) return { trouble: 'offline', ...NOTHING };
  const socket = connect({ host, port, noDelay: true });
  const heard: Heard = { trouble: 'offline', ...NOTHING };
  try {
    await within(once(socket, 'connect'), patience.connect);
    const line = new Line(socket, patience);
    Object.assign(heard, await line.askState());
    if (slip && heard.trouble === null) {
      heard.printed = 'unsure';
      Object.assign(heard, await line.print(slip, heard.mute));
    }
  } catch {
    heard.trouble = 'offline';
  }
  await hangUp(socket);
  return heard;
}

/** Many printers take one connection at a time: the next conversation begins when this one is over at their end. */
async function hangUp(socket: Socket): Promise<void> {
  if (!socket.destroyed) {
    socket.end();
    await within(once(socket, 'close'), FAREWELL_MS).catch(() => undefined);
  }
  socket.destroy();
}

/** Waits for a fact at most so long. */
async function within<T>(fact: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  try {
    return await Promise.race([fact, late]);
  } finally {
    clearTimeout(timer);
    fact.catch(() => undefined);
  }
}

class Line {
  readonly #socket: Socket;
  readonly #patience: Patience;
  #bytes: number[] = [];
  #wake: () => void = () => {};
  #ended = false;

  constructor(socket: Socket, patience: Patience) {
    this.#socket = socket;
    this.#patience = patience;
    socket.on('data', (chunk: Buffer) => {
      // A device that talks on and on is no printer; nothing of it is kept.
      if (this.#bytes.length < 256) this.#bytes.push(...chunk.subarray(0, 256));
      this.#wake();
    });
    for (const event of ['close', 'end', 'error'] as const)
      socket.on(event, () => {
        this.#ended = true;
        this.#wake();
      });
  }

  async askState(): Promise<Pick<Heard, 'trouble' | 'paperLow' | 'mute'>> {
    const answers: number[] = [];
    let garbage = false;
    for (const n of [1, 2, 3, 4]) {
      this.#bytes = [];
      this.#socket.write(Uint8Array.of(...DLE_EOT, n));
      const byte = await this.#read(isStatus, this.#patience.answer);
      garbage ||= byte === undefined ? this.#bytes.length > 0 : this.#bytes.length > MOST;
      if (byte !== undefined) answers.push(byte);
      else break;
    }
    if (this.#ended) throw new Error('hung up');
    const [printer, offline, error, paper] = answers;
    if (garbage) return { trouble: 'strange', paperLow: false, mute: false };
    // Many cheap ones answer nothing, or not every question: they print all the same.
    if (printer === undefined) return { trouble: null, paperLow: false, mute: true };
    const all = [printer, offline ?? 0x12, error ?? 0x12, paper ?? 0x12] as const;
    return { trouble: readTrouble(all), paperLow: readPaperLow(all), mute: false };
  }

  async print(slip: Uint8Array, mute: boolean): Promise<Partial<Heard>> {
    this.#bytes = [];
    await within(this.#write(slip), this.#patience.print);
    if (mute) return { printed: 'unsure' };
    // It stands behind the slip in the printer's buffer, so its answer says that the slip is done.
    this.#socket.write(GS_R_PAPER);
    const paper = await this.#read(isPaperStatus, this.#patience.print);
    if (paper !== undefined && isPaperOut(paper)) return { trouble: 'paper' };
    if (paper === undefined && this.#ended) return { trouble: 'offline' };
    const now = await this.askState().catch(() => ({ trouble: null, paperLow: false }));
    if (now.trouble) return now;
    return { ...now, mute: false, printed: paper === undefined ? 'unsure' : 'yes' };
  }

  #write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#ended) reject(new Error('hung up'));
      this.#socket.once('error', reject);
      this.#socket.write(bytes, () => resolve());
    });
  }

  /** The first byte of this kind; undefined if none comes in time. */
  async #read(fits: (byte: number) => boolean, ms: number): Promise<number | undefined> {
    const end = performance.now() + ms;
    for (;;) {
      const found = this.#bytes.find(fits);
      const left = end - performance.now();
      if (found !== undefined || this.#ended || left <= 0) return found;
      await within(new Promise<void>((wake) => (this.#wake = wake)), left).catch(() => undefined);
    }
  }
}
