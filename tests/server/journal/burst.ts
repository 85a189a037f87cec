/** A hub in the middle of a rush: appends without pause and prints each `seq` once it is acknowledged. */
import { writeSync } from 'node:fs';
import { openFilesJournal } from '../../../server/journal/files.ts';
import { chain } from './chains.ts';

const journal = await openFilesJournal(process.argv[2]!);
const commits = chain('hall', 3000);
for (let i = 0; i < commits.length; i += 8)
  await Promise.all(
    commits.slice(i, i + 8).map(async (commit) => {
      await journal.append(commit);
      writeSync(1, `${commit.seq}\n`);
    }),
  );
