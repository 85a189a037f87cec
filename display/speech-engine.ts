import type { Rung, Saying } from './rung.ts';
import { decode } from './speech-own.ts';
import { Stitch } from './stitch.ts';

/** The hub holds its answer this long at most; past it the next rung speaks (V22). */
const LONGEST_MS = 1_000;

/** A sentence that the hub's engine has rendered. Fetched while the bell rings: what is not there then is not waited for. */
export class EngineVoice implements Rung {
  readonly name = 'engine';
  readonly #stitch = new Stitch();
  #call = '';
  #sound: AudioBuffer | null = null;

  /** Whether the hub has an engine. */
  on = false;

  prepare({ call }: Saying): void {
    if (!this.on) return;
    this.#call = call ?? '';
    this.#sound = null;
    if (call) void this.#fetch(call);
  }

  canSay({ call }: Saying): boolean {
    return call !== undefined && call === this.#call && this.#sound !== null;
  }

  say(_saying: Saying, out: GainNode): Promise<void> {
    const sounds = new Map(this.#sound ? [['all', this.#sound]] : []);
    return this.#stitch.play(['all', '。', 'all'], sounds, out);
  }

  stop(): void {
    this.#stitch.stop();
  }

  async #fetch(call: string): Promise<void> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), LONGEST_MS);
    try {
      const answer = await fetch(`/speech/${call}.wav`, { signal: late.signal });
      if (!answer.ok) return;
      const sound = await decode(await answer.arrayBuffer());
      if (call === this.#call) this.#sound = sound;
    } catch {
      // The next rung speaks.
    } finally {
      clearTimeout(timer);
    }
  }
}
