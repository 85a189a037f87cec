import { setTimeout as wait } from 'node:timers/promises';
import type { PrintJobView, SheetInput } from '../../content/api/printing.ts';
import type { Actor } from '../../content/model/record.ts';
import { isRefusal, refuse, type Refusal } from '../../content/rule.ts';
import { Refused } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { ListStore } from './jobstore.ts';
import type { SheetPress } from './press.ts';

/** One sheet of a job. */
export interface JobSheet {
  input: SheetInput;
  is: 'waiting' | 'done' | 'failed' | 'cancelled';
  /** Present when done. */
  code?: string;
  /** Why it failed. */
  why?: Refusal;
}

/** A batch of sheets that somebody asked for. */
export interface PrintJob {
  id: string;
  by: Actor;
  at: number;
  /** Address for phones that the sheets' codes carry. */
  base: string;
  sheets: JobSheet[];
}

export interface JobsOptions {
  press: Pick<SheetPress, 'make'>;
  store: ListStore<PrintJob>;
  now: () => number;
  log: Log;
}

/** Jobs that may wait, and jobs that are remembered after they are done. */
const WAITING = 12;
const REMEMBERED = 30;
/** Sheets of one job at once: as many as the printer has pages. */
const AT_ONCE = 2;
/** Milliseconds between two tries while single sheets fill the printer's line, and between two saves. */
const PAUSE = 150;
const SAVE = 2000;

/** Batches of sheets, one after the other (S10 to S13). Single sheets go between them. */
export class PrintJobs {
  readonly #options: JobsOptions;
  readonly #jobs: PrintJob[];
  /** Counts up with every change, for whoever asks "anything new?". */
  #version = 0;
  #working: Promise<void> | null = null;
  #begun: { id: string; at: number; done: number } | null = null;
  #saving: Promise<void> = Promise.resolve();
  #savedAt = 0;
  #closed = false;

  private constructor(options: JobsOptions, jobs: PrintJob[]) {
    this.#options = options;
    this.#jobs = jobs;
  }

  /** Opens what was left by the last run and goes on with it. */
  static async open(options: JobsOptions): Promise<PrintJobs> {
    const jobs = new PrintJobs(options, await options.store.load());
    jobs.#start();
    return jobs;
  }

