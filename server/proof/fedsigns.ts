import { interruptOn } from '../../content/interrupts/showing.ts';
import type { Piece, Show } from '../../content/model/showing.ts';
import type { Records } from '../../content/records.ts';
import type { Log } from '../log.ts';

/** What a sign showed is handed in after so long. */
const PIECE_MS = 60_000;
/** A sign that calls often has a new frame every quarter of a second. */
const MOST_RUNS = 300;
const MOST_SHOWS = 50;

export interface FedSignsParts {
  hall: { readonly records: Records };
  now: () => number;
  log: Log;
  hand: (screen: string, pieces: readonly Piece[]) => Promise<void>;
}

interface Strip {
  piece: Piece;
  /** What its controller took last, and when. */
  show: Show;
  at: number;
}

/**
 * The log of signs of dots that have no page: what their controller took stood there until it took the next, or the same
 * again (PS14).
 */
export class FedSigns {
  readonly #parts: FedSignsParts;
  readonly #strips = new Map<string, Strip>();

  constructor(parts: FedSignsParts) {
    this.#parts = parts;
  }

  /** The controller of a sign took a picture. */
  took(screen: string): void {
    const at = this.#parts.now();
    const show = this.#showOf(screen, at);
    const strip = this.#strips.get(screen);
    if (strip && at >= strip.at) {
      add(strip.piece, strip.show, at - strip.at);
      Object.assign(strip, { show, at });
      const { from, shows, runs } = strip.piece;
      if (at - from >= PIECE_MS || shows.length >= MOST_SHOWS || runs.length >= MOST_RUNS)
        this.#close(screen, strip);
    } else this.#strips.set(screen, { piece: { from: at, shows: [], runs: [] }, show, at });
  }

  /** It did not: nobody knows what stands there now. */
  failed(screen: string): void {
    const strip = this.#strips.get(screen);
    this.#strips.delete(screen);
    if (strip) this.#close(screen, strip);
  }

  #close(screen: string, strip: Strip): void {
    const { piece } = strip;
    strip.piece = { from: strip.at, shows: [], runs: [] };
    if (piece.runs.length === 0) return;
    this.#parts
      .hand(screen, [piece])
      .catch((error: unknown) => this.#parts.log.error('what a sign showed was not noted', error));
  }

  #showOf(screen: string, now: number): Show {
    const { records } = this.#parts.hall;
    const self = records.get('screen', screen);
    const { interrupt } = interruptOn(records, screen, now);
    if (interrupt) return { is: 'over', interrupt: interrupt.id, parts: [] };
    if (!self || self.blocked) return { is: 'blocked', parts: [] };
    return { is: 'shown', parts: [{ scene: self.scene.is }] };
  }
}

function add(piece: Piece, show: Show, ms: number): void {
  if (ms <= 0) return;
  const key = JSON.stringify(show);
  let place = piece.shows.findIndex((one) => JSON.stringify(one) === key);
  if (place < 0) place = piece.shows.push(show) - 1;
  const last = piece.runs.at(-1);
  if (last?.[0] === place) last[1] += ms;
  else piece.runs.push([place, ms]);
}
