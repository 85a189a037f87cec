import type { BoardCall } from '../content/views/board.ts';
import { CALL_FRESH_MS } from '../content/protocol.ts';

/** A call stands big at least this long before the next takes its place. */
export const TURN_MS = 3_000;
/** Announcement ids kept; far more than a day of calls in one hall. */
const KEPT = 2_000;

export interface Turn {
  call: BoardCall;
  /** `announced`: sounds and pulses. `late`: learnt too late for that. `known`: announced before, as after a reload. */
  how: 'announced' | 'late' | 'known';
  /** When the newest call was made that has had its turn, if that is another one. */
  told?: number;
}

export interface Step {
  turn: Turn | null;
  /** True once for each call that is to be sounded now. */
  sounds: boolean;
  /** Moment on the steady clock at which to step again; null if nothing waits. */
  until: number | null;
}

/** Whether the visitor is still expected at the window, or has just come to it. */
function isOpen({ state }: Pick<BoardCall, 'state'>): boolean {
  return state === 'called' || state === 'serving';
}

/** Ids announced or let pass, oldest first: what a reload must remember. Shared by the groups of a board. */
export class Announced {
  #ids: Set<string>;

  constructor(ids: Iterable<string> = []) {
    this.#ids = new Set(ids);
  }

  get ids(): string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= KEPT) break;
      this.#ids.delete(oldest);
    }
  }
}

/**
 * Whose turn it is on the board. Every call is announced once, known by its id; calls that come together are
 * shown one after another in the order in which they were made; none is skipped whose visitor is expected.
 * Times named `now` are hub time, `steady` is a clock that never jumps; both in ms.
 */
export class Turns {
  #announced: Announced;
  #queue: BoardCall[] = [];
  #known: BoardCall[] = [];
  #turn: Turn | null = null;
  #since = -Infinity;
  #newest = -Infinity;

  constructor(announced: Iterable<string> | Announced = []) {
    this.#announced = announced instanceof Announced ? announced : new Announced(announced);
  }

  get announced(): string[] {
    return this.#announced.ids;
  }

  /** Takes the newest call of every ticket. Returns whether anything was new. */
  learn(calls: Iterable<BoardCall>, now: number): boolean {
    const sorted = [...calls].sort((one, other) => one.at - other.at || (one.number < other.number ? -1 : 1));
    this.#known = sorted;
    // Who has been served meanwhile, or did not come, is not called to the window any more.
    const states = new Map(sorted.map(({ id, state }) => [id, state]));
    this.#queue = this.#queue.filter((call) => isOpen({ state: states.get(call.id) ?? call.state }));
    const queued = new Set(this.#queue.map(({ id }) => id));
    const fresh = sorted.filter(({ id }) => !this.#announced.has(id) && !queued.has(id));
    const inTime = fresh.filter((call) => now - call.at <= CALL_FRESH_MS && isOpen(call));
    this.#queue.push(...inTime);
    // A call in the queue counts as announced only when its turn comes, so that a reload cannot skip it.
    for (const call of fresh) if (!inTime.includes(call)) this.#announced.add(call.id);
    // Calls of an outage are in the list of last calls; only the newest of them is worth the big place.
    const newest = sorted.at(-1);
    if (newest && !inTime.includes(newest) && !queued.has(newest.id) && newest.at > this.#newest)
      this.#turn = { call: newest, how: fresh.includes(newest) ? 'late' : 'known' };
    if (newest) this.#newest = Math.max(this.#newest, newest.at);
    return fresh.length > 0;
  }

  /** Moves on if the call on the glass has stood long enough. */
  step(steady: number): Step {
    const free = steady - this.#since >= TURN_MS;
    const next = free ? this.#queue.shift() : undefined;
    if (next) {
      this.#turn = { call: next, how: 'announced' };
      this.#since = steady;
      this.#announced.add(next.id);
    }
    const until = this.#queue.length > 0 ? this.#since + TURN_MS : null;
    return { turn: this.#turn, sounds: next !== undefined, until };
  }

  /**
   * Puts the call that is being spoken back on the glass (V15 of the voice), if no other one waits for its
   * turn and its visitor is still expected. Answers whose turn it is then.
   */
  follow(id: string): Turn | null {
    const call = this.#known.find((one) => one.id === id);
    const isThere = this.#turn?.call.id === id;
    if (!call || isThere || !isOpen(call) || this.#queue.length > 0 || !this.#announced.has(id))
      return this.#turn;
    const told = Math.max(call.at, this.#turn?.told ?? this.#turn?.call.at ?? 0);
    this.#turn = { call, how: 'known', told };
    return this.#turn;
  }
}
