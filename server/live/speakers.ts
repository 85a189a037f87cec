import type { ScreenReport, SpeakersNamed } from '../../content/protocol.ts';
import type { Records } from '../../content/records.ts';
import { chooseSpeakers, type Ability, type Speakers as Zones } from '../../content/voice/zone.ts';

/** Ids kept of what speakers have begun; a call is spoken for half a minute at most (V10), so these are many. */
const KEPT = 100;

export interface SpeakersOptions {
  records(): Records;
  abilityOf(screen: string): Ability;
  /** Hears who speaks when that changes. */
  tell(named: SpeakersNamed): void;
}

/** Decides which screen of each zone speaks (V19). */
export class Speakers {
  readonly #options: SpeakersOptions;
  #zones: Zones = new Map();
  #said: string[] = [];

  constructor(options: SpeakersOptions) {
    this.#options = options;
  }

  get named(): SpeakersNamed {
    return { speakers: [...this.#zones.values()], said: this.#said };
  }

  /** Notes what a speaker has begun, before anything else is made of its report. */
  hear(screen: string, { saying = [] }: ScreenReport): void {
    if (![...this.#zones.values()].includes(screen)) return;
    const fresh = saying.filter((id) => !this.#said.includes(id));
    if (fresh.length > 0) this.#said = [...this.#said, ...fresh].slice(-KEPT);
  }

  /** Looks again who is there and can be heard. */
  update(): void {
    const { records, abilityOf, tell } = this.#options;
    const zones = chooseSpeakers(records(), abilityOf, this.#zones);
    const before = [...this.#zones].join();
    this.#zones = zones;
    if ([...zones].join() !== before) tell(this.named);
  }
}
