/** `off`: this screen is to be silent. `blocked`: the browser wants a touch or the start script's flag first. */
export type Sound = 'ready' | 'blocked' | 'off';

/** Partials of a struck bell: frequency ratio, share of loudness, seconds until it has died away. */
const partials = [
  [1, 0.6, 1.5],
  [2, 0.22, 0.9],
  [3.01, 0.1, 0.45],
] as const;
/** Ding-dong: E5 then C5, the falling third that every station uses. */
const strokes = [
  [659.26, 0],
  [523.25, 0.42],
] as const;
const LOUDNESS = 0.5;
/** Seconds from the first stroke until a voice may begin: the second one is dying away then. */
const CHIME = 1.15;

/**
 * The two-tone bell before a call, synthesised so that no file must be loaded. A blocked bell is
 * reported and never holds anything up; the first touch or key frees it.
 */
export class Bell {
  #context: AudioContext | undefined;
  #out: GainNode | undefined;
  #volume = 1;
  #onChange: () => void;
  #free = () => void this.#context?.resume();

  constructor(onChange: () => void = () => {}) {
    this.#onChange = onChange;
  }

  get sound(): Sound {
    if (!this.#context) return 'off';
    return this.#context.state === 'running' ? 'ready' : 'blocked';
  }

  /** Where everything audible of this screen goes; null while nothing can be heard. */
  get out(): GainNode | null {
    return this.sound === 'ready' ? (this.#out ?? null) : null;
  }

  get volume(): number {
    return this.#volume;
  }

  /** From 0 to 1. */
  set volume(volume: number) {
    this.#volume = volume;
    if (this.#out) this.#out.gain.value = volume;
  }

  /** Makes the bell ready. Browsers without WebAudio stay `off`. */
  open(): void {
    if (this.#context || typeof AudioContext === 'undefined') return;
    this.#context = new AudioContext();
    this.#out = new GainNode(this.#context, { gain: this.#volume });
    this.#out.connect(this.#context.destination);
    this.#context.onstatechange = () => this.#onChange();
    // Where autoplay is allowed this starts it; elsewhere it waits for the touch and settles then.
    this.#free();
    window.addEventListener('pointerdown', this.#free);
    window.addEventListener('keydown', this.#free);
    this.#onChange();
  }

  close(): void {
    if (!this.#context) return;
    window.removeEventListener('pointerdown', this.#free);
    window.removeEventListener('keydown', this.#free);
    void this.#context.close();
    this.#context = undefined;
    this.#out = undefined;
    this.#onChange();
  }

  /**
   * Rings once and answers the seconds until a voice may follow. A blocked or closed bell stays silent: a chime
   * half a minute late would mislead.
   */
  ring(): number {
    const { out } = this;
    if (!out) return 0;
    const { context } = out;
    for (const [frequency, delay] of strokes)
      for (const [ratio, share, seconds] of partials) {
        const start = context.currentTime + 0.02 + delay;
        const tone = new OscillatorNode(context, { frequency: frequency * ratio });
        const volume = new GainNode(context, { gain: 0 });
        volume.gain.setValueAtTime(0, start);
        volume.gain.linearRampToValueAtTime(share * LOUDNESS, start + 0.008);
        volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
        tone.connect(volume).connect(out);
        tone.start(start);
        tone.stop(start + seconds);
      }
    return CHIME;
  }
}
