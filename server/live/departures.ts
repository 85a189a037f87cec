/** A screen may go away so often within this time, in ms (W16). */
const MOST = 10;
const WINDOW_MS = 10_000;
/** Then it waits: this long, twice as long each further time, at most a minute. */
const WAIT_MS = 10_000;
const LONGEST_MS = 60_000;
/** One that stays for so long is as good as any other again. */
const CALM_MS = 300_000;

interface Course {
  /** When the count began. */
  began: number;
  count: number;
  /** How often it had to wait lately. */
  strikes: number;
  until: number;
  last: number;
}

/** How often each screen went away lately (W16). */
export class Departures {
  readonly #now: () => number;
  readonly #of = new Map<string, Course>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** It went away. */
  left(screen: string): void {
    const now = this.#now();
    const course = this.#courseOf(screen, now);
    if (now - course.began >= WINDOW_MS) Object.assign(course, { began: now, count: 0 });
    course.count += 1;
    // One that had to wait already has shown what it is.
    if (course.count > (course.strikes > 0 ? 1 : MOST)) this.#strike(course, now);
  }

  /** It was cut off, since it asked without end (W11). */
  flooded(screen: string): void {
    const now = this.#now();
    this.#strike(this.#courseOf(screen, now), now);
  }

  /** Whether it went away so often that its next coming has to wait. */
  mustWait(screen: string): boolean {
    const left = (this.#of.get(screen)?.until ?? 0) - this.#now();
    // More is left when the hub's clock was set back.
    return left > 0 && left <= LONGEST_MS;
  }

  /** The screen is no more. */
  forget(screen: string): void {
    this.#of.delete(screen);
  }

  #courseOf(screen: string, now: number): Course {
    let course = this.#of.get(screen);
    if (!course || now < course.last || now - Math.max(course.last, course.until) > CALM_MS) {
      course = { began: now, count: 0, strikes: 0, until: 0, last: now };
      this.#of.set(screen, course);
    }
    course.last = now;
    return course;
  }

  #strike(course: Course, now: number): void {
    const wait = Math.min(LONGEST_MS, WAIT_MS * 2 ** course.strikes);
    Object.assign(course, { began: now, count: 0, strikes: course.strikes + 1, until: now + wait });
  }
}
