import type { Records } from '../../content/records.ts';
import { leaseEnd } from '../../content/schedule/care.ts';
import { playing, showing } from '../../content/schedule/showing.ts';
import type { Showing } from '../../content/schedule/showing.ts';
import type { Source } from './source.ts';

/** No timer runs longer: a device that slept finds out within this. */
const LONGEST_MS = 60_000;

/** The answer of the schedule as time goes on and records change. */
export class Program {
  answer = $state.raw<Showing>({ is: 'safe', empty: [], until: 0 });
  /** The records may be too old to be true (L21). */
  over = $state(false);
  #now: () => number;
  #asked: (() => void) | undefined;
  #inputs: readonly unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes the newest records and whether the line is lost. */
  follow(records: Records, screen: string, source: Source, lostAt: number | null): void {
    const inputs = inputsOf(records, screen, source);
    this.#asked = () => {
      const now = this.#now();
      const { until } = this.answer;
      // Records change with every call; the schedule is worked out anew only if one of its own has.
      if (until <= now || !alike(inputs, this.#inputs)) {
        this.#inputs = inputs;
        this.answer =
          source.is === 'schedule' ? showing(records, screen, now) : playing(records, source.playlist, now);
      }
      const end = lostAt === null ? Infinity : leaseEnd(records, screen, lostAt);
      this.over = end <= now;
      this.#sleep(Math.min(this.answer.until, this.over ? Infinity : end) - now);
    };
    this.#asked();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #sleep(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#asked?.(), Math.max(0, Math.min(ms, LONGEST_MS)) + 1);
  }
}

function inputsOf(records: Records, screen: string, source: Source): unknown[] {
  const inputs: unknown[] = [source.is === 'playlist' ? source.playlist : screen];
  for (const kind of ['playlist', 'schedule'] as const)
    for (const { body } of records.all(kind)) inputs.push(body);
  inputs.push(
    records.get('screen', screen),
    records.get('hall', 'hall'),
    records.get('calendar', 'calendar'),
  );
  return inputs;
}

const alike = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);
