import type { Failure, Reply } from '../content/protocol.ts';
import type { RefusalCode } from '../content/refusals.ts';

/** One saving at a time, and what was refused, so that its words can stand beside the right field. */
export class Save {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  #claimed: readonly RefusalCode[];

  /** `claimed` are the refusals that the form shows beside a field; the others go to `rest`. */
  constructor(claimed: readonly RefusalCode[] = []) {
    this.#claimed = claimed;
  }

  /** Answers the value, or undefined when it was refused or a save was under way already. */
  async run<T>(task: () => Promise<Reply<T>>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.failure = null;
    const reply = await task();
    this.busy = false;
    if (reply.ok) return reply.value;
    this.failure = reply;
    return undefined;
  }

  /** The words for a field that answers for these codes. */
  at(...codes: RefusalCode[]): string | null {
    return this.failure && codes.includes(this.failure.code) ? this.failure.message : null;
  }

  /** The words that no field answers for. */
  rest = $derived.by(() =>
    this.failure && !this.#claimed.includes(this.failure.code) ? this.failure.message : null,
  );
}
