import type { BoardCall } from '../../../content/views/board.ts';
import type { Turn } from '../../turns.ts';

/** So long a call lies over what plays at least: it is spoken twice in that time (N12). */
export const DUCK_MS = 10_000;

/** Which call lies over what plays now. */
export class Duck {
  call = $state.raw<BoardCall | null>(null);
  /** Keys of turns that were seen. */
  #seen: Record<string, true> = {};
  #speaking: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #first = true;

  /**
   * Takes whose turn it is and what the voice is saying, as often as one of them changes. What stood there before the
   * scene began is old.
   */
  learn(turns: readonly (Turn | null)[], speaking: readonly string[]): void {
    this.#speaking = speaking;
    const seen: Record<string, true> = {};
    for (const turn of turns) {
      if (!turn) continue;
      const key = `${turn.call.id} ${turn.told ?? ''}`;
      const fresh = turn.how === 'announced' || turn.told !== undefined;
      if (fresh && !this.#seen[key] && !this.#first) this.#show(turn.call);
      seen[key] = true;
    }
    this.#seen = seen;
    this.#first = false;
    if (this.#timer === undefined) this.#leave();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #show(call: BoardCall): void {
    clearTimeout(this.#timer);
    this.call = call;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#leave();
    }, DUCK_MS);
  }

  /** A call that is still being spoken stays. */
  #leave(): void {
    if (this.call && !this.#speaking.includes(this.call.id)) this.call = null;
  }
}
