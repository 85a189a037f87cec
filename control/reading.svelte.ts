import type { Failure, Reply } from '../content/protocol.ts';

/** What is read from the hub for a question that may change: the latest question counts, answers to earlier ones are dropped. */
export class Reading<T> {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** The answer that stands; another question keeps it until its own comes, a refused one leaves none. */
  value = $state.raw<T | null>(null);
  #turn = 0;

  async ask(task: () => Promise<Reply<T>>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.busy = true;
    const reply = await task();
    if (turn !== this.#turn) return;
    this.busy = false;
    this.failure = reply.ok ? null : reply;
    this.value = reply.ok ? reply.value : null;
  }
}
