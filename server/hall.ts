import { isRefusal, refuse, type Outcome, type Refusal, type Wanted, type World } from '../content/rule.ts';
import type { CommandInput, CommandName, CommandResult } from '../content/model/command.ts';
import type { Actor, Change, Commit, Kind } from '../content/model/record.ts';
import { project, type Viewer } from '../content/projection.ts';
import type { Mark, Patch } from '../content/protocol.ts';
import { RecordMap, type Records } from '../content/records.ts';
import { findFault } from './input.ts';
import { Bodies } from '../content/model/record.ts';
import { GENESIS, sealCommit } from './journal/chain.ts';
import type { Journal } from './journal/journal.ts';
import type { Log } from './log.ts';
import { AnswerBook } from './answers.ts';
import { CommitRing } from './ring.ts';

/** What the dispatcher of content/commands.ts does: one command against the records of one hall. */
export type Decide = <C extends CommandName>(
  records: Records,
  name: C,
  input: CommandInput<C>,
  world: World,
) => Outcome<CommandResult<C>>;

/** What a command was answered. Words are added where the reader's language is known. */
export type Answer<R = unknown> = { ok: true; value: R } | ({ ok: false } & Refusal);

export interface HallOptions {
  id: string;
  journal: Journal;
  decide: Decide;
  standard: World['standard'];
  now: () => number;
  newId: () => string;
  log: Log;
  /** Commits between two checkpoints. */
  checkpointEvery?: number;
}

/** A command on its way through the journal. */
interface Pending {
  name: CommandName;
  input: unknown;
  by: Actor;
  request: string | undefined;
  tries: number;
  attempt: number;
  undo: Change[];
  answer: (answer: Answer) => void;
}

/** Another hub can be faster again and again; after this many times the sender had better ask anew. */
const TRIES = 20;

/**
 * The engine of one hall. `#tip` is what rules decide on and runs ahead of the disk; `records` is what
 * is durable and the only thing that viewers see. Commands are decided in the order in which they
 * come, appended without waiting for each other, and answered in that order once durable.
 */
export class Hall {
  readonly id: string;
  /** Durable records. */
  readonly records = new RecordMap();
  readonly #options: Required<HallOptions>;
  #tip = new RecordMap();
  #tipMark = { seq: 0, hash: GENESIS };
  #mark = { seq: 0, hash: GENESIS };
  #pending: Pending[] = [];
  #settled: Promise<unknown> = Promise.resolve();
  #catchingUp: Promise<void> | null = null;
  readonly #answers = new AnswerBook();
  readonly #ring = new CommitRing();
  readonly #listeners = new Set<(commit: Commit) => void>();
  #checkpointed = 0;
  #saving: Promise<void> | null = null;
  #attempts = 0;
  #closed: Promise<void> | null = null;
  #stopFollowing: () => void = () => {};

  private constructor(options: HallOptions) {
    this.id = options.id;
    this.#options = { checkpointEvery: 1000, ...options };
  }

