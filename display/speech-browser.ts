import type { Sentence } from '../content/voice/sentence.ts';
import type { Rung } from './rung.ts';

/** Slower than the engines' own pace: a hall is loud, and digits must be told apart. */
const PACE = 0.9;

/**
 * The browser's own voice. Only one that says it is on this machine: others send the text to a company and
 * fall silent without the internet.
 */
function localVoice(): SpeechSynthesisVoice | undefined {
  // Some voices call it zh_CN.
  return window.speechSynthesis
    ?.getVoices()
    .find(({ localService, lang }) => localService && /^zh[-_]cn$/i.test(lang));
}

/** Reads the sentence with a local Chinese voice of the browser, if it has one (V13). */
export class BrowserVoice implements Rung {
  canSay(): boolean {
    return localVoice() !== undefined;
  }

  say({ text }: Sentence, out: GainNode): Promise<void> {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = localVoice() ?? null;
    utterance.lang = 'zh-CN';
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
