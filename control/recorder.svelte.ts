/** Records from the microphone, one word at a time. */
export class Recorder {
  /** The word that is being recorded. */
  word = $state<string | null>(null);
  denied = $state(false);
  /** Browsers give the microphone to secure pages only. */
  readonly able = Boolean(globalThis.navigator?.mediaDevices) && 'MediaRecorder' in globalThis;
  #recorder: MediaRecorder | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins; `done` gets the recording when it is stopped, or after six seconds. */
  async start(word: string, done: (recording: Blob) => void): Promise<void> {
    this.stop();
    this.denied = false;
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    } catch {
      this.denied = true;
      return;
    }
    const parts: Blob[] = [];
    const recorder = new MediaRecorder(stream);
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      done(new Blob(parts, { type: recorder.mimeType }));
    };
    recorder.start();
    this.#recorder = recorder;
    this.word = word;
    this.#timer = setTimeout(() => this.stop(), 6_000);
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
    this.#recorder = undefined;
    this.word = null;
  }
}
