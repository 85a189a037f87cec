import type { Commit } from '../../content/model/record.ts';
import type { Kept } from '../../content/model/record.ts';

/** A state of a hall at one commit, so that start-up need not replay everything. */
export interface Checkpoint {
  hall: string;
  seq: number;
  /** Hash of commit `seq`. */
  hash: string;
  records: Kept[];
  /** Answers of the newest requests, newest last, so that a repeat after a restart is still harmless. */
  answered: { request: string; seq: number; result: unknown }[];
}

/**
 * The only storage interface. Two implementations pass one contract suite (tests/server/journal/contract.ts);
 * its rules are numbered in journal.md.
 */
export interface Journal {
  /** Ids of the halls that have at least one commit. */
  halls(): Promise<string[]>;
  /**
   * Stores a commit durably. Resolves `stored` only once it would survive a power cut; `taken` if its
   * `seq` is not the next of its hall (another hub was faster, or an earlier append failed).
   * Appends may be started without waiting for the one before; they are stored in the order of the calls.
   * Rejects if the medium failed; then none of this and the later appends is stored.
   */
  append(commit: Commit): Promise<'stored' | 'taken'>;
  /** Commits with `seq > after`, in order. Throws JournalBroken at a broken chain. */
  read(hall: string, after: number): AsyncIterable<Commit>;
  /** Tells of every stored commit, own ones included. Returns the way to stop. */
  follow(listener: (hall: string, seq: number) => void): () => void;
  loadCheckpoint(hall: string): Promise<Checkpoint | null>;
  /** Replaces the checkpoint atomically; the one before is kept. */
  saveCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Finishes what is under way and lets go of the medium. May be called twice. */
  close(): Promise<void>;
}
