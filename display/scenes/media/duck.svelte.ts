import type { BoardCall } from '../../../content/views/board.ts';
import type { Turn } from '../../turns.ts';

/** So long a call lies over a video and hushes it: it is spoken twice in that time (N12). */
export const DUCK_MS = 10_000;

/** Which call lies over a playing video now. */
export class Duck {
  call = $state.raw<BoardCall | null>(null);
  /** Keys of turns that were seen. */
  #seen: Record<string, true> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #first = true;

  /** Takes whose turn it is, as often as that changes. What stood there before the scene began is old. */
  learn(turns: readonly (Turn | null)[]): void {
    for (const turn of turns) {
      if (!turn) continue;
      const key = `${turn.call.id} ${turn.told ?? ''}`;
      const fresh = turn.how === 'announced' || turn.told !== undefined;
      if (fresh && !this.#seen[key] && !this.#first) this.#show(turn.call);
      this.#seen[key] = true;
    }
    this.#first = false;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #show(call: BoardCall): void {
    clearTimeout(this.#timer);
    this.call = call;
    this.#timer = setTimeout(() => (this.call = null), DUCK_MS);
  }
}
