import { afterEach, describe, expect, it } from 'vitest';
import type { Commit, Kept } from '../../../content/model/record.ts';
import { GENESIS, sealCommit } from '../../../server/journal/chain.ts';
import type { Checkpoint, Journal } from '../../../server/journal/journal.ts';
import { JournalBroken } from '../../../server/journal/trouble.ts';
import { chain, readAll } from './chains.ts';

/** A medium of its own for each test. `open` may be called again after `close`, as after a restart. */
export interface Medium {
  open(): Promise<Journal>;
  /** Changes a stored commit behind the journal's back, while it is closed. */
  tamper(hall: string, seq: number): Promise<void>;
  remove(): Promise<void>;
}

function checkpointAt(commit: Commit): Checkpoint {
  const records = commit.changes as Kept[];
  return {
    hall: commit.hall,
    seq: commit.seq,
    hash: commit.hash,
    records,
    answered: [{ request: 'a/request-1', seq: 1, result: { id: 'A' } }],
  };
}

/** The rules of journal.md that hold for every implementation. */
export function describeJournal(name: string, make: () => Promise<Medium>): void {
  describe(`${name} keeps the rules of journal.md`, () => {
    let medium: Medium;
    let journal: Journal;
    const start = async () => {
      medium = await make();
      journal = await medium.open();
    };
    const restart = async () => {
      await journal.close();
      journal = await medium.open();
    };
    afterEach(async () => {
      await journal.close();
      await medium.remove();
    });

    it('[J1] [J4] gives back after a restart exactly what was stored', async () => {
      await start();
      const commits = chain('hall', 5);
      for (const commit of commits) expect(await journal.append(commit)).toBe('stored');
      expect(await readAll(journal, 'hall')).toEqual(commits);
      await restart();
      expect(await readAll(journal, 'hall')).toEqual(commits);
      expect(await readAll(journal, 'hall', 3)).toEqual(commits.slice(3));
      expect(await readAll(journal, 'hall', 5)).toEqual([]);
    });

    it('[J2] answers taken for a seq that is not the next, and stores nothing', async () => {
      await start();
      const [first, second, third] = chain('hall', 3) as [Commit, Commit, Commit];
      expect(await journal.append(second)).toBe('taken');
      expect(await journal.append(first)).toBe('stored');
      expect(await journal.append(first)).toBe('taken');
      expect(await journal.append(third)).toBe('taken');
      expect(await readAll(journal, 'hall')).toEqual([first]);
    });

    it('[J2] answers taken for a commit chained to another history', async () => {
      await start();
      const [first] = chain('hall', 1) as [Commit];
      await journal.append(first);
      const foreign = chain('hall', 1, { seq: 1, hash: 'f'.repeat(64) })[0]!;
      expect(await journal.append(foreign)).toBe('taken');
      expect(await readAll(journal, 'hall')).toEqual([first]);
    });

    it('[J3] stores appends in the order of the calls without waiting between them', async () => {
      await start();
      const commits = chain('hall', 300);
      const answers = await Promise.all(commits.map((commit) => journal.append(commit)));
      expect(new Set(answers)).toEqual(new Set(['stored']));
      expect(await readAll(journal, 'hall')).toEqual(commits);
      expect((await readAll(journal, 'hall', 256)).map(({ seq }) => seq)).toEqual(
        commits.slice(256).map(({ seq }) => seq),
      );
      await restart();
      expect(await readAll(journal, 'hall', 290)).toEqual(commits.slice(290));
    });

    it('[J3] stores nothing that was started behind one that was taken', async () => {
      await start();
      const mine = chain('hall', 4);
      const theirs = chain('hall', 1, { seq: 0, hash: GENESIS }).map(({ hash: _, ...draft }) =>
        sealCommit(GENESIS, { ...draft, command: 'window:take' }),
      );
      const answers = await Promise.all([...theirs, ...mine].map((commit) => journal.append(commit)));
      expect(answers).toEqual(['stored', 'taken', 'taken', 'taken', 'taken']);
      expect(await readAll(journal, 'hall')).toEqual(theirs);
    });

    it('[J4] refuses a changed commit and names its place', async () => {
      await start();
      for (const commit of chain('hall', 6)) await journal.append(commit);
      await journal.close();
      await medium.tamper('hall', 4);
      const broken = async () => {
        const reopened = await medium.open();
        try {
          await readAll(reopened, 'hall');
        } finally {
          await reopened.close();
        }
      };
      const error = await broken().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(JournalBroken);
      expect((error as JournalBroken).params).toMatchObject({ hall: 'hall', seq: 4, before: 3 });
    });

    it('[J6] gives the newest checkpoint whole, and none when there is none', async () => {
      await start();
      expect(await journal.loadCheckpoint('hall')).toBeNull();
      const commits = chain('hall', 4);
      for (const commit of commits) await journal.append(commit);
      await journal.saveCheckpoint(checkpointAt(commits[1]!));
      await journal.saveCheckpoint(checkpointAt(commits[3]!));
      expect(await journal.loadCheckpoint('hall')).toEqual(checkpointAt(commits[3]!));
      await restart();
      expect(await journal.loadCheckpoint('hall')).toEqual(checkpointAt(commits[3]!));
    });

    it('[J6] never gives a checkpoint of another history', async () => {
      await start();
      const commits = chain('hall', 2);
      for (const commit of commits) await journal.append(commit);
      await journal.saveCheckpoint({ ...checkpointAt(commits[1]!), hash: 'e'.repeat(64) });
      expect(await journal.loadCheckpoint('hall')).toBeNull();
    });

    it('[J7] tells its follower of every stored commit in order, and stops when told', async () => {
      await start();
      const heard: string[] = [];
      const stop = journal.follow((hall, seq) => heard.push(`${hall}:${seq}`));
      const commits = chain('hall', 3);
      await Promise.all(commits.map((commit) => journal.append(commit)));
      await journal.append(commits[0]!);
      expect(heard).toEqual(['hall:1', 'hall:2', 'hall:3']);
      stop();
      await journal.append(chain('hall', 1, commits[2]!)[0]!);
      expect(heard).toHaveLength(3);
    });

    it('[J8] keeps halls apart and lists those with a commit', async () => {
      await start();
      expect(await journal.halls()).toEqual([]);
      expect(await readAll(journal, 'empty')).toEqual([]);
      const [one, other] = [chain('one', 2), chain('other', 1)];
      await Promise.all([...one, ...other].map((commit) => journal.append(commit)));
      expect((await journal.halls()).sort()).toEqual(['one', 'other']);
      expect(await readAll(journal, 'other')).toEqual(other);
      await restart();
      expect((await journal.halls()).sort()).toEqual(['one', 'other']);
    });

    it('[J9] finishes what is under way when closed, twice if asked, and takes nothing after', async () => {
      await start();
      const commits = chain('hall', 20);
      const answers = Promise.all(commits.map((commit) => journal.append(commit)));
      await Promise.all([journal.close(), journal.close()]);
      expect(new Set(await answers)).toEqual(new Set(['stored']));
      await expect(journal.append(chain('hall', 1, commits[19]!)[0]!)).rejects.toThrow();
      journal = await medium.open();
      expect(await readAll(journal, 'hall')).toEqual(commits);
    });
  });
}
