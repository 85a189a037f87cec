import { afterEach, expect, test } from 'vitest';
import type { SheetInput } from '../../../content/api/printing.ts';
import { refuse } from '../../../content/rule.ts';
import { Refused } from '../../../server/errors.ts';
import { PrintJobs, type PrintJob } from '../../../server/printing/jobs.ts';
import type { ListStore } from '../../../server/printing/jobstore.ts';

const by = { is: 'account', id: 'sun', name: '孙编辑' } as const;
const log = { info: () => {}, warn: () => {}, error: () => {} };
const sheets = (count: number): SheetInput[] =>
  Array.from({ length: count }, (_, index) => ({ of: { is: 'rule', rule: `r${index}` }, size: 'A3' }));

/** A press that makes a sheet when told to, and a store in memory. */
class Bench {
  readonly made: string[] = [];
  readonly bad = new Map<string, Error>();
  kept: PrintJob[] = [];
  #held: (() => void)[] = [];
  #asked: (() => void)[] = [];
  hold = false;

  readonly store: ListStore<PrintJob> = {
    load: () => Promise.resolve(structuredClone(this.kept)),
    save: (jobs) => {
      this.kept = structuredClone([...jobs]);
      return Promise.resolve();
    },
  };

  readonly press = {
    make: async ({ of }: SheetInput): Promise<string> => {
      const rule = of.is === 'rule' ? of.rule : '';
      if (this.hold)
        await new Promise<void>((go) => {
          this.#held.push(go);
          for (const tell of this.#asked.splice(0)) tell();
        });
      const bad = this.bad.get(rule);
      if (bad) throw bad;
      this.made.push(rule);
      return `CODE${rule}`;
    },
  };

  /** Resolves when a sheet is at work. */
  asked(): Promise<void> {
    return this.#held.length ? Promise.resolve() : new Promise((tell) => this.#asked.push(tell));
  }

  release(): void {
    this.hold = false;
    for (const go of this.#held.splice(0)) go();
  }
}

let open: PrintJobs | undefined;
afterEach(() => open?.close());

async function start(bench: Bench): Promise<PrintJobs> {
  const jobs = await PrintJobs.open({ press: bench.press, store: bench.store, now: () => 0, log });
  open = jobs;
  return jobs;
}

/** Waits for the next change until `is` holds. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise(setImmediate);
}

test('[S10] [S12] a batch is made, what fails says why and stops nothing, and is tried again', async () => {
  const bench = new Bench();
  const jobs = await start(bench);
  bench.bad.set('r1', new Refused(refuse('print.too-long', { size: 'A3' })));
  const id = await jobs.add(sheets(4), by, 'http://hall');
  await until(() => jobs.view(id).is === 'done');
  expect(jobs.view(id)).toMatchObject({ total: 4, done: 3, failed: 1, by: '孙编辑', secondsLeft: 0 });
  expect(jobs.view(id).sheets[1]).toMatchObject({ is: 'failed', why: { refused: 'print.too-long' } });
  expect(jobs.codes(id)).toEqual(['CODEr0', 'CODEr2', 'CODEr3']);
  bench.bad.clear();
  await jobs.retry(id);
  await until(() => jobs.view(id).is === 'done');
  expect(jobs.view(id)).toMatchObject({ done: 4, failed: 0 });
});

test('[S12] cancelling leaves what is done', async () => {
  const bench = new Bench();
  const jobs = await start(bench);
  bench.hold = true;
  const id = await jobs.add(sheets(6), by, 'http://hall');
  await bench.asked();
  await jobs.cancel(id);
  bench.release();
  await until(() => bench.made.length === 2);
  expect(jobs.view(id)).toMatchObject({ is: 'done' });
  expect(jobs.view(id).cancelled).toBeGreaterThanOrEqual(4);
  await expect(jobs.cancel('none')).rejects.toMatchObject({ code: 'print.job-missing' });
});

test('[S11] a batch goes on after a restart where it was', async () => {
  const bench = new Bench();
  const first = await start(bench);
  const id = await first.add(sheets(3), by, 'http://hall');
  await until(() => first.view(id).is === 'done');
  bench.hold = true;
  const second = await first.add(sheets(5), by, 'http://hall');
  await bench.asked();
  const closing = first.close();
  bench.release();
  await closing;
  const again = await start(bench);
  await until(() => again.view(second).is === 'done');
  expect(again.view(second)).toMatchObject({ done: 5, failed: 0 });
  expect(bench.made.length).toBe(8);
  expect(again.view(id)).toMatchObject({ done: 3 });
});

test('[S10] the thirteenth batch is told its place', async () => {
  const bench = new Bench();
  const jobs = await start(bench);
  bench.hold = true;
  for (let count = 0; count < 12; count++) await jobs.add(sheets(1), by, 'http://hall');
  await expect(jobs.add(sheets(1), by, 'http://hall')).rejects.toMatchObject({
    code: 'print.busy',
    params: { place: 12 },
  });
  const before = jobs.version;
  bench.release();
  await until(() => jobs.list().every(({ is }) => is === 'done'));
  expect(jobs.version).toBeGreaterThan(before);
});

test('[S10] a full printer is waited for', async () => {
  const bench = new Bench();
  const jobs = await start(bench);
  bench.bad.set('r0', new Refused(refuse('print.busy', { place: 12 })));
  const id = await jobs.add(sheets(2), by, 'http://hall');
  await until(() => bench.made.length === 1);
  bench.bad.clear();
  await until(() => jobs.view(id).is === 'done');
  expect(jobs.view(id)).toMatchObject({ done: 2, failed: 0 });
});
