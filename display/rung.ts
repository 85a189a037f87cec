import type { Heard } from '../content/protocol.ts';
import type { Sentence } from '../content/voice/sentence.ts';

/** What a rung is to say. `call` is the announcement id, if it is the call of one ticket (said twice, V3). */
export interface Saying extends Sentence {
  call?: string;
}

/** One way of speaking. */
export interface Rung {
  readonly name: Heard;
  /** Fetches what the sentence needs, while the bell rings. */
  prepare?(saying: Saying): void;
  /** Whether it has the means for this sentence now. */
  canSay(saying: Saying): boolean;
  /** Resolves when the sentence has been heard to its end, rejects if it was not. May never settle. */
  say(saying: Saying, out: GainNode): Promise<void>;
  /** Silences it at once. */
  stop(): void;
}
