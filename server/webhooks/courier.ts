import { afterCommit, placeOf } from '../../content/interfaces/events.ts';
import type { PublicEvent } from '../../content/model/event.ts';
import type { DeadLetter, Webhook } from '../../content/model/interface.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import { readEvents } from './backlog.ts';
import type { Notes, Progress } from './notes.ts';
import { delayAfter, GIVE_UP_MS } from './pace.ts';
import { NotTaken, send } from './sender.ts';

export interface CourierOptions {
  hall: Hall;
  notes: Notes;
  now: () => number;
  /** A number in [0, 1). */
  chance: () => number;
  loopback: boolean;
  log: Log;
}

/** At most this many letters in one command. */
const LETTERS = 500;
/** Waiting events are counted up to here. */
const COUNTED = 1000;

/** Tells one webhook of events, in order, one at a time (X12–X14). The hall never waits for it. */
export class Courier {
  readonly #id: string;
  readonly #options: CourierOptions;
  readonly #stop = new AbortController();
  #webhook: Webhook;
  #progress: Progress;
  #retryAt: number | null = null;
  #wake: () => void = () => {};
  /** Something has come while nobody slept. */
  #woken = false;
  #done: Promise<void>;

  constructor(id: string, webhook: Webhook, options: CourierOptions) {
    this.#id = id;
    this.#webhook = webhook;
    this.#options = options;
    const { place, delivered, failing } = options.notes.progress(id) ?? fresh(webhook);
    // A restored backup may know less than the notes.
    const seq = Math.min(place.seq, options.hall.mark.seq);
    this.#progress = { place: seq === place.seq ? place : afterCommit(seq), delivered, failing };
    this.#done = this.#run();
  }

  /** The webhook was changed: a new address is tried at once. */
  update(webhook: Webhook): void {
    this.#webhook = webhook;
    this.rouse();
  }

  /** Tries at once, whatever the pace says. */
  rouse(): void {
    this.#retryAt = null;
    this.hear();
  }

  /** There may be news; a failing receiver is left alone until its time. */
  hear(): void {
    if (this.#retryAt !== null) return;
    this.#woken = true;
    this.#wake();
  }

  async state() {
    const { delivered, failing } = this.#progress;
    const { waiting, more } = await this.#count();
    return { delivered, failing, waiting, more, retryAt: this.#retryAt };
  }

  /** Lets go; what is on its way is cut off and sent again later. Resolves when nothing runs any more. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#retryAt = null;
    this.hear();
    await this.#done;
    await this.#options.notes.note(this.#id, this.#progress);
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        if (this.#webhook.on && (await this.#deliver())) continue;
      } catch (error) {
        this.#options.log.error(`webhook ${this.#id} stumbled`, error);
        this.#woken = false;
        this.#retryAt = this.#options.now() + delayAfter(4, this.#options.chance());
      }
      await this.#sleep();
    }
  }

  /** Sleeps until there is news, or until the next try. */
  async #sleep(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((wake) => {
      this.#wake = wake;
      if (this.#woken || this.#stop.signal.aborted) return wake();
      if (this.#retryAt !== null)
        timer = setTimeout(() => this.rouse(), Math.max(0, this.#retryAt - this.#options.now()));
    });
    clearTimeout(timer);
    this.#woken = false;
  }

  /** Sends one batch. False when there is nothing to do before news or the next try. */
  async #deliver(): Promise<boolean> {
    const { hall } = this.#options;
    this.#woken = false;
    const { events, end, all } = await readEvents(hall, this.#progress.place);
    for (const event of events.filter((one) => this.#wants(one))) {
      if (this.#stop.signal.aborted || !this.#webhook.on) return false;
      if (!(await this.#hand(event))) return false;
    }
    this.#progress = { ...this.#progress, place: end };
    return !all;
  }

  #wants({ type }: PublicEvent): boolean {
    const { events } = this.#webhook;
    return events.length === 0 || events.includes(type);
  }

  async #hand(event: PublicEvent): Promise<boolean> {
    const { notes, now, loopback } = this.#options;
    try {
      await send(this.#webhook, event, { loopback, now: now(), signal: this.#stop.signal });
    } catch (error) {
      if (!this.#stop.signal.aborted) await this.#fail(reasonOf(error));
      return false;
    }
    this.#retryAt = null;
    this.#progress = { place: placeOf(event.id), delivered: now(), failing: null };
    await notes.note(this.#id, this.#progress);
    return true;
  }

  async #fail(reason: string): Promise<void> {
    const { now, chance, notes } = this.#options;
    const before = this.#progress.failing;
    const failing = { since: before?.since ?? now(), tries: (before?.tries ?? 0) + 1, reason };
    this.#progress = { ...this.#progress, failing };
    await this.#giveUp(failing.since, reason);
    await notes.note(this.#id, this.#progress);
    // News that came meanwhile must not cut the wait short.
    this.#woken = false;
    this.#retryAt = now() + delayAfter(failing.tries, chance());
  }

  /** X14: everything that has failed for a day goes to the dead letters. */
  async #giveUp(since: number, reason: string): Promise<void> {
    const { hall, now } = this.#options;
    const limit = now() - GIVE_UP_MS;
    if (since > limit) return;
    const { events } = await readEvents(hall, this.#progress.place);
    const letters: DeadLetter[] = [];
    for (const { id: event, type, at } of events.filter((one) => this.#wants(one))) {
      if (Date.parse(at) > limit || letters.length === LETTERS) break;
      letters.push({ webhook: this.#id, event, type, at: Date.parse(at), failing: since, reason });
    }
    const last = letters.at(-1);
    if (!last) return;
    const kept = await hall.execute('letter:keep', { letters }, { is: 'system', name: '事件推送' });
    if (kept.ok) this.#progress = { ...this.#progress, place: placeOf(last.event) };
  }

  async #count(): Promise<{ waiting: number; more: boolean }> {
    let { place } = this.#progress;
    for (let waiting = 0, rounds = 0; ; rounds++) {
      const { events, end, all } = await readEvents(this.#options.hall, place);
      waiting += events.filter((one) => this.#wants(one)).length;
      if (all || waiting >= COUNTED || rounds >= 20) return { waiting, more: !all };
      place = end;
    }
  }
}

function fresh({ after }: Webhook): Progress {
  return { place: afterCommit(after), delivered: null, failing: null };
}

/** Short words for the panel's column; what the target rules refuse is told by its code. */
export function reasonOf(error: unknown): string {
  if (error instanceof NotTaken) return error.reason;
  return error instanceof Refused ? error.code : 'unknown';
}
