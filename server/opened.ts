import type { Log } from './log.ts';

/** Undoes what has been opened so far, last first; what fails to close does not keep the rest open. */
export class Opened {
  readonly #log: Log;
  readonly #steps: (() => Promise<unknown>)[] = [];
  #closed: Promise<void> | null = null;

  constructor(log: Log) {
    this.#log = log;
  }

  add(close: () => Promise<unknown>): void {
    this.#steps.unshift(close);
  }

  close(): Promise<void> {
    this.#closed ??= (async () => {
      for (const step of this.#steps)
        await step().catch((error: unknown) => this.#log.error('a part did not close', error));
    })();
    return this.#closed;
  }
}
