import type { Sentence } from '../content/voice/sentence.ts';

/** One way of speaking. */
export interface Rung {
  /** Whether it has the means for this sentence now. */
  canSay(sentence: Sentence): boolean;
  /** Resolves when the sentence has been heard to its end, rejects if it was not. May never settle. */
  say(sentence: Sentence, out: GainNode): Promise<void>;
  /** Silences it at once. */
  stop(): void;
}
