import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Change, Commit } from '../../content/model/record.ts';
import { hallOf } from '../../content/premises/hall.ts';
import { CALL_FRESH_MS } from '../../content/protocol.ts';
import { sentenceOf } from '../../content/voice/sentence.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import type { Store } from '../uploads/store.ts';
import { render } from './engine.ts';

/** Rendered sentences kept; a hall's numbers and windows come again every day. */
const CACHE_BYTES = 256 * 2 ** 20;
/** A screen waits no longer: then its next rung speaks (V22). */
const WAIT_MS = 900;
/** Calls known by their announcement ids. */
const KEPT = 500;

export interface SpeechOptions {
  hall: Hall;
  store: Store;
  /** Command line of the engine, `{text}` and `{out}` to be filled in. */
  command: string;
  now: () => number;
  log: Log;
  /** The engine is ended after this many ms. */
  longest?: number;
}

interface Job {
  name: string;
  text: string;
  at: number;
}

/** Sentences of calls as an engine of the hub speaks them, rendered ahead, one at a time (V22). */
export class Speech {
  readonly #options: SpeechOptions;
  readonly #stop: () => void;
  /** File names by announcement id, oldest first. */
  readonly #calls = new Map<string, string>();
  readonly #waiting = new Set<() => void>();
  #jobs: Job[] = [];
  #working: Promise<void> | null = null;
  #closed = false;

  constructor(options: SpeechOptions) {
    this.#options = options;
    this.#stop = options.hall.onCommit((commit) => this.#learn(commit));
  }

  /** The sound of a call as soon as it is there, within a moment; null if it is not. */
  async soundOf(call: string): Promise<Buffer | null> {
    const name = this.#calls.get(call);
    if (!name) return null;
    const until = performance.now() + WAIT_MS;
    while (!this.#options.store.has(name)) {
      const left = until - performance.now();
      if (left <= 0 || this.#closed || this.#jobs.every((job) => job.name !== name)) return null;
      await this.#turn(left);
    }
    return readFile(this.#options.store.path(name)).catch(() => null);
  }

  #turn(longest: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, longest);
      this.#waiting.add(wake);
    });
  }

  #learn({ changes }: Commit): void {
    const { hall, command } = this.#options;
    for (const change of changes) {
      if (change.kind !== 'ticket') continue;
      const { body } = change as Change<'ticket'>;
      if (!body?.call || body.state.is !== 'called' || this.#calls.has(body.call.id)) continue;
      const { number, call } = body;
      const called = { number, windowNumber: call.windowNumber };
      const { text } = sentenceOf([called], hallOf(hall.records)?.body.wording);
      const name = `${hash('sha256', `${command}\n${text}`, 'hex')}.wav`;
      this.#calls.set(call.id, name);
      for (const oldest of this.#calls.keys()) if (this.#calls.size > KEPT) this.#calls.delete(oldest);
      if (!this.#options.store.has(name)) this.#jobs.push({ name, text, at: call.at });
    }
    this.#working ??= this.#work().finally(() => (this.#working = null));
  }

  async #work(): Promise<void> {
    const { store, command, now, log, longest } = this.#options;
    for (let [job] = this.#jobs; job && !this.#closed; [job] = this.#jobs) {
      const { name, text, at } = job;
      try {
        // What grew old in the line is not spoken any more (V10).
        if (now() - at <= CALL_FRESH_MS && !store.has(name)) {
          const sound = await render({ command, text, out: store.draft(), ...(longest ? { longest } : {}) });
          await store.put(name, sound);
          await store.trim(CACHE_BYTES);
        }
      } catch (error) {
        log.warn(`the voice engine did not speak: ${(error as Error).message}`);
      }
      this.#jobs = this.#jobs.filter((one) => one !== job);
      for (const wake of this.#waiting) wake();
    }
  }

  /** Renders nothing more. May be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stop();
    for (const wake of this.#waiting) wake();
    await this.#working;
  }
}
