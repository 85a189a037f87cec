import type { Commit } from '../content/model/record.ts';
import type { Mark } from '../content/protocol.ts';

/** Newest commits kept for patches: about an hour of a busy hall; whoever was away longer takes a snapshot. */
const KEPT = 2000;

/** The newest commits of a hall in order. */
export class CommitRing {
  #before = { seq: 0, hash: '' };
  #commits: Commit[] = [];

  /** The commit before the first that will be pushed. */
  start(before: { seq: number; hash: string }): void {
    this.#before = before;
    this.#commits = [];
  }

  push(commit: Commit): void {
    this.#commits.push(commit);
    // Dropped in blocks: shifting an array one by one would copy it each time.
    if (this.#commits.length < KEPT * 2) return;
    const dropped = this.#commits.splice(0, KEPT);
    this.#before = dropped.at(-1)!;
  }

  /** Commits after `mark`, or null if it is not in the ring or names another history. */
  after(mark: Mark): Commit[] | null {
    const index = mark.seq - this.#before.seq;
    if (index < 0 || index > this.#commits.length) return null;
    const at = index === 0 ? this.#before : this.#commits[index - 1]!;
    return at.hash.startsWith(mark.hash) && mark.hash.length === 12 ? this.#commits.slice(index) : null;
  }
}
