import { openClips, RATE } from '../content/voice/clips.ts';
import { PAUSES } from '../content/voice/cut.ts';
import type { Sentence } from '../content/voice/sentence.ts';
import type { Rung } from './rung.ts';
import { Stitch } from './stitch.ts';
import englishUrl from './voice/english.bin?url';
import packUrl from './voice/clips.bin?url';

const AGAIN_MS = 5_000;

/** The clips that ship (V13). */
export class ClipVoice implements Rung {
  readonly name = 'clips';
  readonly #sounds = new Map<string, AudioBuffer>();
  readonly #stitch = new Stitch();

  constructor(packs = [packUrl]) {
    for (const pack of packs) void this.#fetch(pack);
  }

  /** Those of the second language, and the letters of the first. */
  static english(): ClipVoice {
    return new ClipVoice([packUrl, englishUrl]);
  }

  canSay({ clips }: Sentence): boolean {
    return clips?.every((clip) => PAUSES.some((mark) => mark === clip) || this.#sounds.has(clip)) ?? false;
  }

  say({ clips }: Sentence, out: GainNode): Promise<void> {
    return this.#stitch.play(clips ?? [], this.#sounds, out);
  }

  stop(): void {
    this.#stitch.stop();
  }

  async #fetch(pack: string): Promise<void> {
    for (;;) {
      const sounds = await fetchSounds(pack);
      for (const [name, sound] of sounds ?? []) this.#sounds.set(name, sound);
      if (sounds) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** From the hub, or from the browser's cache however old when the hub does not answer. */
async function fetchSounds(pack: string): Promise<Map<string, AudioBuffer> | undefined> {
  for (const cache of ['default', 'force-cache'] as const)
    try {
      const answer = await fetch(pack, { cache });
      if (!answer.ok) continue;
      const sounds = new Map<string, AudioBuffer>();
      for (const [name, samples] of openClips(new Uint8Array(await answer.arrayBuffer()))) {
        const buffer = new AudioBuffer({ length: samples.length, sampleRate: RATE });
        buffer.copyToChannel(samples, 0);
        sounds.set(name, buffer);
      }
      return sounds;
    } catch {
      // Tried again; until then the next rung speaks.
    }
  return undefined;
}
