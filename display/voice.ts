import type { Heard, SpeakersNamed } from '../content/protocol.ts';
import type { Records } from '../content/records.ts';
import { Bell } from './bell.ts';
import type { Sound } from './bell.ts';
import { Speech } from './speech.ts';
import type { VoiceNeeds } from './speech.ts';

/** Bell and speech of one screen: a chunk of its own, because the first picture does not wait for sound. */
export class Voice {
  #bell: Bell;
  #speech: Speech;

  /** `announced` are ids that were announced before the page was loaded. */
  constructor(needs: VoiceNeeds, announced: Iterable<string> = []) {
    this.#bell = new Bell(() => {
      needs.changed();
      this.#speech.goOn();
    });
    this.#speech = new Speech({ ...needs, bell: this.#bell }, announced);
  }

  get sound(): Sound {
    return this.#bell.sound;
  }

  /** Announcement id last spoken to its end. */
  get spoken(): string | null {
    return this.#speech.spoken;
  }

  /** Announcement ids of what is being spoken, or was last. */
  get saying(): string[] {
    return this.#speech.saying;
  }

  /** Announcement ids of what is being spoken now. */
  get speaking(): readonly string[] {
    return this.#speech.speaking;
  }

  /** Makes the sound ready. May be called again and again. */
  open(): void {
    this.#bell.open();
  }

  /** Says a test sentence as soon as nothing else is being spoken; answers how it was heard (V24). */
  async test(): Promise<Heard> {
    return this.sound === 'ready' ? this.#speech.test() : this.sound;
  }

  close(): void {
    this.#speech.stop();
    this.#bell.close();
  }

  /** Speaks what is new in the records, as screen `id`. Call it as often as they change, while open. */
  learn(records: Records, id: string, named: SpeakersNamed | null): void {
    this.#speech.learn(records, id, named);
  }
}
