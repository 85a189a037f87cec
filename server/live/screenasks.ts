import type { Heard, ScreenAnswer, ScreenAsk } from '../../content/protocol.ts';
import { refuse } from '../../content/rule.ts';
import { isVoice } from '../../content/voice/zone.ts';
import { checked } from './desk.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import { AnswerBody, HeardBody } from './wire.ts';

/** A test of the voice waits for the call that is being spoken, of some fifteen seconds. */
const TEST_MS = 30_000;
/** A slow TV box needs some seconds to draw its picture. */
const ASK_MS = 20_000;

/** What goes over the open line to a screen; each waits at most `ms` for its answer. */
export interface AskLine {
  testVoice(ms: number): Promise<unknown>;
  ask(ms: number, word: ScreenAsk): Promise<unknown>;
}
/** What the hub asks of one screen and waits to be told. */
export class ScreenAsks {
  readonly #hall: Hall;
  /** Null when the screen has no line. */
  readonly #lineOf: (screen: string) => AskLine | null;

  constructor(hall: Hall, lineOf: (screen: string) => AskLine | null) {
    this.#hall = hall;
    this.#lineOf = lineOf;
  }

  /**
   * Has a screen say a test sentence and answers how it was heard (V24). Throws `record.missing`,
   * `screen.silent`, `screen.away`.
   */
  async testVoice(id: string): Promise<Heard> {
    const screen = this.#hall.records.get('screen', id);
    if (!screen) throw new Refused(refuse('record.missing'));
    if (!isVoice(screen)) throw new Refused(refuse('screen.silent'));
    return this.#answer(
      id,
      (line) => line.testVoice(TEST_MS),
      (words) => checked<Heard>(HeardBody, words),
    );
  }

  /**
   * Asks a screen to show which one it is, to load itself again or for a picture of what it draws. Throws
   * `record.missing`, `screen.away`, `screen.unable`.
   */
  async ask(id: string, word: ScreenAsk): Promise<Extract<ScreenAnswer, { done: true }>> {
    if (!this.#hall.records.get('screen', id)) throw new Refused(refuse('record.missing'));
    const answer = await this.#answer(
      id,
      (line) => line.ask(ASK_MS, word),
      (words) => checked<ScreenAnswer>(AnswerBody, words),
    );
    if (!answer.done) throw new Refused(refuse('screen.unable', { why: answer.why }));
    return answer;
  }

  /** A screen that is silent, slow or answers nonsense is away. */
  async #answer<T>(
    id: string,
    ask: (line: AskLine) => Promise<unknown>,
    read: (words: unknown) => T,
  ): Promise<T> {
    const line = this.#lineOf(id);
    if (!line) throw new Refused(refuse('screen.away'));
    try {
      return read(await ask(line));
    } catch {
      throw new Refused(refuse('screen.away'));
    }
  }
}
