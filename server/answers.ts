import type { Actor } from '../content/model/record.ts';
import type { Refusal } from '../content/rule.ts';

/** What a command was answered. Words are added where the reader's language is known. */
export type Answer<R = unknown> = { ok: true; value: R } | ({ ok: false } & Refusal);

/** Requests whose answers are remembered; a page repeats within seconds, so this is minutes of rush hour. */
const KEPT = 2000;

interface Kept {
  request: string;
  seq: number;
  result: unknown;
}

/**
 * Remembers what requests were answered, so that a repeat is harmless (W5). A request belongs to its
 * sender: the key holds both. Only what was committed is kept; a refusal changed nothing and may be asked again.
 */
export class AnswerBook {
  readonly #underWay = new Map<string, Promise<Answer>>();
  readonly #kept = new Map<string, Kept>();

  /** Runs `run` unless this request has been answered or is on its way. */
  once(by: Actor, request: string, run: () => Promise<Answer>): Promise<Answer> {
    const key = keyOf(by, request);
    const kept = this.#kept.get(key);
    if (kept) return Promise.resolve({ ok: true, value: kept.result });
    const before = this.#underWay.get(key);
    if (before) return before;
    const answer = run().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, answer);
    return answer;
  }

  keep(by: Actor, request: string, seq: number, result: unknown): void {
    const key = keyOf(by, request);
    this.#kept.set(key, { request: key, seq, result });
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }

  restore(answered: readonly Kept[]): void {
    for (const one of answered) this.#kept.set(one.request, one);
  }

  /** For the checkpoint, newest last. */
  newest(): Kept[] {
    return [...this.#kept.values()];
  }
}

function keyOf(by: Actor, request: string): string {
  return `${by.is === 'system' ? by.is : by.id}/${request}`;
}
