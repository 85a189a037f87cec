import type { BoardCall } from '../content/views/board.ts';
import { Turns } from './turns.ts';
import type { Turn } from './turns.ts';

export interface AnnouncerNeeds {
  /** Hub time in ms. */
  now(): number;
  /** Keeps the ids, so that a reload does not announce them again. */
  remember(ids: string[]): void;
}

/** Shows each call once, one after another. */
export class Announcer {
  turn = $state.raw<Turn | null>(null);
  #turns: Turns;
  #needs: AnnouncerNeeds;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: AnnouncerNeeds, announced: Iterable<string> = []) {
    this.#needs = needs;
    this.#turns = new Turns(announced);
  }

  /** Takes the newest call of every ticket, as often as the records change. */
  learn(calls: Iterable<BoardCall>): void {
    const learnt = this.#turns.learn(calls, this.#needs.now());
    this.#advance(learnt);
  }

  /** The call of this id is being spoken now. */
  follow(id: string): void {
    this.turn = this.#turns.follow(id);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #advance(learnt: boolean): void {
    clearTimeout(this.#timer);
    const { turn, sounds, until } = this.#turns.step(performance.now());
    this.turn = turn;
    if (sounds || learnt) this.#needs.remember(this.#turns.announced);
    if (until !== null)
      this.#timer = setTimeout(() => this.#advance(false), Math.max(0, until - performance.now()));
  }
}
