import { ownVoice } from '../content/voice/own.ts';
import type { Session } from './panel.svelte.ts';
import { Save } from './save.svelte.ts';
import { shapeRecording, unpack, wordOf } from './sound.ts';

/** What became of files that were chosen together. */
export interface Taken {
  count: number;
  odd: string[];
  bad: string[];
}

/** Words that a hall may come to need: letters of services to come, and windows from ten on. */
const SPARE = /^[A-Z十百]$/;

/** The hall's own recordings, as they are made and uploaded. */
export class Recordings {
  readonly save = new Save();
  /** How far the files that were chosen have got. */
  work = $state.raw<{ done: number; all: number } | null>(null);
  taken = $state.raw<Taken | null>(null);
  /** A word whose last recording was not usable. */
  bad = $state<string | null>(null);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  readonly voice = $derived.by(() => ownVoice(this.#session.hub.records));

  /** Takes a recording of a word. Answers whether it could be used and was kept. */
  async put(word: string, file: Blob): Promise<boolean> {
    this.bad = null;
    const shaped = await shapeRecording(file);
    if (!shaped) {
      this.bad = word;
      return false;
    }
    const done = await this.save.run(async () => {
      const made = await this.#session.panel.http.upload(shaped, `${word}.wav`);
      return made.ok ? this.#session.hub.give('voice:clip', { word, upload: made.value.id }) : made;
    });
    return done !== undefined;
  }

  /** Answers whether it is gone. */
  async drop(word: string): Promise<boolean> {
    const give = () => this.#session.hub.give('voice:clip', { word, upload: null });
    return (await this.save.run(give)) !== undefined;
  }

  /** Takes many files, each named by its word. */
  async putAll(chosen: Iterable<File>): Promise<void> {
    const files = await unpack(chosen);
    const taken: Taken = { count: 0, odd: [], bad: [] };
    this.taken = null;
    for (const [at, { name, file }] of files.entries()) {
      this.work = { done: at, all: files.length };
      const word = wordOf(name);
      if (!this.voice.needed.includes(word) && !SPARE.test(word)) taken.odd.push(name);
      else if (await this.put(word, file)) taken.count++;
      else taken.bad.push(name);
    }
    this.work = null;
    this.bad = null;
    this.taken = taken;
  }

  /** Uses the recordings, or goes back to the voice that ships. */
  async use(own: boolean): Promise<boolean> {
    return (await this.save.run(() => this.#session.hub.give('hall:voice', { own }))) !== undefined;
  }
}
