import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterCommit, eventsOf, isAfter, type EventPlace } from '../../../content/interfaces/events.ts';
import type { PublicEvent } from '../../../content/model/event.ts';
import type { EventType } from '../../../content/model/interface.ts';
import type { Commit } from '../../../content/model/record.ts';
import type { Hall } from '../../hall.ts';
import { readEvents } from '../../webhooks/backlog.ts';

/** Proxies close a line on which nothing moves for a minute. */
const BEAT_MS = 15_000;
/** A reader that is further behind than this is cut off; it comes back with its last id (X9). */
const BEHIND = 2 ** 20;

export interface StreamOptions {
  hall: Hall;
  /** Id of the key; the stream ends when it is revoked or loses its right. */
  key: string;
  /** Everything up to here is known to the reader. */
  place: EventPlace;
  /** Only these; all if empty. */
  types: readonly EventType[];
}

/** One reader of events: catches up from the journal, then hears each commit as it comes, once (X9). */
class EventStream {
  readonly #options: StreamOptions;
  readonly #out: ServerResponse;
  readonly #stopHearing: () => void;
  readonly #beat: ReturnType<typeof setInterval>;
  #place: EventPlace;
  #catchingUp = false;

  constructor(out: ServerResponse, options: StreamOptions) {
    this.#out = out;
    this.#options = options;
    this.#place = options.place;
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      // Else the line would stay open after the stream has ended, and keep the hub from closing.
      connection: 'close',
    });
    // Readers wait this long before they come back.
    out.write('retry: 3000\n\n');
    this.#beat = setInterval(() => out.write(': \n\n'), BEAT_MS).unref();
    this.#stopHearing = options.hall.onCommit((commit) => this.#hear(commit));
    out.on('close', () => this.#let());
    void this.#catchUp();
  }

  #let(): void {
    clearInterval(this.#beat);
    this.#stopHearing();
  }

  close(): void {
    this.#let();
    // A reader that has just gone would never close its side.
    this.#out.end(() => this.#out.destroy());
  }

  #hear(commit: Commit): void {
    if (!this.#mayHear()) return this.close();
    if (this.#catchingUp) return;
    if (commit.seq !== this.#place.seq + 1) return void this.#catchUp();
    this.#tell(eventsOf(commit, this.#options.hall.records));
    this.#place = afterCommit(commit.seq);
    if (this.#out.writableLength > BEHIND) this.#out.destroy();
  }

  #mayHear(): boolean {
    const key = this.#options.hall.records.get('key', this.#options.key);
    return key !== undefined && !key.revoked && key.rights.includes('events');
  }

  async #catchUp(): Promise<void> {
    this.#catchingUp = true;
    try {
      for (let all = false; !all && !this.#out.destroyed;) {
        const batch = await readEvents(this.#options.hall, this.#place);
        this.#tell(batch.events);
        this.#place = batch.end;
        all = this.#place.seq >= this.#options.hall.mark.seq;
        if (!all && this.#out.writableNeedDrain)
          await Promise.race([once(this.#out, 'drain'), once(this.#out, 'close')]);
      }
    } catch {
      // The journal could not be read, or the line broke: the reader comes back with its last id.
      this.#out.destroy();
    } finally {
      this.#catchingUp = false;
    }
  }

  #tell(events: readonly PublicEvent[]): void {
    const { types } = this.#options;
    for (const event of events) {
      if (!isAfter(event.id, this.#place)) continue;
      if (types.length > 0 && !types.includes(event.type)) continue;
      this.#out.write(`id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    }
  }
}

/** Every open stream. */
export class EventStreams {
  readonly #open = new Map<EventStream, string>();

  /** Lines that a key holds open. */
  count(key: string): number {
    return [...this.#open.values()].filter((one) => one === key).length;
  }

  open(out: ServerResponse, options: StreamOptions): void {
    const stream = new EventStream(out, options);
    this.#open.set(stream, options.key);
    out.on('close', () => this.#open.delete(stream));
  }

  /** These lines never end by themselves, and a server that closes waits for its lines. */
  close(): void {
    for (const stream of [...this.#open.keys()]) stream.close();
  }
}
