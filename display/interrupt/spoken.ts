import { spokenWords } from '../../content/interrupts/words.ts';
import type { Interrupt } from '../../content/model/interrupt.ts';
import { Bell } from '../bell.ts';
import { BrowserVoice } from '../speech-browser.ts';

/** From the end of the sentence to its next beginning. */
const PAUSE_MS = 8_000;
/** An urgent notice is said this often; an alarm until it ends. */
const TIMES = 2;

/**
 * Says an interrupt aloud: the bell, then the sentence by the browser's own Chinese voice where the device has one, else
 * the bell alone. The words stand on the glass in any case.
 */
export class Spoken {
  readonly #bell = new Bell();
  readonly #voice = new BrowserVoice();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(interrupt: Interrupt) {
    const text = spokenWords(interrupt);
    if (text === null) return;
    this.#bell.open();
    void this.#say(text, interrupt.is === 'urgent' ? TIMES : Infinity);
  }

  async #say(text: string, times: number): Promise<void> {
    const { out } = this.#bell;
    try {
      const chime = this.#bell.ring();
      await new Promise((resolve) => setTimeout(resolve, chime * 1000));
      if (out && !this.#over && this.#voice.canSay()) await this.#voice.say({ text, clips: null }, out);
    } catch {
      // A device that cannot speak shows the words all the same.
    }
    if (this.#over || times <= 1) return;
    this.#timer = setTimeout(() => void this.#say(text, times - 1), PAUSE_MS);
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#voice.stop();
    this.#bell.close();
  }
}