  /** Reads the checkpoint and the journal after it. Throws JournalTrouble when they do not hold. */
  static async open(options: HallOptions): Promise<Hall> {
    const hall = new Hall(options);
    const checkpoint = await options.journal.loadCheckpoint(options.id);
    if (checkpoint) {
      for (const one of checkpoint.records) {
        hall.records.apply([one]);
        hall.#tip.apply([one]);
      }
      hall.#mark = hall.#tipMark = { seq: checkpoint.seq, hash: checkpoint.hash };
      hall.#answers.restore(checkpoint.answered);
    }
    hall.#checkpointed = hall.#mark.seq;
    hall.#ring.start(hall.#mark);
    await hall.#readOn();
    // Commits of other hubs on the same store; our own are known already when the news comes.
    hall.#stopFollowing = options.journal.follow((id, seq) => {
      if (id === hall.id && seq > hall.#tipMark.seq) hall.#catchUp();
    });
    return hall;
  }

  /** Newest durable commit. */
  get mark(): Mark {
    return { seq: this.#mark.seq, hash: this.#mark.hash.slice(0, 12) };
  }

  /** Calls `listener` with every durable commit in order of `seq`. Returns the way to stop. */
  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Gives a command. Resolves when it is durable or refused; never rejects. A repeat of `request`
   * by the same actor gets the first answer and does nothing.
   */
  execute<C extends CommandName>(
    name: C,
    input: CommandInput<C>,
    by: Actor,
    request?: string,
  ): Promise<Answer<CommandResult<C>>> {
    const run = () =>
      new Promise<Answer>((answer) => {
        const pending = { name, input, by, request, tries: 0, attempt: 0, undo: [], answer };
        if (this.#catchingUp) void this.#catchingUp.then(() => this.#decide(pending));
        else this.#decide(pending);
      });
    const answer = request === undefined ? run() : this.#answers.once(by, request, run);
    return answer as Promise<Answer<CommandResult<C>>>;
  }

  #decide(pending: Pending): void {
    if (this.#closed) return pending.answer({ ok: false, ...refuse('hub.closing') });
    const now = this.#options.now();
    let outcome: Outcome;
    let changes: Change[];
    try {
      const { newId, standard } = this.#options;
      outcome = this.#options.decide(this.#tip, pending.name, pending.input as never, {
        now,
        by: pending.by,
        newId,
        standard,
      });
      if (isRefusal(outcome)) return pending.answer({ ok: false, ...outcome });
      changes = this.#number(outcome.changes);
    } catch (error) {
      // A mistake in a rule must neither poison the journal nor end the hub.
      this.#options.log.error(`rule ${pending.name} failed`, error);
      return pending.answer({ ok: false, ...refuse('hub.failed') });
    }
    if (changes.length === 0) return pending.answer({ ok: true, value: outcome.result });
    this.#append(pending, changes, outcome.result, now);
  }

  /** Gives each change its revision and checks it against its schema; the last change of a record stands. */
  #number(wanted: readonly Wanted[]): Change[] {
    const last = new Map<string, Change>();
    for (const { kind, id, body } of wanted) {
      const key = `${kind} ${id}`;
      last.delete(key);
      const before = this.#tip.rev(kind, id);
      if (body === null && before === 0) continue;
      // What is kept is what a replay would give: plain JSON, shared with nobody.
      const plain = body === null ? null : (JSON.parse(JSON.stringify(body)) as Change['body']);
      const fault = plain === null ? null : findFault(Bodies[kind], plain);
      if (fault) throw new Error(`${kind} ${id}: ${fault.where} ${fault.message}`);
      last.set(key, { kind, id, rev: before + 1, body: plain });
    }
    return [...last.values()];
  }

  #append(pending: Pending, changes: Change[], result: unknown, at: number): void {
    const commit = sealCommit(this.#tipMark.hash, {
      hall: this.id,
      seq: this.#tipMark.seq + 1,
      at,
      by: pending.by,
      command: pending.name,
      ...(pending.request === undefined ? {} : { request: pending.request, result }),
      changes,
    });
    pending.undo = this.#tip.apply(changes);
    pending.attempt = ++this.#attempts;
    this.#tipMark = { seq: commit.seq, hash: commit.hash };
    this.#pending.push(pending);
    const { attempt } = pending;
    const stored = this.#options.journal.append(commit);
    // It is awaited in its turn; till then a failure must not count as unhandled.
    stored.catch(() => undefined);
    this.#settled = this.#settled.then(() => this.#settle(pending, attempt, commit, result, stored));
  }

  async #settle(
    pending: Pending,
    attempt: number,
    commit: Commit,
    result: unknown,
    stored: Promise<'stored' | 'taken'>,
  ): Promise<void> {
    let outcome: 'stored' | 'taken';
    try {
      outcome = await stored;
    } catch (error) {
      if (pending.attempt !== attempt) return;
      this.#options.log.error(`journal of ${this.id} failed at ${commit.seq}`, error);
      for (const lost of this.#rollBack()) lost.answer({ ok: false, ...refuse('journal.failed') });
      return;
    }
    // An earlier one was taken or failed: this one has been rolled back and decided again.
    if (pending.attempt !== attempt) return;
    if (outcome === 'stored') {
      this.#pending.shift();
      this.#keep(commit);
      pending.answer({ ok: true, value: result });
      this.#checkpointWhenDue();
      return;
    }
    const again = this.#rollBack();
    await this.#catchUp();
    // Only the first of them has lost a race; the others stood behind it.
    if (++pending.tries >= TRIES) again.shift()?.answer({ ok: false, ...refuse('hub.failed') });
    for (const one of again) this.#decide(one);
  }

  /** Takes back everything that is not durable, newest first. Returns the commands in their order. */
  #rollBack(): Pending[] {
    const back = this.#pending;
    this.#pending = [];
    for (const one of back.toReversed()) {
      this.#tip.apply(one.undo);
      one.attempt = 0;
    }
    this.#tipMark = this.#mark;
    return back;
  }

  /** Takes over what another hub has stored. One at a time; commands wait for it. */
  #catchUp(): Promise<void> {
    this.#catchingUp ??= (async () => {
      try {
        // With commands under way the answer to the first of them, `taken`, brings us here again.
        if (this.#pending.length === 0) await this.#readOn();
      } catch (error) {
        this.#options.log.error(`journal of ${this.id} cannot be read`, error);
      } finally {
        this.#catchingUp = null;
      }
    })();
    return this.#catchingUp;
  }

  async #readOn(): Promise<void> {
    for await (const commit of this.#options.journal.read(this.id, this.#mark.seq)) {
      this.#tip.apply(commit.changes);
      this.#tipMark = { seq: commit.seq, hash: commit.hash };
      this.#keep(commit);
    }
  }

  /** A commit is durable: viewers may see it. */
  #keep(commit: Commit): void {
    this.records.apply(commit.changes);
    this.#mark = { seq: commit.seq, hash: commit.hash };
    this.#ring.push(commit);
    if (commit.request !== undefined)
      this.#answers.keep(commit.by, commit.request, commit.seq, commit.result);
    for (const listener of this.#listeners) {
      try {
        listener(commit);
      } catch (error) {
        this.#options.log.error(`a listener of ${this.id} failed at ${commit.seq}`, error);
      }
    }
  }

  /** Everything that `viewer` may see now. */
  recordsFor(viewer: Viewer): Change[] {
    return project(viewer, this.records.everything());
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
    for await (const commit of this.#options.journal.read(this.id, after)) {
      if (commit.seq >= before) break;
      commits.push(commit);
    }
    return commits;
  }

  /** Every revision of a record since the beginning, oldest first. Reads the whole journal: for rare questions. */
  async revisions(kind: Kind, id: string): Promise<{ at: number; change: Change }[]> {
    const found: { at: number; change: Change }[] = [];
    for await (const { at, changes } of this.#options.journal.read(this.id, 0))
      for (const change of changes) if (change.kind === kind && change.id === id) found.push({ at, change });
    return found;
  }

  #checkpointWhenDue(): void {
    if (this.#saving || this.#mark.seq - this.#checkpointed < this.#options.checkpointEvery) return;
    this.#saving = this.#saveCheckpoint().finally(() => (this.#saving = null));
  }

  async #saveCheckpoint(): Promise<void> {
    const { seq, hash } = this.#mark;
    if (seq === this.#checkpointed) return;
    try {
      await this.#options.journal.saveCheckpoint({
        hall: this.id,
        seq,
        hash,
        records: [...this.records.everything()],
        answered: this.#answers.newest(),
      });
      this.#checkpointed = seq;
    } catch (error) {
      // Nothing is lost: the next start replays more of the journal.
      this.#options.log.error(`checkpoint of ${this.id} failed`, error);
    }
  }

  /** Waits for what is under way, saves a checkpoint. May be called twice; later commands are refused. */
  close(): Promise<void> {
    this.#closed ??= (async () => {
      this.#stopFollowing();
      await this.#catchingUp;
      while (this.#pending.length) await this.#settled;
      await this.#saving;
      await this.#saveCheckpoint();
    })();
    return this.#closed;
  }

  /** Count of records of a kind, for a cheap question of the state. */
  has(kind: Kind): boolean {
    return this.records.count(kind) > 0;
  }
}
