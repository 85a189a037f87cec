import { hallOf } from '../content/premises/hall.ts';
import type { Records } from '../content/records.ts';
import { ownVoice } from '../content/voice/own.ts';
import type { Rung } from './rung.ts';
import { BrowserVoice } from './speech-browser.ts';
import { ClipVoice } from './speech-clips.ts';
import { EngineVoice } from './speech-engine.ts';
import { OwnClips } from './speech-own.ts';

/** The ways of speaking, best first (V13), and those of the second language. */
export class Ladder {
  readonly rungs: readonly Rung[];
  readonly #own = new OwnClips();
  readonly #engine = new EngineVoice();
  readonly #given: readonly Rung[] | undefined;
  #seconds: readonly Rung[] | undefined;

  /** Tests hand in rungs of their own. */
  constructor(rungs?: readonly Rung[], seconds?: readonly Rung[]) {
    this.rungs = rungs ?? [this.#own, this.#engine, new ClipVoice(), new BrowserVoice()];
    this.#given = seconds;
  }

  get seconds(): readonly Rung[] {
    return this.#given ?? this.#seconds ?? [];
  }

  /** Gets ready what the hall has chosen; `engine` is whether the hub has one. */
  learn(records: Records, engine: boolean): void {
    this.#engine.on = engine;
    this.#own.learn(ownVoice(records));
    if (hallOf(records)?.body.voice?.second && !this.#given)
      this.#seconds ??= [ClipVoice.english(), new BrowserVoice(/^en\b/i)];
  }
}
