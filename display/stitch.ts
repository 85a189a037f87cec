/** Seconds of silence that a pause of a sentence stands for. */
const pauses: Record<string, number> = { '，': 0.25, '。': 0.7 };
/** The audio thread needs a moment before the first sound, else it would be cut. */
const LEAD = 0.05;

/** Plays clips one after another on the clock of the audio context. */
export class Stitch {
  #sources: AudioBufferSourceNode[] = [];

  /** Resolves when the last has been heard. Names without a sound are pauses. */
  play(names: readonly string[], sounds: ReadonlyMap<string, AudioBuffer>, out: GainNode): Promise<void> {
    let at = out.context.currentTime + LEAD;
    for (const name of names) {
      const buffer = sounds.get(name);
      if (buffer) {
        const source = new AudioBufferSourceNode(out.context, { buffer });
        source.connect(out);
        source.start(at);
        this.#sources.push(source);
      }
      at += buffer?.duration ?? pauses[name] ?? 0;
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
}
