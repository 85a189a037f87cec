import type { Hall } from './hall.ts';
import type { Log } from './log.ts';

/** Keeps what screens take from the hall's standard (premises.md R26): at the start, since standards are updated with the hub, and after every change. */
export class Looks {
  readonly #hall: Hall;
  readonly #log: Log;
  readonly #stop: () => void;
  #keeping: Promise<void> = Promise.resolve();

  constructor(hall: Hall, log: Log) {
    this.#hall = hall;
    this.#log = log;
    this.#stop = hall.onCommit(({ changes }) => {
      if (changes.some(({ kind }) => kind === 'hall' || kind === 'hallstandard')) void this.keep();
    });
    void this.keep();
  }

  /** Never rejects. */
  keep(): Promise<void> {
    this.#keeping = this.#keeping.then(async () => {
      if (this.#hall.records.count('hall') === 0) return;
      const kept = await this.#hall.execute('look:keep', {}, { is: 'system', name: '屏幕外观' });
      if (!kept.ok) this.#log.error(`the look of the screens was not kept: ${kept.refused}`);
    });
    return this.#keeping;
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#keeping;
  }
}
