import type { Commit } from '../../content/model/record.ts';
import { followsHash, GENESIS } from '../../server/journal/chain.ts';
import type { Checkpoint, Journal } from '../../server/journal/journal.ts';
import { JournalBroken } from '../../server/journal/trouble.ts';

/** What several hubs share in a test: commits and checkpoints in memory. */
export class MemoryStore {
  readonly halls = new Map<string, Commit[]>();
  readonly checkpoints = new Map<string, Checkpoint>();
  readonly followers = new Set<(hall: string, seq: number) => void>();
  /** While set, appends wait for it before they are stored. */
  gate: Promise<void> | null = null;
  /** While set, appends reject with it. */
  failure: Error | null = null;

  commits(hall: string): Commit[] {
    let commits = this.halls.get(hall);
    if (!commits) this.halls.set(hall, (commits = []));
    return commits;
  }
}

/** A journal that several hubs may open on one store, as they do on PostgreSQL. */
export function openMemoryJournal(store: MemoryStore): Journal {
  let last: Promise<unknown> = Promise.resolve();
  let stopped = new Set<string>();
  let underWay = 0;
  let closed = false;
  const mine = new Set<(hall: string, seq: number) => void>();

  const place = async (commit: Commit): Promise<'stored' | 'taken'> => {
    if (store.gate) await store.gate;
    if (stopped.has(commit.hall)) {
      if (store.failure) throw store.failure;
      return 'taken';
    }
    const commits = store.commits(commit.hall);
    const before = commits.at(-1);
    if (store.failure) {
      stopped.add(commit.hall);
      throw store.failure;
    }
    if (commit.seq !== commits.length + 1 || !followsHash(before?.hash ?? GENESIS, commit)) {
      stopped.add(commit.hall);
      return 'taken';
    }
    commits.push(structuredClone(commit));
    for (const listener of store.followers) listener(commit.hall, commit.seq);
    return 'stored';
  };

  return {
    halls: async () => [...store.halls].filter(([, commits]) => commits.length > 0).map(([hall]) => hall),
    append: (commit) => {
      if (closed) return Promise.reject(new Error('closed'));
      // Nothing is under way, so nobody can be behind one that was taken.
      if (underWay === 0) stopped = new Set();
      underWay += 1;
      const answer = last.then(() => place(commit)).finally(() => (underWay -= 1));
      last = answer.catch(() => undefined);
      return answer;
    },
    async *read(hall, after) {
      let before = GENESIS;
      for (const commit of structuredClone(store.commits(hall))) {
        if (!followsHash(before, commit))
          throw new JournalBroken({ hall, file: 'memory', seq: commit.seq, before: commit.seq - 1 });
        before = commit.hash;
        if (commit.seq > after) yield commit;
      }
    },
    follow: (listener) => {
      store.followers.add(listener);
      mine.add(listener);
      return () => store.followers.delete(listener);
    },
    loadCheckpoint: async (hall) => {
      const checkpoint = store.checkpoints.get(hall);
      const commit = checkpoint && store.commits(hall)[checkpoint.seq - 1];
      return commit?.hash === checkpoint?.hash ? structuredClone(checkpoint ?? null) : null;
    },
    saveCheckpoint: async (checkpoint) =>
      void store.checkpoints.set(checkpoint.hall, structuredClone(checkpoint)),
    close: async () => {
      closed = true;
      await last;
      for (const listener of mine) store.followers.delete(listener);
    },
  };
}
