import type { Piece, Run, Show } from '../../content/model/showing.ts';

/** A piece is handed in after so long, or when it is full. */
export const PIECE_MS = 5 * 60_000;
const MOST_RUNS = 300;
const MOST_SHOWS = 50;
/** A page that was not looked at for longer slept, and knows nothing of that time. */
const SLEPT_MS = 5_000;

/** Turns looks at the glass into pieces without a hole. What was seen at a look counts until the next. */
export class Strip {
  #piece: Piece | null = null;
  #keys: string[] = [];
  #until = 0;
  #seen: Show | null = null;

  /** The piece that is not full yet. */
  get open(): Piece | null {
    return this.#piece && this.#piece.runs.length > 0 ? this.#piece : null;
  }

  /** Takes what is on the glass at `now`, hub time; null when no believable time is known. Answers a piece that is done. */
  look(show: Show | null, now: number): Piece | null {
    const at = Math.round(now);
    const ms = at - this.#until;
    const goesOn = this.#seen !== null && ms >= 0 && ms <= SLEPT_MS;
    if (goesOn && ms > 0) this.#add(this.#seen!, ms);
    const full = this.#isFull(at);
    const done = (!goesOn || show === null || full) && this.open ? this.open : null;
    if (done || !this.#piece || !goesOn) {
      this.#piece = { from: at, shows: [], runs: [] };
      this.#keys = [];
    }
    this.#until = at;
    this.#seen = show;
    return done;
  }

  #isFull(at: number): boolean {
    const { from = at, runs = [], shows = [] } = this.#piece ?? {};
    return at - from >= PIECE_MS || runs.length >= MOST_RUNS || shows.length >= MOST_SHOWS;
  }

  #add(show: Show, ms: number): void {
    const piece = this.#piece!;
    const key = JSON.stringify(show);
    let place = this.#keys.indexOf(key);
    if (place < 0) {
      place = this.#keys.push(key) - 1;
      piece.shows.push(show);
    }
    const last: Run | undefined = piece.runs[piece.runs.length - 1];
    if (last?.[0] === place) last[1] += ms;
    else piece.runs.push([place, ms]);
    this.#until += ms;
  }
}
