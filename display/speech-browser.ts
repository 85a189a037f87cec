import type { Sentence } from '../content/voice/sentence.ts';
import type { Rung } from './rung.ts';

/** Slower than the engines' own pace: a hall is loud, and digits must be told apart. */
const PACE = 0.9;

/**
 * The browser's own voice. Only one that says it is on this machine: others send the text to a company and
 * fall silent without the internet.
 */
function localVoice(language: RegExp): SpeechSynthesisVoice | undefined {
  return window.speechSynthesis
    ?.getVoices()
    .find(({ localService, lang }) => localService && language.test(lang));
}

/** Reads the sentence with a local Chinese voice of the browser, if it has one (V13). */
export class BrowserVoice implements Rung {
  readonly name = 'browser';
  readonly #language: RegExp;

  /** Some voices call it zh_CN. */
  constructor(language = /^zh[-_]cn$/i) {
    this.#language = language;
  }

  canSay(): boolean {
    return localVoice(this.#language) !== undefined;
  }

  say({ text }: Sentence, out: GainNode): Promise<void> {
    const utterance = new SpeechSynthesisUtterance(text);
    const voice = localVoice(this.#language);
    utterance.voice = voice ?? null;
    utterance.lang = voice?.lang ?? 'zh-CN';
    utterance.rate = PACE;
    utterance.volume = out.gain.value;
    return new Promise((resolve, reject) => {
      utterance.onend = () => resolve();
      utterance.onerror = ({ error }) => reject(new Error(error));
      window.speechSynthesis.speak(utterance);
    });
  }

  stop(): void {
    window.speechSynthesis?.cancel();
  }
}
