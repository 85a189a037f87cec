import type { ScreenPresence, ScreenReport } from '../content/protocol.ts';

/** What each screen itself last said (W12). Nothing is guessed: not heard of means null. */
export class Presence {
  readonly #now: () => number;
  readonly #tell: (screens: ScreenPresence[]) => void;
  readonly #known = new Map<string, ScreenPresence & { sockets: Set<string> }>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  /** `tell` hears of changes at most once a second, however many screens report. */
  constructor(now: () => number, tell: (screens: ScreenPresence[]) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  connect(screen: string, socket: string): void {
    const known = this.#of(screen);
    known.sockets.add(socket);
    this.#heard(screen);
  }

  disconnect(screen: string, socket: string): void {
    const known = this.#known.get(screen);
    if (known?.sockets.delete(socket)) this.#heard(screen);
  }

  report(screen: string, report: ScreenReport): void {
    this.#of(screen).report = report;
    this.#heard(screen);
  }

  /** The screen is no more. */
  forget(screen: string): void {
    this.#known.delete(screen);
    this.#changed.delete(screen);
  }

  /** Everything known, for a panel that has just connected. */
  all(): ScreenPresence[] {
    return [...this.#known.values()].map(show);
  }

  #of(screen: string) {
    let known = this.#known.get(screen);
    if (!known) {
      known = { screen, connected: false, heardAt: null, report: null, sockets: new Set() };
      this.#known.set(screen, known);
    }
    return known;
  }

  #heard(screen: string): void {
    this.#of(screen).heardAt = this.#now();
    this.#changed.add(screen);
    this.#timer ??= setTimeout(() => this.flush(), 1000).unref();
  }

  /** Tells now what has changed since the last time. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const changed = [...this.#changed].flatMap((screen) => this.#known.get(screen) ?? []);
    this.#changed.clear();
    if (changed.length) this.#tell(changed.map(show));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function show({
  screen,
  sockets,
  heardAt,
  report,
}: ScreenPresence & { sockets: Set<string> }): ScreenPresence {
  return { screen, connected: sockets.size > 0, heardAt, report };
}
