import type { BoardCall } from '../content/views/board.ts';
import { Announced, Turns } from './turns.ts';
import type { Turn } from './turns.ts';

export interface AnnouncerNeeds {
  /** Hub time in ms. */
  now(): number;
  /** Keeps the ids, so that a reload does not announce them again. */
  remember(ids: string[]): void;
}

/** Shows each call once in the group of its window, one after another in each group (S3). */
export class Announcer {
  /** Whose turn it is in each group of the board. */
  turns = $state.raw<(Turn | null)[]>([]);
  /** The newest of them. */
  readonly turn = $derived(
    this.turns.reduce(
      (newest, turn) => (turn && (!newest || madeAt(turn) > madeAt(newest)) ? turn : newest),
      null,
    ),
  );
  #announced: Announced;
  #groups: Turns[] = [];
  #division: string | undefined;
  #needs: AnnouncerNeeds;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: AnnouncerNeeds, announced: Iterable<string> = []) {
    this.#needs = needs;
    this.#announced = new Announced(announced);
  }

  /**
   * Takes the newest call of every ticket in each group, as often as the records change. With another
   * `division` of the windows all turns begin anew, so that a call that waits is told in its new group alone.
   */
  learn(groups: readonly Iterable<BoardCall>[], division?: string): void {
    if (groups.length !== this.#groups.length || division !== this.#division)
      this.#groups = groups.map(() => new Turns(this.#announced));
    this.#division = division;
    const now = this.#needs.now();
    let learnt = false;
    for (const [at, calls] of groups.entries()) learnt = this.#groups[at]?.learn(calls, now) || learnt;
    this.#advance(learnt);
  }

  /** The call of this id is being spoken now. */
  follow(id: string): void {
    this.turns = this.#groups.map((group) => group.follow(id));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #advance(learnt: boolean): void {
    clearTimeout(this.#timer);
    const steps = this.#groups.map((group) => group.step(performance.now()));
    this.turns = steps.map(({ turn }) => turn);
    if (learnt || steps.some(({ sounds }) => sounds)) this.#needs.remember(this.#announced.ids);
    const until = Math.min(...steps.map(({ until }) => until ?? Infinity));
    if (until < Infinity)
      this.#timer = setTimeout(() => this.#advance(false), Math.max(0, until - performance.now()));
  }
}

function madeAt({ call, told }: Turn): number {
  return told ?? call.at;
}
