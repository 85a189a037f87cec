import type { CallHeard } from '../../content/api.ts';
import type { Change, Commit } from '../../content/model/record.ts';
import { CALL_FRESH_MS, type ScreenReport } from '../../content/protocol.ts';
import type { Records } from '../../content/records.ts';
import { isVoice, zoneOfVoice, type Ability } from '../../content/voice/zone.ts';

/** Calls kept for each screen. */
const KEPT = 10;

export interface WitnessOptions {
  records(): Records;
  now(): number;
  abilityOf(screen: string): Ability;
  /** Screens that speak in zones. */
  speakers(): readonly string[];
}

/** Knows of the last calls which board showed and spoke them, by the boards' own word (V23). */
export class Witness {
  readonly #options: WitnessOptions;
  readonly #screens = new Map<string, CallHeard[]>();
  readonly #known = new Map<string, string>();

  constructor(options: WitnessOptions) {
    this.#options = options;
  }

  /** The last calls of a screen, newest first. */
  callsOf(screen: string): readonly CallHeard[] {
    return this.#screens.get(screen) ?? [];
  }

  forget(screen: string): void {
    this.#screens.delete(screen);
  }

  /** Takes up what a commit calls. */
  learn({ changes }: Commit): void {
    for (const change of changes) {
      if (change.kind !== 'ticket') continue;
      const { body, id } = change as Change<'ticket'>;
      if (body === null) this.#known.delete(id);
      else if (body.call && body.call.id !== this.#known.get(id) && body.state.is === 'called') {
        this.#known.set(id, body.call.id);
        this.#call(body.number, body.call);
      }
    }
  }

  #call(
    number: string,
    { id: call, at, windowNumber }: { id: string; at: number; windowNumber: number },
  ): void {
    const { records, abilityOf, speakers } = this.#options;
    const named = speakers();
    for (const { id, body } of records().all('screen')) {
      if (body.scene.is !== 'board') continue;
      const speaks = isVoice(body) && (!zoneOfVoice(body) || named.includes(id));
      const { connected, ready } = abilityOf(id);
      const sound = !connected ? 'away' : !speaks ? 'other' : ready ? 'ready' : 'blocked';
      const fresh: CallHeard = { call, number, windowNumber, at, shown: null, spoken: null, sound };
      this.#screens.set(id, [fresh, ...this.callsOf(id)].slice(0, KEPT));
    }
  }

  /** Takes what a screen says of itself. */
  hear(screen: string, { call, spoken, saying = [], sound }: ScreenReport): void {
    const now = this.#options.now();
    const told = spoken && saying.includes(spoken) ? saying : [spoken];
    for (const one of this.callsOf(screen)) {
      if (one.call === call) one.shown ??= now;
      if (told.includes(one.call)) one.spoken ??= now;
      if (one.spoken !== null) one.sound = 'ready';
      else if (sound === 'blocked' && one.sound === 'ready' && now - one.at < CALL_FRESH_MS)
        one.sound = 'blocked';
    }
  }
}
