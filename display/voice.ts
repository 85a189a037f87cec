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

  /** Makes the sound ready, at a volume from 0 to 1. May be called again and again. */
  open(volume = 1): void {
    this.#bell.volume = volume;
    this.#bell.open();
  }

  close(): void {
    this.#speech.stop();
    this.#bell.close();
  }

  /** Speaks what is new in the records, as screen `id`. Call it as often as they change, while open. */
  learn(records: Records, id: string): void {
    this.#speech.learn(records, id);
  }
}
