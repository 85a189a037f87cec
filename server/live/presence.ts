import type { ScreenPresence, ScreenReport } from '../../content/protocol.ts';
import type { Ability } from '../../content/voice/zone.ts';

interface Known extends ScreenPresence {
  sockets: Set<string>;
  /** Whether its page has said something since it came: an older report may be of a page that is gone. */
  reported: boolean;
  left: boolean;
  muteSince: number | null;
}

/** What each screen itself last said (W12). Nothing is guessed: not heard of means null. */
export class Presence {
  readonly #now: () => number;
  readonly #tell: (screens: ScreenPresence[]) => void;
  readonly #known = new Map<string, Known>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  /** `tell` hears of changes at most once a second, however many screens report. */
  constructor(now: () => number, tell: (screens: ScreenPresence[]) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  connect(screen: string, socket: string): void {
    const known = this.#of(screen);
    if (known.sockets.size === 0) known.reported = false;
    known.sockets.add(socket);
    known.left = false;
    this.#heard(screen);
  }

  /** `left`: the page closed the line itself. */
  disconnect(screen: string, socket: string, left = false): void {
    const known = this.#known.get(screen);
    if (!known?.sockets.delete(socket)) return;
    known.left = left;
    this.#heard(screen);
  }

  report(screen: string, report: ScreenReport): void {
    Object.assign(this.#of(screen), { report, reported: true });
    this.#heard(screen);
  }

  /** Whether it can be heard, as far as is known. */
  abilityOf(screen: string): Ability {
    const known = this.#known.get(screen);
    if (!known || known.sockets.size === 0) return { connected: false, ready: false };
    return { connected: true, ready: known.reported && known.report?.sound === 'ready' };
  }

  /** What was heard of it since the hub started. */
  heardOf(screen: string): { connected: boolean; heardAt: number | null } | undefined {
    const known = this.#known.get(screen);
    return known && { connected: known.sockets.size > 0, heardAt: known.heardAt };
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
      known = { screen, connected: false, heardAt: null, report: null, ...this.#fresh() };
      this.#known.set(screen, known);
    }
    return known;
  }

  #fresh(): Pick<Known, 'sockets' | 'reported' | 'left' | 'muteSince'> {
    return { sockets: new Set(), reported: false, left: false, muteSince: null };
  }

  #heard(screen: string): void {
    const known = this.#of(screen);
    known.heardAt = this.#now();
    const { connected, ready } = this.abilityOf(screen);
    // Between its coming and its first word nothing is known anew.
    if (ready) known.muteSince = null;
    else if (!connected || known.reported) known.muteSince ??= known.heardAt;
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

function show({ screen, sockets, heardAt, report, left, muteSince }: Known): ScreenPresence {
  const connected = sockets.size > 0;
  return { screen, connected, heardAt, report, muteSince, ...(left && !connected ? { left } : {}) };
}
