import { RATE } from '../content/voice/clips.ts';
import { cutWords } from '../content/voice/cut.ts';
import type { OwnVoice } from '../content/voice/own.ts';
import type { Sentence } from '../content/voice/sentence.ts';
import type { Rung } from './rung.ts';
import { Stitch } from './stitch.ts';

const AGAIN_MS = 5_000;

/** The hall's own recordings, once it wants them and they are complete (V20). */
export class OwnClips implements Rung {
  readonly name = 'own';
  readonly #stitch = new Stitch();
  /** By digest: a recording that two words share is loaded once, and one that stays is not loaded again. */
  readonly #loaded = new Map<string, AudioBuffer>();
  readonly #loading = new Set<string>();
  #clips: ReadonlyMap<string, string> = new Map();
  #retries = false;

  /** Takes the hall's recordings as they are now. */
  learn({ on, clips, missing }: OwnVoice): void {
    this.#clips = on && missing.length === 0 ? clips : new Map<string, string>();
    const wanted = new Set(this.#clips.values());
    for (const digest of this.#loaded.keys()) if (!wanted.has(digest)) this.#loaded.delete(digest);
    for (const digest of wanted) void this.#load(digest);
  }

  canSay(sentence: Sentence): boolean {
    const sounds = this.#sounds();
    return sounds.size > 0 && this.#cut(sentence, sounds) !== null;
  }

  say(sentence: Sentence, out: GainNode): Promise<void> {
    const sounds = this.#sounds();
    return this.#stitch.play(this.#cut(sentence, sounds) ?? [], sounds, out);
  }

  stop(): void {
    this.#stitch.stop();
  }

  #cut({ text }: Sentence, sounds: ReadonlyMap<string, AudioBuffer>): string[] | null {
    return cutWords(text.replace(/\s/g, ''), sounds);
  }

  #sounds(): Map<string, AudioBuffer> {
    const sounds = new Map<string, AudioBuffer>();
    for (const [word, digest] of this.#clips) {
      const sound = this.#loaded.get(digest);
      if (sound) sounds.set(word, sound);
    }
    return sounds;
  }

  async #load(digest: string): Promise<void> {
    if (this.#loaded.has(digest) || this.#loading.has(digest)) return;
    this.#loading.add(digest);
    try {
      const answer = await fetch(`/uploads/${digest}`);
      if (!answer.ok) throw new Error(`recording ${digest}: ${answer.status}`);
      this.#loaded.set(digest, await decode(await answer.arrayBuffer()));
    } catch {
      // Until it is there the next rung speaks.
      if (!this.#retries) setTimeout(() => this.#retry(), AGAIN_MS);
      this.#retries = true;
    }
    this.#loading.delete(digest);
  }

  #retry(): void {
    this.#retries = false;
    for (const digest of new Set(this.#clips.values())) void this.#load(digest);
  }
}

/** A context that plays nothing decodes also while sound is blocked. */
export function decode(file: ArrayBuffer): Promise<AudioBuffer> {
  return new OfflineAudioContext(1, 1, RATE).decodeAudioData(file);
}
