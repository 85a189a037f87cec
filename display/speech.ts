import { hallOf, zoneOf } from '../content/premises/hall.ts';
import type { Heard, SpeakersNamed } from '../content/protocol.ts';
import type { Records } from '../content/records.ts';
import { joinLine, openLine, takeNext } from '../content/voice/order.ts';
import type { Call, Line, Utterance } from '../content/voice/order.ts';
import { TEST } from '../content/voice/trial.ts';
import { volumeAt } from '../content/voice/volume.ts';
import { isMember, speaksHere } from '../content/voice/zone.ts';
import { attempt } from './attempt.ts';
import type { Bell } from './bell.ts';
import { callsOf } from './calls.ts';
import { Ladder } from './ladder.ts';
import type { Rung, Saying } from './rung.ts';

export interface VoiceNeeds {
  /** Hub time in ms. */
  now(): number;
  /** Whether the line to the hub stands. */
  connected(): boolean;
  /** Whether the hub has an engine that speaks (V22). */
  engine?(): boolean;
  /** The call of this announcement id is being spoken now, alone. */
  began(id: string): void;
  /** The state of the sound, or what was spoken, is another now. */
  changed(): void;
}

export interface SpeechNeeds extends VoiceNeeds {
  bell: Pick<Bell, 'out' | 'ring' | 'volume'>;
  /** The ladder, best first (V13); the bell is below its last rung. */
  rungs?: readonly Rung[];
  /** That of the second language (V17). */
  seconds?: readonly Rung[];
}

/** Seconds between a call and the same in the second language. */
const BETWEEN_MS = 400;

/** Speaks calls one after another. Rules: content/voice/voice.md. */
export class Speech {
  /** Announcement id last spoken to its end. */
  spoken: string | null = null;
  /** Announcement ids of what is being spoken, or was last. */
  saying: string[] = [];
  /** Announcement ids of what is being spoken now. */
  speaking: readonly string[] = [];
  #needs: SpeechNeeds;
  #ladder: Ladder;
  #line: Line;
  #records: Records | null = null;
  #id = '';
  #tests: ((heard: Heard) => void)[] = [];
  #busy = false;
  #ended = new AbortController();

  constructor(needs: SpeechNeeds, announced: Iterable<string> = []) {
    this.#needs = needs;
    this.#ladder = new Ladder(needs.rungs, needs.seconds);
    this.#line = openLine(announced);
  }

  /** Takes what is new in the records, as screen `id`; `named` is who speaks in zones, null if not known yet. */
  learn(records: Records, id: string, named: SpeakersNamed | null): void {
    this.#records = records;
    this.#id = id;
    this.#tune();
    this.#ladder.learn(records, this.#needs.engine?.() ?? false);
    // A screen that stays silent in its zone learns nothing: it may become the one that speaks (V12).
    const calls = speaksHere(records, id, named?.speakers ?? null) ? [...callsOf(records)] : [];
    const said = new Set(isMember(records, id) ? named?.said : []);
    const expected = calls.filter(
      (call) => (call.state === 'called' || call.state === 'serving') && !said.has(call.id),
    );
    this.#line = joinLine(this.#line, expected, this.#needs.now());
    this.goOn();
  }

  /** Speaks the next call, if nothing is being spoken and sound is free. */
  goOn(): void {
    if (this.#busy || !this.#needs.bell.out) return;
    const test = this.#tests.shift();
    if (test) return void this.#test(test, this.#ended.signal);
    // Cut off from the hub, another screen of the zone speaks now (V19).
    const { connected, now } = this.#needs;
    if (this.#records && isMember(this.#records, this.#id) && !connected()) return;
    const body = this.#records ? hallOf(this.#records)?.body : undefined;
    const { line, utterance } = takeNext(this.#line, now(), body?.wording, body?.voice?.second);
    this.#line = line;
    if (utterance) void this.#run(utterance, this.#ended.signal);
  }

  /** Says the test sentence when nothing else is being spoken; answers how it was heard (V24). */
  test(): Promise<Heard> {
    return new Promise((answer) => {
      this.#tests.push(answer);
      this.goOn();
    });
  }

  /** Silences what is being spoken. */
  stop(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#busy = false;
    this.#hush();
    for (const answer of this.#tests.splice(0)) answer('off');
  }

  async #run(utterance: Utterance, ended: AbortSignal): Promise<void> {
    this.#busy = true;
    const { calls, sentence, second, longest } = utterance;
    const [first, next] = calls;
    const alone = first && !next ? first.id : null;
    this.saying = calls.map(({ id }) => id);
    this.speaking = this.saying;
    this.#needs.changed();
    if (alone) this.#needs.began(alone);
    const saying = alone ? { ...sentence, call: alone } : sentence;
    const heard = await this.#utter(saying, longest, ended).catch(() => 'bell' as const);
    if (ended.aborted) return;
    if (heard !== 'bell') {
      this.spoken = newest(calls).id;
      this.#needs.changed();
    }
    if (heard !== 'bell' && second) {
      await pause(BETWEEN_MS);
      await this.#climb(this.#ladder.seconds, second, performance.now() + longest, ended).catch(() => null);
      if (ended.aborted) return;
    }
    this.#busy = false;
    this.#hush();
    this.goOn();
  }

  #hush(): void {
    if (this.speaking.length === 0) return;
    this.speaking = [];
    this.#needs.changed();
  }

  async #test(answer: (heard: Heard) => void, ended: AbortSignal): Promise<void> {
    this.#busy = true;
    answer(await this.#utter(TEST, TEST.longest, ended).catch(() => 'bell' as const));
    if (ended.aborted) return;
    this.#busy = false;
    this.goOn();
  }

  /** Bell, then the first rung that manages. `bell` if none did. */
  async #utter(saying: Saying, longest: number, ended: AbortSignal): Promise<Heard> {
    const deadline = performance.now() + longest;
    this.#tune();
    for (const rung of this.#ladder.rungs) rung.prepare?.(saying);
    await pause(this.#needs.bell.ring() * 1000);
    return (await this.#climb(this.#ladder.rungs, saying, deadline, ended)) ?? 'bell';
  }

  async #climb(
    rungs: readonly Rung[],
    saying: Saying,
    deadline: number,
    ended: AbortSignal,
  ): Promise<Heard | null> {
    for (const rung of rungs) {
      const { out } = this.#needs.bell;
      if (ended.aborted || !out) return null;
      const left = deadline - performance.now();
      // A rung that was given up has used the time of the call: no other one begins late.
      if (left <= 0) return null;
      if (await attempt(rung, saying, out, left, ended)) return rung.name;
    }
    return null;
  }

  /** Sets how loud this screen is at this hour (V16). */
  #tune(): void {
    if (!this.#records) return;
    const { voice } = this.#records.get('screen', this.#id) ?? {};
    this.#needs.bell.volume = volumeAt(voice, this.#needs.now(), zoneOf(this.#records));
  }
}

const newest = (calls: readonly Call[]): Call =>
  calls.reduce((one, other) => (other.at >= one.at ? other : one));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
