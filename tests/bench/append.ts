import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clock, median, printTable, short, spread } from './figures.ts';
import { openBenchHall } from './hall.ts';

/**
 * An acknowledged call beside a bare append + fdatasync of as many bytes in the same run: one at a time
 * (alternating, so that noise falls on both) and sixteen callers at once.
 */
export async function benchAppend(rounds: number): Promise<void> {
  const hall = await openBenchHall();
  const folder = await mkdtemp(join(tmpdir(), 'mingting-bare-'));
  const file = await open(join(folder, 'bare.jsonl'), 'a');
  try {
    const line = await lineOfOneCall(hall);
    const append = async () => {
      await file.write(line);
      await file.datasync();
    };
    const call = () => hall.give('ticket:recall', { window: hall.window });
    const { bare, ours } = await alternate(rounds, append, call);
    const bareMany = await sixteen(rounds, append);
    const oursMany = await sixteen(rounds, call);
    printTable(
      'A durable call: rule, journal, acknowledgement',
      ['', 'bare append + fdatasync', 'our acknowledged call', 'ratio'],
      [
        ['one at a time, ms, median / p95', spread(bare), spread(ours), short(median(ours) / median(bare))],
        ['16 at once, a second', short(bareMany), short(oursMany), short(bareMany / oursMany)],
      ],
    );
    console.log(`\n${line.length} bytes a line; group commit shares one fdatasync among all that wait.`);
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
    await hall.close();
  }
}

async function lineOfOneCall({
  hub,
  give,
  window,
}: Awaited<ReturnType<typeof openBenchHall>>): Promise<string> {
  let line = '';
  const stop = hub.hall.onCommit((commit) => (line = `${JSON.stringify(commit)}\n`));
  await give('ticket:recall', { window });
  stop();
  return line;
}

async function alternate(rounds: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = -5; round < rounds; round++) {
    const began = clock();
    await one();
    const between = clock();
    await other();
    const ended = clock();
    if (round < 0) continue;
    bare.push(between - began);
    ours.push(ended - between);
  }
  return { bare, ours };
}

/** How many a second with sixteen callers that each wait for their answer. */
async function sixteen(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const began = clock();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let round = 0; round < rounds / 4; round++) await work();
    }),
  );
  return (16 * Math.ceil(rounds / 4)) / ((clock() - began) / 1000);
}
