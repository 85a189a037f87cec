import type { Actor } from '../content/model/record.ts';
import { silenceToNote, type Heard } from '../content/interrupts/silence.ts';
import type { Hall } from './hall.ts';
import type { Log } from './log.ts';

/** A minute of silence is noticed within so long. */
const LOOK_MS = 10_000;
const BY: Actor = { is: 'system', name: '屏幕巡查' };

export interface SilenceParts {
  hall: Hall;
  now: () => number;
  log: Log;
  /** What the hub has heard of a screen since it started. */
  heardOf: (screen: string) => Heard | undefined;
}

/** Notes which screens fell silent in opening hours, and which are back (interrupts.md Z17). */
export class SilenceWatch {
  readonly #parts: SilenceParts;
  readonly #timer: NodeJS.Timeout;
  #working: Promise<void> = Promise.resolve();

  constructor(parts: SilenceParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** Looks now; one look after the other. */
  look(): Promise<void> {
    this.#working = this.#working.then(() => this.#note());
    return this.#working;
  }

  async #note(): Promise<void> {
    const { hall, now, log, heardOf } = this.#parts;
    try {
      for (const one of silenceToNote(hall.records, now(), heardOf))
        await hall.execute('screen:silence', one, BY);
    } catch (error) {
      log.error('silent screens were not noted', error);
    }
  }

  /** Lets the note at work end. May be called twice. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }
}
