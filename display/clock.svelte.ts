import type { HubTime } from './hubtime.ts';

/** No timer runs longer: a sleeping device or a corrected clock is noticed within this. */
const LONGEST_MS = 60_000;

/** Hub time that components may read: it moves on when the minute does and when a scene asked for it. */
export class Clock {
  /** Hub time of the newest tick. */
  moment = $state(0);
  /** False while no believable time is known. */
  valid = $state(false);
  #time: HubTime;
  #until: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(time: HubTime) {
    this.#time = time;
    this.#read();
  }

  now(): number {
    return this.#time.now();
  }

  /** Starts ticking; returns the way to stop. */
  run(): () => void {
    this.#running = true;
    this.tick();
    return () => {
      this.#running = false;
      clearTimeout(this.#timer);
    };
  }

  /** The scene on the glass changes by time alone at `until` (hub time), or not at all. */
  wakeAt(until: number | null): void {
    if (until === this.#until) return;
    this.#until = until;
    if (this.#running) this.#sleep();
  }

  /** Reads the time anew, as after a measurement. */
  tick(): void {
    this.#read();
    if (this.#running) this.#sleep();
  }

  #read(): void {
    this.moment = this.#time.now();
    this.valid = this.#time.valid;
  }

  #sleep(): void {
    clearTimeout(this.#timer);
    const now = this.#time.now();
    const minute = LONGEST_MS - (((now % LONGEST_MS) + LONGEST_MS) % LONGEST_MS);
    const asked = this.#until === null || this.#until <= this.moment ? Infinity : this.#until - now;
    // One millisecond more, because a timer may fire a little early and would find nothing changed.
    this.#timer = setTimeout(() => this.tick(), Math.max(0, Math.min(minute, asked)) + 1);
  }
}
