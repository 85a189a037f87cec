/** L14. */
const RETRY_MS = 10_000;
const RETRY_MOST_MS = 600_000;

interface Failure {
  count: number;
  /** On the page's steady clock. */
  retryAt: number;
  why: string;
}

/** What could not be shown, and when it is tried again: ever later, and never given up. */
export class Failures {
  #of = new Map<string, Failure>();

  note(id: string, why: string): void {
    const count = (this.#of.get(id)?.count ?? 0) + 1;
    const pause = Math.min(RETRY_MOST_MS, RETRY_MS * 2 ** Math.min(count - 1, 10));
    this.#of.set(id, { count, retryAt: performance.now() + pause, why });
  }

  forget(id: string): void {
    this.#of.delete(id);
  }

  /** Forgets those of which `wrong` is no longer so. */
  keep(wrong: (id: string) => boolean): void {
    for (const id of [...this.#of.keys()]) if (!wrong(id)) this.#of.delete(id);
  }

  why(id: string): string | null {
    return this.#of.get(id)?.why ?? null;
  }

  /** Whether it may be tried now. */
  isDue(id: string): boolean {
    return (this.#of.get(id)?.retryAt ?? 0) <= performance.now();
  }

  /** So many ms until the first is tried again; null if none waits. */
  nextIn(): number | null {
    const times = [...this.#of.values()].map(({ retryAt }) => retryAt);
    return times.length === 0 ? null : Math.max(0, Math.min(...times) - performance.now());
  }
}
