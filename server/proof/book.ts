import type { Show, ShownPicture } from '../../content/model/showing.ts';
import { joined, keyOf, stretchesOf } from '../../content/proof/stretches.ts';
import type { Span, Stretch } from '../../content/proof/stretches.ts';

/** A line of a day's log. */
export type Line =
  /** What a screen handed in at `at`: runs of shows by their numbers, without a hole from `from` on. */
  | {
      is: 'runs';
      at: number;
      screen: string;
      from: number;
      /** Shows that the log of this day did not know of this screen yet. */
      shows?: Record<string, Show>;
      runs: [show: number, ms: number][];
    }
  /** The hub ran from `from` to `at`. */
  | { is: 'hub'; at: number; from: number }
  | ({ is: 'picture' } & ShownPicture);

/** What was handed in later than this after it was seen is told as reported later (PS2): pages hand in every five minutes. */
export const LATE_MS = 60_000;

interface Told {
  /** Shows by their number, and their numbers by what they say. */
  shows: Show[];
  numbers: Map<string, number>;
  /** What is known, joined and in order. */
  covered: Span[];
  stretches: Stretch[];
}

/** A day's log as it is read: what each screen showed, when the hub ran, pictures. */
export class Book {
  readonly #screens = new Map<string, Told>();
  readonly pictures: ShownPicture[] = [];
  awake: Span[] = [];

  constructor(lines: Iterable<unknown> = []) {
    for (const line of lines) if (line !== null) this.take(line as Line);
  }

  get screens(): string[] {
    return [...this.#screens.keys()];
  }

  /** What a screen showed, in the order in which it was handed in. */
  stretchesOf(screen: string): readonly Stretch[] {
    return this.#screens.get(screen)?.stretches ?? [];
  }

  /** What is known of a screen, joined and in order. */
  coveredOf(screen: string): readonly Span[] {
    return this.#screens.get(screen)?.covered ?? [];
  }

  take(line: Line): void {
    switch (line.is) {
      case 'hub':
        this.awake = joined([...this.awake, { from: line.from, until: line.at }]);
        return;
      case 'picture': {
        const { digest, screen, name, notice, at } = line;
        this.pictures.push({ digest, screen, name, notice, at });
        return;
      }
      case 'runs':
        return this.#takeRuns(line);
    }
  }

  #takeRuns({ at, screen, from, shows, runs }: Extract<Line, { is: 'runs' }>): void {
    const told = this.#of(screen);
    for (const [number, show] of Object.entries(shows ?? {})) {
      told.shows[Number(number)] = show;
      told.numbers.set(keyOf(show), Number(number));
    }
    const piece = { from, shows: told.shows, runs };
    const whole = { from: 0, until: Infinity };
    const stretches = stretchesOf(piece, whole, false);
    const until = stretches.at(-1)?.until ?? from;
    const late = at - until > LATE_MS;
    for (const one of stretches) told.stretches.push({ ...one, late });
    told.covered = joined([...told.covered, { from, until }]);
  }

  /** The line that says what a screen showed without a hole; its shows get the numbers that the log knows. */
  lineOf(screen: string, stretches: readonly Stretch[], at: number): Line {
    const told = this.#of(screen);
    const shows: Record<string, Show> = {};
    const numbers = new Map<string, number>();
    const runs = stretches.map(({ show, from, until }): [number, number] => {
      const key = keyOf(show);
      let number = told.numbers.get(key) ?? numbers.get(key);
      if (number === undefined) {
        number = told.shows.length + numbers.size;
        numbers.set(key, number);
        shows[number] = show;
      }
      return [number, until - from];
    });
    const fresh = numbers.size ? { shows } : {};
    return { is: 'runs', at, screen, from: stretches[0]!.from, ...fresh, runs };
  }

  #of(screen: string): Told {
    let told = this.#screens.get(screen);
    if (!told) {
      told = { shows: [], numbers: new Map(), covered: [], stretches: [] };
      this.#screens.set(screen, told);
    }
    return told;
  }
}