  /** Puts a batch in line. Throws print.busy with the place it would have when the line is full. */
  async add(inputs: readonly SheetInput[], by: Actor, base: string): Promise<string> {
    const before = this.#jobs.filter(isOpen).length;
    if (before >= WAITING) throw new Refused(refuse('print.busy', { place: before }));
    const sheets = inputs.map((input): JobSheet => ({ input, is: 'waiting' }));
    const job: PrintJob = { id: newId(), by, at: this.#options.now(), base, sheets };
    this.#jobs.push(job);
    const over = this.#jobs.filter((one) => !isOpen(one)).slice(0, -REMEMBERED);
    for (const one of over) this.#jobs.splice(this.#jobs.indexOf(one), 1);
    this.#changed();
    await this.#save();
    this.#start();
    return job.id;
  }

  /** Sheets that still wait are not made; those that are done stay. Throws print.job-missing. */
  async cancel(id: string): Promise<void> {
    for (const sheet of this.#find(id).sheets) if (sheet.is === 'waiting') sheet.is = 'cancelled';
    this.#changed();
    await this.#save();
  }

  /** What failed or was cancelled is tried again. Throws print.job-missing. */
  async retry(id: string): Promise<void> {
    for (const sheet of this.#find(id).sheets) {
      if (sheet.is !== 'failed' && sheet.is !== 'cancelled') continue;
      sheet.is = 'waiting';
      delete sheet.why;
    }
    this.#changed();
    await this.#save();
    this.#start();
  }

  /** Codes of the sheets that are ready, in the order asked for. Throws print.job-missing. */
  codes(id: string): string[] {
    return this.#find(id).sheets.flatMap(({ code }) => code ?? []);
  }

  base(id: string): string {
    return this.#find(id).base;
  }

  /** Newest first. */
  list(): PrintJobView[] {
    return this.#jobs.map((job) => this.#view(job)).reverse();
  }

  view(id: string): PrintJobView {
    return this.#view(this.#find(id));
  }

  /** Changes whenever an answer of `list` or `view` would. */
  get version(): number {
    return this.#version;
  }

  /** Lets the sheets at work end; what waits goes on at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
    await this.#save();
  }

  #find(id: string): PrintJob {
    const job = this.#jobs.find((one) => one.id === id);
    if (!job) throw new Refused(refuse('print.job-missing'));
    return job;
  }

  #view(job: PrintJob): PrintJobView {
    const count = (is: JobSheet['is']) => job.sheets.filter((sheet) => sheet.is === is).length;
    const open = this.#jobs.filter(isOpen);
    const place = open.indexOf(job);
    return {
      id: job.id,
      by: job.by.name,
      at: job.at,
      is: place < 0 ? 'done' : place === 0 ? 'working' : 'waiting',
      place: Math.max(0, place),
      total: job.sheets.length,
      done: count('done'),
      failed: count('failed'),
      cancelled: count('cancelled'),
      secondsLeft: this.#secondsLeft(job, count('waiting')),
      sheets: job.sheets.map(({ input, is, code, why }) => ({
        ...input,
        is,
        ...(code ? { code } : {}),
        ...(why ? { why } : {}),
      })),
    };
  }

  /** By the pace so far; null until there is one. */
  #secondsLeft(job: PrintJob, waiting: number): number | null {
    if (this.#begun?.id !== job.id || waiting === 0) return waiting === 0 ? 0 : null;
    const made = job.sheets.filter(({ is }) => is === 'done').length - this.#begun.done;
    if (made < 1) return null;
    return Math.ceil((((this.#options.now() - this.#begun.at) / made) * waiting) / 1000);
  }

  #start(): void {
    if (this.#closed || this.#working || !this.#jobs.some(isOpen)) return;
    this.#working = this.#work()
      .catch((error: unknown) => this.#options.log.error('printing stopped', error))
      .finally(() => {
        this.#working = null;
        this.#start();
      });
  }

  async #work(): Promise<void> {
    for (;;) {
      const job = this.#jobs.find(isOpen);
      if (!job || this.#closed) return;
      const done = job.sheets.filter(({ is }) => is === 'done').length;
      this.#begun = { id: job.id, at: this.#options.now(), done };
      const taken = new Set<JobSheet>();
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.#serve(job, taken)));
      await this.#save();
    }
  }

  async #serve(job: PrintJob, taken: Set<JobSheet>): Promise<void> {
    for (;;) {
      const sheet = job.sheets.find((one) => one.is === 'waiting' && !taken.has(one));
      if (!sheet || this.#closed) return;
      taken.add(sheet);
      await this.#make(job, sheet);
      this.#changed();
      if (this.#options.now() - this.#savedAt > SAVE) await this.#save();
    }
  }

  async #make(job: PrintJob, sheet: JobSheet): Promise<void> {
    while (sheet.is === 'waiting') {
      try {
        sheet.code = await this.#options.press.make(sheet.input, job.by, job.base);
        sheet.is = 'done';
        return;
      } catch (error) {
        const why = refusalOf(error);
        if (why?.refused === 'hub.closing') return;
        if (why?.refused === 'print.busy' && !this.#closed) await wait(PAUSE);
        else {
          if (!why) this.#options.log.error('a sheet of a batch was not made', error);
          sheet.is = 'failed';
          sheet.why = why ?? refuse('print.failed');
        }
      }
      if (this.#closed) return;
    }
  }

  #changed(): void {
    this.#version++;
  }

  #save(): Promise<void> {
    this.#savedAt = this.#options.now();
    this.#saving = this.#saving
      .then(() => this.#options.store.save(this.#jobs))
      .catch((error: unknown) => this.#options.log.error('print jobs were not saved', error));
    return this.#saving;
  }
}

function isOpen(job: PrintJob): boolean {
  return job.sheets.some(({ is }) => is === 'waiting');
}

/** Refusals of rules, of the server and of the templates all carry the same two fields. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return { refused: error.code, params: error.params };
  if (error === null || typeof error !== 'object' || !isRefusal(error)) return null;
  const { refused, params } = error;
  return params ? { refused, params } : { refused };
}
