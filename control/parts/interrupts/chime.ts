const EVERY_MS = 5_000;
const TONES = [880, 660] as const;

/** Two short tones every few seconds until it is stopped. A browser that was not touched yet stays silent; the strip is seen. */
export class Chime {
  readonly #context: AudioContext | null = typeof AudioContext === 'undefined' ? null : new AudioContext();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor() {
    this.#sound();
    this.#timer = setInterval(() => this.#sound(), EVERY_MS);
  }

  #sound(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    for (const [index, frequency] of TONES.entries()) {
      const start = context.currentTime + index * 0.25;
      const tone = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0.2 });
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + 0.2);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    void this.#context?.close();
  }
}
