import type { ServerResponse } from 'node:http';
import { today } from '../content/premises/hall.ts';
import { ticketPages, type TicketPage, type WaitOf } from '../content/views/ticketpage.ts';
import type { Hall } from './hall.ts';

/** Commits of one burst, a call and what follows from it, are answered together (M11). */
const TOGETHER_MS = 50;
/** A phone notices a dead line by the missing beat (M10). */
export const BEAT_MS = 15_000;
/** M12: the hall's own Wi-Fi may hide all its phones behind one address. */
const PER_ADDRESS = 200;
const IN_ALL = 2000;
/** A phone that reads nothing has lost the line; what it holds back is small, so this is many changes. */
const WAITING_BYTES = 32 * 1024;

interface Line {
  ticket: string;
  address: string;
  response: ServerResponse;
  /** The words that it was sent last. */
  last: string;
}

export interface FollowingOptions {
  hall: Hall;
  now: () => number;
  /** Made anew for each look, so that waits are estimated once for all pages. */
  waits: () => WaitOf;
  /** A page in the words that its reader sees, as one line. */
  word: (page: TicketPage) => string;
}

/**
 * The open pages of tickets (phone.md M10–M12). One computation for all of them after each burst of commits and
 * at each beat, because waits change by time alone; a page hears only what is new to it.
 */
export class Following {
  readonly #options: FollowingOptions;
  readonly #lines = new Set<Line>();
  readonly #addresses = new Map<string, number>();
  readonly #stopFeed: () => void;
  readonly #beat: NodeJS.Timeout;
  #soon: NodeJS.Timeout | null = null;

  constructor(options: FollowingOptions) {
    this.#options = options;
    this.#stopFeed = options.hall.onCommit(() => this.#touch());
    this.#beat = setInterval(() => this.beat(), BEAT_MS).unref();
  }

  /** Open pages. */
  get size(): number {
    return this.#lines.size;
  }

  /** Whether there is a line left for this address. */
  hasRoom(address: string): boolean {
    return this.#lines.size < IN_ALL && (this.#addresses.get(address) ?? 0) < PER_ADDRESS;
  }

  /** Follows a ticket: writes the head, its state now and every change, until the phone goes. */
  follow(ticket: string, address: string, response: ServerResponse): void {
    const line: Line = { ticket, address, response, last: '' };
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that collects what it passes on would hold a call back.
      'x-accel-buffering': 'no',
    });
    this.#lines.add(line);
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1);
    response.on('close', () => this.#drop(line));
    response.on('error', () => this.#drop(line));
    response.write('retry: 3000\n\n');
    this.#tell([line]);
  }

  #drop(line: Line): void {
    if (!this.#lines.delete(line)) return;
    const left = (this.#addresses.get(line.address) ?? 1) - 1;
    if (left > 0) this.#addresses.set(line.address, left);
    else this.#addresses.delete(line.address);
  }

  #touch(): void {
    if (this.#lines.size === 0 || this.#soon) return;
    this.#soon = setTimeout(() => {
      this.#soon = null;
      this.#tell(this.#lines);
    }, TOGETHER_MS);
  }

  /** Sends what has changed to those whom it concerns. */
  #tell(lines: Iterable<Line>): void {
    const { hall, now, waits, word } = this.#options;
    const at = now();
    const day = today(hall.records, at);
    const pageOf = ticketPages(hall.records, at, waits());
    for (const line of [...lines]) {
      const body = hall.records.get('ticket', line.ticket);
      if (!body || body.day !== day) {
        line.response.end('event: gone\ndata:\n\n');
        continue;
      }
      const words = word(pageOf({ kind: 'ticket', id: line.ticket, rev: 0, body }));
      if (words === line.last) continue;
      line.last = words;
      this.#write(line, `data: ${words}\n\n`);
    }
  }

  #write({ response }: Line, text: string): void {
    if (response.writableLength > WAITING_BYTES) response.destroy();
    else response.write(text);
  }

  /** Every BEAT_MS: the phone hears that the line is alive, and what time alone has changed. */
  beat(): void {
    for (const line of [...this.#lines]) this.#write(line, 'event: beat\ndata:\n\n');
    if (this.#lines.size > 0) this.#tell(this.#lines);
  }

  /** Ends every line; the phones come back by themselves. */
  close(): void {
    this.#stopFeed();
    clearInterval(this.#beat);
    if (this.#soon) clearTimeout(this.#soon);
    for (const { response } of [...this.#lines]) response.end();
  }
}
