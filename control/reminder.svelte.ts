import type { DraftStore } from './draft.ts';

/** Sounds to choose from; each is a few soft tones: [hertz, begins at, lasts] in seconds. */
export const sounds = {
  soft: [
    [523, 0, 0.5],
    [659, 0.16, 0.6],
  ],
  drop: [[880, 0, 0.18]],
  bell: [
    [988, 0, 0.9],
    [1976, 0, 0.5],
  ],
} as const satisfies Record<string, readonly (readonly [number, number, number])[]>;
export type Sound = keyof typeof sounds;

const KEPT = 'mingting-reminder';
/** Softer than a voice at the window. */
const LOUDNESS = 0.12;

interface Chosen {
  sound: Sound | 'off';
  when: 'first' | 'each';
}

/** How a clerk is reminded of people who come (C17): a sound, off at first, kept in this browser. */
export class Reminder {
  chosen = $state.raw<Chosen>({ sound: 'off', when: 'first' });
  #store: DraftStore;
  #play: (sound: Sound) => void;
  #seen: readonly string[] | null = null;

  constructor(store: DraftStore = localStorage, play: (sound: Sound) => void = playSound) {
    this.#store = store;
    this.#play = play;
    try {
      const { sound, when } = JSON.parse(store.getItem(KEPT) ?? '{}') as Partial<Chosen>;
      this.chosen = {
        sound: sound && sound in sounds ? sound : 'off',
        when: when === 'each' ? 'each' : 'first',
      };
    } catch {
      // A torn or forbidden store is the same as none.
    }
  }

  choose(chosen: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...chosen };
    try {
      this.#store.setItem(KEPT, JSON.stringify(this.chosen));
    } catch {
      // It holds until the page is left.
    }
  }

  /** Sounds the chosen one, to hear what it is like. */
  listen(): void {
    if (this.chosen.sound !== 'off') this.#play(this.chosen.sound);
  }

  /** Tells who waits now, by ticket. What waits at the first telling reminds of nothing. */
  see(waiting: readonly string[]): void {
    const before = this.#seen;
    this.#seen = waiting;
    if (!before) return;
    const came = waiting.some((id) => !before.includes(id));
    if (came && (this.chosen.when === 'each' || before.length === 0)) this.listen();
  }
}

let context: AudioContext | undefined;

/** Plays at once, or not at all while the browser has not yet been touched. */
function playSound(sound: Sound): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  const start = context.currentTime + 0.02;
  for (const [hertz, from, lasts] of sounds[sound]) {
    const tone = new OscillatorNode(context, { frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start + from);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + from + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + from + lasts);
    tone.connect(gain).connect(context.destination);
    tone.start(start + from);
    tone.stop(start + from + lasts);
  }
}
