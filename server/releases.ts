import { releasePlan } from '../content/publishing/releasing.ts';
import type { Hall } from './hall.ts';
import type { Log } from './log.ts';

/** A timer sleeps at most so long: the clock may be set, and a level may fall by the calendar alone. */
const LOOK_MS = 30_000;
/** After a release that failed, for the disk may be full for longer. */
const AGAIN_MS = 1_000;

export interface ReleasesParts {
  hall: Hall;
  now: () => number;
  log: Log;
}

/** Releases drafts at their time (publishing.md D12), overdue ones as soon as the hub runs. */
export class Releases {
  readonly #parts: ReleasesParts;
  readonly #stop: () => void;
  #timer: NodeJS.Timeout | undefined;
  #releasing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: ReleasesParts) {
    this.#parts = parts;
    this.#stop = parts.hall.onCommit(({ changes }) => {
      if (changes.some(({ kind }) => kind === 'draft' || kind === 'hall')) this.#plan(0);
    });
    this.#plan(0);
  }

  #plan(least: number): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    const { hall, now } = this.#parts;
    const at = now();
    const { due, next } = releasePlan(hall.records, at);
    if (due.length === 0 && ![...hall.records.all('draft')].some(({ body }) => body.releaseAt !== undefined))
      return;
    const wait = due.length > 0 ? 0 : Math.min(LOOK_MS, (next ?? at + LOOK_MS) - at);
    this.#timer = setTimeout(() => void this.#release(), Math.max(least, wait)).unref();
  }

  #release(): Promise<void> {
    this.#releasing = this.#releasing
      .then(() => this.#releaseDue())
      .catch((error: unknown) => this.#parts.log.error('drafts were not released', error))
      .finally(() => this.#plan(AGAIN_MS));
    return this.#releasing;
  }

  /** One after the other: two of one title, or of the last two complaint phones, get in each other's way. */
  async #releaseDue(): Promise<void> {
    const { hall, now } = this.#parts;
    for (const id of releasePlan(hall.records, now()).due) {
      if (this.#closed) return;
      await hall.execute('draft:due', { id }, { is: 'system', name: '定时发布' });
    }
  }

  /** Lets the release at work end. May be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stop();
    await this.#releasing;
  }
}
