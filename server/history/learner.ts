import { dayOf } from '../../content/calendar.ts';
import { learnFrom, meansBefore } from '../../content/history/pace.ts';
import { zoneOf } from '../../content/premises/hall.ts';
import { UNDO_MS } from '../../content/queue/undoing.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import type { History } from './history.ts';

/** How often the pace is told at most (T9): every screen hears of it. */
export const LEARN_MS = 3 * 60_000;

export interface LearnerParts {
  hall: Hall;
  history: History;
  now: () => number;
  log: Log;
}

/** Learns the pace of work from the day's visits. */
export class Learner {
  readonly #parts: LearnerParts;
  readonly #timer: NodeJS.Timeout;
  readonly #stop: () => void;
  /** Whether any ticket changed since the last time. */
  #stirred = false;
  #learning: Promise<void> = Promise.resolve();

  constructor(parts: LearnerParts) {
    this.#parts = parts;
    this.#stop = parts.hall.onCommit(({ changes }) => {
      this.#stirred ||= changes.some(({ kind }) => kind === 'ticket');
    });
    this.#timer = setInterval(() => {
      if (this.#stirred) void this.learn();
    }, LEARN_MS).unref();
  }

  /** Counts today anew and tells what came of it, if it is worth telling (T9). Never rejects. */
  learn(): Promise<void> {
    this.#stirred = false;
    this.#learning = this.#learning.then(() =>
      this.#learn().catch((error: unknown) => this.#parts.log.error('the pace was not learned', error)),
    );
    return this.#learning;
  }

  async #learn(): Promise<void> {
    const { hall, history, now } = this.#parts;
    const day = dayOf(now(), zoneOf(hall.records));
    const visits = await history.visitsOf(day);
    const calls = visits
      .flatMap(({ sittings }) => sittings)
      .flatMap(({ service, called, ended }) =>
        ended === null ? [] : [{ service, ended, ms: ended - called }],
      )
      // Till then it may be taken back.
      .filter(({ ended }) => now() - ended > UNDO_MS)
      .sort((one, other) => one.ended - other.ended);
    if (calls.length === 0) return;
    const services = learnFrom(meansBefore(hall.records, day), calls);
    await hall.execute('pace:learn', { day, services }, { is: 'system', name: '用时统计' });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop();
    await this.#learning;
  }
}
