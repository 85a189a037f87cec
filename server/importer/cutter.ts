import { Worker } from 'node:worker_threads';
import { refuse } from '../../content/rule.ts';
import type { Cutting } from './cutting.ts';
import type { NoticeFile } from './read.ts';

/** A book of 600 pages takes a few seconds; a file that takes longer was made to. */
const PATIENCE_MS = 60_000;
const MEMORY_MB = 512;
/** Each takes a core while it works: the others wait. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads and cuts a file in a thread of its own, one file at a time: whatever is in it, calls go on, and a
 * reader that runs wild is ended. Refuses `import.too-hard`, and what `readAny` refuses.
 */
export function cutFile(file: NoticeFile): Promise<Cutting> {
  const cut = turn.then(() => inThread(file));
  turn = cut;
  return cut;
}

function inThread(file: NoticeFile): Promise<Cutting> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./cutting.ts', import.meta.url), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      env: {},
      stdout: true,
      stderr: true,
    });
    const done = (answer: Cutting): void => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const giveUp = (): void => done(refuse('import.too-hard', { file: file.name }));
    const timer = setTimeout(giveUp, PATIENCE_MS);
    worker.once('message', (answer: Cutting) => done(answer));
    worker.once('error', giveUp);
    worker.once('exit', giveUp);
  });
}
