import { isRefusal, refuse, type Outcome, type Wanted, type World } from '../content/rule.ts';
import type { CommandInput, CommandName, CommandResult } from '../content/model/command.ts';
import { Bodies, type Actor, type Change, type Commit } from '../content/model/record.ts';
import { RecordMap, type Records } from '../content/records.ts';
import type { Answer } from './answers.ts';
import { findFault } from './input.ts';
import { sealCommit } from './journal/chain.ts';
import type { Journal } from './journal/journal.ts';
import { Ledger, type Place } from './ledger.ts';
import type { Log } from './log.ts';

/** What the dispatcher of content/commands.ts does: one command against the records of one hall. */
export type Decide = <C extends CommandName>(
  records: Records,
  name: C,
  input: CommandInput<C>,
  world: World,
) => Outcome<CommandResult<C>>;

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
 * The engine of one hall. Rules decide on `#tip`, which runs ahead of the disk; viewers see only what
 * the ledger holds, which is durable. Commands are decided in the order in which they come, appended
 * without waiting for each other, and answered in that order once durable.
 */
export class Hall extends Ledger {
  readonly #options: HallOptions;
  readonly #tip = new RecordMap();
  #tipPlace: Place = this.place;
  #pending: Pending[] = [];
  #settled: Promise<unknown> = Promise.resolve();
  #catchingUp: Promise<void> | null = null;
  /** News of another hub came while commands were under way. */
  #missedNews = false;
  #attempts = 0;
  #closed: Promise<void> | null = null;
  #stopFollowing: () => void = () => {};

  private constructor(options: HallOptions) {
    super(options.id, options.journal, options.log, options.checkpointEvery ?? 1000);
    this.#options = options;
  }

  /** Reads the checkpoint and the journal after it. Throws JournalTrouble when they do not hold. */
  static async open(options: HallOptions): Promise<Hall> {
    const hall = new Hall(options);
    await hall.load();
    hall.#tip.apply([...hall.records.everything()]);
    hall.#tipPlace = hall.place;
    // Commits of other hubs on the same store; our own are known already when the news comes.
    hall.#stopFollowing = options.journal.follow((id, seq) => {
      if (id === hall.id && seq > hall.#tipPlace.seq) void hall.#catchUp();
    });
    return hall;
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
    const answer = request === undefined ? run() : this.answers.once(by, request, run);
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
      this.log.error(`rule ${pending.name} failed`, error);
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
    const commit = sealCommit(this.#tipPlace.hash, {
      hall: this.id,
      seq: this.#tipPlace.seq + 1,
      at,
      by: pending.by,
      command: pending.name,
      ...(pending.request === undefined ? {} : { request: pending.request, result }),
      changes,
    });
    pending.undo = this.#tip.apply(changes);
    pending.attempt = ++this.#attempts;
    this.#tipPlace = { seq: commit.seq, hash: commit.hash };
    this.#pending.push(pending);
    const { attempt } = pending;
    const stored = this.journal.append(commit);
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
      this.log.error(`journal of ${this.id} failed at ${commit.seq}`, error);
      for (const lost of this.#rollBack()) lost.answer({ ok: false, ...refuse('journal.failed') });
      return;
    }
    // An earlier one was taken or failed: this one has been rolled back and decided again.
    if (pending.attempt !== attempt) return;
    if (outcome === 'stored') {
      this.#pending.shift();
      this.keep(commit);
      pending.answer({ ok: true, value: result });
      if (this.#missedNews && this.#pending.length === 0) void this.#catchUp();
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
    this.#tipPlace = this.place;
    return back;
  }

  /** Takes over what another hub has stored. One at a time; commands wait for it. */
  #catchUp(): Promise<void> {
    // Ours that are under way either are stored, and then we look again, or are answered `taken`.
    this.#missedNews = this.#pending.length > 0;
    if (this.#missedNews) return Promise.resolve();
    this.#catchingUp ??= this.#readOn().finally(() => (this.#catchingUp = null));
    return this.#catchingUp;
  }

  async #readOn(): Promise<void> {
    try {
      for await (const commit of this.journal.read(this.id, this.place.seq)) {
        this.#tip.apply(commit.changes);
        this.#tipPlace = { seq: commit.seq, hash: commit.hash };
        this.keep(commit);
      }
    } catch (error) {
      this.log.error(`journal of ${this.id} cannot be read`, error);
    }
  }

  /** Waits for what is under way, saves a checkpoint. May be called twice; later commands are refused. */
  close(): Promise<void> {
    this.#closed ??= (async () => {
      this.#stopFollowing();
      await this.#catchingUp;
      while (this.#pending.length) await this.#settled;
      await this.saveCheckpoint();
    })();
    return this.#closed;
  }
}
