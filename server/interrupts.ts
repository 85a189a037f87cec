import type { Actor } from '../content/model/record.ts';
import type { ScreenReport } from '../content/protocol.ts';
import type { Hall } from './hall.ts';
import type { Log } from './log.ts';

/** A timer sleeps at most so long: the clock may be set. */
const LOOK_MS = 30_000;
/** After a commit that failed, for the disk may be full for longer. */
const AGAIN_MS = 1_000;

const BY: Actor = { is: 'system', name: '到时结束' };

export interface InterruptsParts {
  hall: Hall;
  now: () => number;
  log: Log;
}

/**
 * Notes as over the urgent notices whose time is over (interrupts.md Z6), and what was stopped at a screen (Z9).
 * Screens need neither: they drop both by themselves.
 */
export class Interrupts {
  readonly #parts: InterruptsParts;
  readonly #stop: () => void;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: InterruptsParts) {
    this.#parts = parts;
    this.#stop = parts.hall.onCommit(({ changes }) => {
      if (changes.some(({ kind }) => kind === 'interrupt')) this.#plan(0);
    });
    this.#plan(0);
  }

  /** A screen says what was stopped at its glass; what is noted already changes nothing. */
  hear(screen: string, { stopped = [] }: ScreenReport): void {
    const { hall } = this.#parts;
    const name = hall.records.get('screen', screen)?.name;
    if (name === undefined) return;
    for (const { id, at } of stopped) {
      const before = hall.records.get('interrupt', id);
      if (!before || before.stopped?.some((one) => one.screen === screen)) continue;
      void hall.execute('interrupt:stop', { id, at }, { is: 'screen', id: screen, name });
    }
  }

  #ends(): { id: string; until: number }[] {
    return [...this.#parts.hall.records.all('interrupt')].flatMap(({ id, body }) =>
      body.state !== 'over' && body.until !== undefined ? [{ id, until: body.until }] : [],
    );
  }

  #plan(least: number): void {
    clearTimeout(this.#timer);
    const ends = this.#ends();
    if (this.#closed || ends.length === 0) return;
    const first = Math.min(...ends.map(({ until }) => until)) - this.#parts.now();
    const wait = Math.max(least, Math.min(LOOK_MS, first));
    this.#timer = setTimeout(() => {
      this.#working = this.#endDue();
    }, wait).unref();
  }

  async #endDue(): Promise<void> {
    const { hall, now, log } = this.#parts;
    try {
      const at = now();
      for (const { id, until } of this.#ends()) {
        if (until <= at && !this.#closed) await hall.execute('interrupt:due', { id }, BY);
      }
    } catch (error) {
      log.error('interrupts were not ended', error);
    }
    this.#plan(AGAIN_MS);
  }

  /** Lets the commit at work end. May be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stop();
    await this.#working;
  }
}
