import { openClips, RATE } from '../content/voice/clips.ts';
import type { Sentence } from '../content/voice/sentence.ts';
import type { Rung } from './rung.ts';
import packUrl from './voice/clips.bin?url';

const AGAIN_MS = 5_000;
/** Seconds of silence that a pause of the sentence stands for. */
const pauses: Record<string, number> = { '，': 0.25, '。': 0.7 };
/** The audio thread needs a moment before the first sound, else it would be cut. */
const LEAD = 0.05;

/** The clips that ship, stitched on the clock of the audio context (V13). */
export class ClipVoice implements Rung {
  #sounds: ReadonlyMap<string, AudioBuffer> | undefined;
  #sources: AudioBufferSourceNode[] = [];

  constructor() {
    void this.#fetch();
  }

  canSay({ clips }: Sentence): boolean {
    return clips?.every((clip) => clip in pauses || this.#sounds?.has(clip)) ?? false;
  }

  say({ clips }: Sentence, out: GainNode): Promise<void> {
    let at = out.context.currentTime + LEAD;
    for (const clip of clips ?? []) {
      const buffer = this.#sounds?.get(clip);
      if (buffer) {
        const source = new AudioBufferSourceNode(out.context, { buffer });
        source.connect(out);
        source.start(at);
        this.#sources.push(source);
      }
      at += buffer?.duration ?? pauses[clip] ?? 0;
    }
    const last = this.#sources.at(-1);
    return new Promise((resolve, reject) => {
      if (last) last.onended = () => resolve();
      else reject(new Error('nothing to say'));
    });
  }

  stop(): void {
    for (const source of this.#sources.splice(0)) {
      source.onended = null;
      source.stop();
      source.disconnect();
    }
  }

  async #fetch(): Promise<void> {
    while (!this.#sounds) {
      this.#sounds = await fetchSounds();
      if (!this.#sounds) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** From the hub, or from the browser's cache however old when the hub does not answer. */
async function fetchSounds(): Promise<Map<string, AudioBuffer> | undefined> {
  for (const cache of ['default', 'force-cache'] as const)
    try {
      const answer = await fetch(packUrl, { cache });
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
