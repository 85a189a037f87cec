import type { Hall } from './hall.ts';
import type { Log } from './log.ts';

/** Appointments that nobody came for are written down within this (B13). */
export const SWEEP_MS = 60_000;

/** The public rates are counted anew within this (E21). */
export const COUNT_MS = 600_000;

/** Gives up and takes away appointments as time goes by (appointments.md B13, B14), and counts the public rates, whether or not anybody is here. */
export class Sweeper {
  readonly #hall: Hall;
  readonly #log: Log;
  readonly #timer: NodeJS.Timeout;
  readonly #counting: NodeJS.Timeout;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(hall: Hall, log: Log) {
    this.#hall = hall;
    this.#log = log;
    this.#timer = setInterval(() => void this.sweep(), SWEEP_MS).unref();
    this.#counting = setInterval(() => void this.count(), COUNT_MS).unref();
  }

  /** Never rejects. */
  sweep(): Promise<void> {
    this.#sweeping = this.#sweeping.then(async () => {
      if (this.#hall.records.count('appointment') > 0) {
        const swept = await this.#hall.execute('appointment:sweep', {}, { is: 'system', name: '预约整理' });
        if (!swept.ok) this.#log.error(`appointments were not swept: ${swept.refused}`);
      }
      if (this.#hall.records.count('assessment') === 0) return;
      const swept = await this.#hall.execute('assessment:sweep', {}, { is: 'system', name: '评估整理' });
      if (!swept.ok) this.#log.error(`assessments were not swept: ${swept.refused}`);
    });
    return this.#sweeping;
  }

  /** Counts what visitors read of the ratings. Never rejects. */
  count(): Promise<void> {
    this.#sweeping = this.#sweeping.then(async () => {
      if (this.#hall.records.count('rating') + this.#hall.records.count('rates') === 0) return;
      const counted = await this.#hall.execute('rates:count', {}, { is: 'system', name: '满意率统计' });
      if (!counted.ok) this.#log.error(`the public rates were not counted: ${counted.refused}`);
    });
    return this.#sweeping;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    clearInterval(this.#counting);
    await this.#sweeping;
  }
}
