import { hallOf } from '../content/premises/hall.ts';
import type { Records } from '../content/records.ts';
import { joinLine, openLine, takeNext } from '../content/voice/order.ts';
import type { Line, Utterance } from '../content/voice/order.ts';
import type { Sentence } from '../content/voice/sentence.ts';
import { speaksHere } from '../content/voice/zone.ts';
import { callsOf } from './calls.ts';
import { BrowserVoice } from './speech-browser.ts';
import { ClipVoice } from './speech-clips.ts';
import type { Bell } from './bell.ts';
import type { Rung } from './rung.ts';

export interface VoiceNeeds {
  /** Hub time in ms. */
  now(): number;
  /** The call of this announcement id is being spoken now, alone. */
  began(id: string): void;
  /** The state of the sound, or what was spoken, is another now. */
  changed(): void;
}

export interface SpeechNeeds extends VoiceNeeds {
  bell: Pick<Bell, 'out' | 'ring'>;
  /** The ladder, best first (V13); the bell is below its last rung. */
  rungs?: readonly Rung[];
}

/** Speaks calls one after another. Rules: content/voice/voice.md. */
export class Speech {
  /** Announcement id last spoken to its end. */
  spoken: string | null = null;
  #needs: SpeechNeeds;
  #rungs: readonly Rung[];
  #line: Line;
  #wording: string | undefined;
  #busy = false;
  #ended = new AbortController();

  constructor(needs: SpeechNeeds, announced: Iterable<string> = []) {
    this.#needs = needs;
    this.#rungs = needs.rungs ?? [new ClipVoice(), new BrowserVoice()];
    this.#line = openLine(announced);
  }

  /** Takes what is new in the records, as screen `id`. */
  learn(records: Records, id: string): void {
    this.#wording = hallOf(records)?.body.wording;
    // A screen that stays silent in its zone learns nothing: it may become the one that speaks (V12).
    const calls = speaksHere(records, id) ? [...callsOf(records)] : [];
    const expected = calls.filter(({ state }) => state === 'called' || state === 'serving');
    this.#line = joinLine(this.#line, expected, this.#needs.now());
    this.goOn();
  }

  /** Speaks the next call, if nothing is being spoken and sound is free. */
  goOn(): void {
    if (this.#busy || !this.#needs.bell.out) return;
    const { line, utterance } = takeNext(this.#line, this.#needs.now(), this.#wording);
    this.#line = line;
    if (utterance) void this.#run(utterance, this.#ended.signal);
  }

  /** Silences what is being spoken. */
  stop(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#busy = false;
  }

  async #run(utterance: Utterance, ended: AbortSignal): Promise<void> {
    this.#busy = true;
    const [first, second] = utterance.calls;
    if (first && !second) this.#needs.began(first.id);
    const heard = await this.#utter(utterance, ended).catch(() => false);
    if (ended.aborted) return;
    this.#busy = false;
    if (heard) {
      this.spoken = utterance.calls.reduce((one, other) => (other.at >= one.at ? other : one)).id;
      this.#needs.changed();
    }
    this.goOn();
  }

  /** Bell, then the first rung that manages. False if none did: then the bell was all. */
  async #utter({ sentence, longest }: Utterance, ended: AbortSignal): Promise<boolean> {
    const deadline = performance.now() + longest;
    await pause(this.#needs.bell.ring() * 1000);
    for (const rung of this.#rungs) {
      const { out } = this.#needs.bell;
      if (ended.aborted || !out) return false;
      const left = deadline - performance.now();
      // A rung that was given up has used the time of the call: no other one begins late.
      if (left <= 0) return false;
      if (await attempt(rung, sentence, out, left, ended)) return true;
    }
    return false;
  }
}

/** Whether the rung said the sentence to its end within `longest` ms. It is silent afterwards in any case. */
async function attempt(
  rung: Rung,
  sentence: Sentence,
  out: GainNode,
  longest: number,
  ended: AbortSignal,
): Promise<boolean> {
  let giveUp = () => {};
  const givenUp = new Promise<boolean>((resolve) => (giveUp = () => resolve(false)));
  const watchdog = setTimeout(giveUp, longest);
  ended.addEventListener('abort', giveUp);
  try {
    if (!rung.canSay(sentence)) return false;
    return await Promise.race([rung.say(sentence, out).then(() => true), givenUp]);
  } catch {
    // The next rung says it.
    return false;
  } finally {
    clearTimeout(watchdog);
    ended.removeEventListener('abort', giveUp);
    silence(rung);
  }
}

function silence(rung: Rung): void {
  try {
    rung.stop();
  } catch {
    // An engine that cannot even be silenced must not hold up the next call.
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
