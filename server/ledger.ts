import type { Change, Commit, Kind } from '../content/model/record.ts';
import { project, type Viewer } from '../content/projection.ts';
import type { Mark, Patch } from '../content/protocol.ts';
import { RecordMap } from '../content/records.ts';
import { AnswerBook } from './answers.ts';
import { GENESIS } from './journal/chain.ts';
import type { Journal } from './journal/journal.ts';
import type { Log } from './log.ts';
import { CommitRing } from './ring.ts';

/** A place in the journal with the whole hash. */
export interface Place {
  seq: number;
  hash: string;
}

/** What of a hall is durable: its records, its newest commits, and what viewers may see of both. */
export class Ledger {
  readonly id: string;
  readonly records = new RecordMap();
  protected readonly journal: Journal;
  protected readonly log: Log;
  protected readonly answers = new AnswerBook();
  protected place: Place = { seq: 0, hash: GENESIS };
  readonly #checkpointEvery: number;
  readonly #ring = new CommitRing();
  readonly #listeners = new Set<(commit: Commit) => void>();
  #checkpointed = 0;
  #saving: Promise<void> | null = null;

  constructor(id: string, journal: Journal, log: Log, checkpointEvery: number) {
    this.id = id;
    this.journal = journal;
    this.log = log;
    this.#checkpointEvery = checkpointEvery;
  }

  /** Reads the checkpoint and every commit after it. Throws JournalTrouble when they do not hold. */
  protected async load(): Promise<void> {
    const checkpoint = await this.journal.loadCheckpoint(this.id);
    if (checkpoint) {
      this.records.apply(checkpoint.records);
      this.place = { seq: checkpoint.seq, hash: checkpoint.hash };
      this.answers.restore(checkpoint.answered);
    }
    this.#checkpointed = this.place.seq;
    this.#ring.start(this.place);
    for await (const commit of this.journal.read(this.id, this.place.seq)) this.keep(commit);
  }

  /** Newest durable commit. */
  get mark(): Mark {
    return { seq: this.place.seq, hash: this.place.hash.slice(0, 12) };
  }

  /** Calls `listener` with every durable commit in order of `seq`. Returns the way to stop. */
  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A commit is durable: viewers may see it. */
  protected keep(commit: Commit): void {
    this.records.apply(commit.changes);
    this.place = { seq: commit.seq, hash: commit.hash };
    this.#ring.push(commit);
    if (commit.request !== undefined) this.answers.keep(commit.by, commit.request, commit.seq, commit.result);
    for (const listener of this.#listeners) {
      try {
        listener(commit);
      } catch (error) {
        this.log.error(`a listener of ${this.id} failed at ${commit.seq}`, error);
      }
    }
    if (commit.seq - this.#checkpointed >= this.#checkpointEvery && !this.#saving)
      this.#saving = this.saveCheckpoint().finally(() => (this.#saving = null));
  }

  /** Whether there is any record of this kind. */
  has(kind: Kind): boolean {
    return this.records.count(kind) > 0;
  }

  /** Everything that `viewer` may see now. */
  recordsFor(viewer: Viewer): Change[] {
    return project(viewer, this.records.everything()).filter(({ body }) => body !== null);
  }

  /** Changes after `since` for `viewer`, or null when only a snapshot helps (unknown, foreign or too old). */
  patchSince(viewer: Viewer, since: Mark): Patch | null {
    const commits = this.#ring.after(since);
    if (!commits) return null;
    const last = new Map<string, Change>();
    for (const { changes } of commits)
      for (const change of changes) {
        const key = `${change.kind} ${change.id}`;
        last.delete(key);
        last.set(key, change);
      }
    return { after: since.seq, mark: this.mark, changes: project(viewer, last.values()) };
  }

  /** Whether a record, "account ID", has changed after `since`, as far as the newest commits tell. */
  touchedSince(since: Mark, key: string): boolean {
    const commits = this.#ring.after(since) ?? [];
    return commits.some(({ changes }) => changes.some(({ kind, id }) => `${kind} ${id}` === key));
  }

  /** Durable commits with `after < seq < before`, read back from the journal. */
  async history(after: number, before: number): Promise<Commit[]> {
    const commits: Commit[] = [];
    if (after + 1 >= before) return commits;
    for await (const commit of this.journal.read(this.id, after)) {
      if (commit.seq >= before) break;
      commits.push(commit);
    }
    return commits;
  }

  /** Durable commits with `seq > after`, read back from the journal one by one. */
  commitsAfter(after: number): AsyncIterable<Commit> {
    return this.journal.read(this.id, after);
  }

  /** Every revision of a record since the beginning, oldest first. Reads the whole journal: for rare questions. */
  async revisions(kind: Kind, id: string): Promise<{ at: number; change: Change }[]> {
    const found: { at: number; change: Change }[] = [];
    for await (const { at, changes } of this.journal.read(this.id, 0))
      for (const change of changes) if (change.kind === kind && change.id === id) found.push({ at, change });
    return found;
  }

  /** Saves what is durable now, if anything has come since the last time. Never rejects. */
  protected async saveCheckpoint(): Promise<void> {
    await this.#saving;
    const { seq, hash } = this.place;
    if (seq === this.#checkpointed) return;
    try {
      await this.journal.saveCheckpoint({
        hall: this.id,
        seq,
        hash,
        records: [...this.records.everything()],
        answered: this.answers.newest(),
      });
      this.#checkpointed = seq;
    } catch (error) {
      // Nothing is lost: the next start replays more of the journal.
      this.log.error(`checkpoint of ${this.id} failed`, error);
    }
  }
}
