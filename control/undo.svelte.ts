/** Steps that are kept. */
const MOST = 50;

/** What was before each step, so that it can be taken back, and done again. */
export class Undo<T> {
  #before = $state.raw<readonly T[]>([]);
  #after = $state.raw<readonly T[]>([]);

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get canRedo(): boolean {
    return this.#after.length > 0;
  }

  /** `now` is about to be changed. */
  keep(now: T): void {
    this.#before = [...this.#before, now].slice(-MOST);
    this.#after = [];
  }

  /** What was before the last step, in place of `now`. */
  undo(now: T): T {
    const last = this.#before.at(-1);
    if (last === undefined) return now;
    this.#before = this.#before.slice(0, -1);
    this.#after = [...this.#after, now];
    return last;
  }

  redo(now: T): T {
    const next = this.#after.at(-1);
    if (next === undefined) return now;
    this.#after = this.#after.slice(0, -1);
    this.#before = [...this.#before, now];
    return next;
  }
}
