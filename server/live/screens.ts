import type { CallHeard } from '../../content/api.ts';
import type { Commit } from '../../content/model/record.ts';
import type { ScreenPresence, ScreenReport, SpeakersNamed } from '../../content/protocol.ts';
import type { Records } from '../../content/records.ts';
import { Departures } from './departures.ts';
import { Presence } from './presence.ts';
import { Speakers } from './speakers.ts';
import { Witness } from './witness.ts';

export interface ScreensOptions {
  records: () => Records;
  now: () => number;
  /** Tells the panels what has changed of screens, at most once a second. */
  reported: (screens: ScreenPresence[]) => void;
  /** Tells the screens who speaks in each zone. */
  named: (speakers: SpeakersNamed) => void;
}

/** What the hub knows of its screens beyond their records: who is there, who speaks, what was heard. */
export class Screens {
  readonly #presence: Presence;
  readonly #departures: Departures;
  readonly #speakers: Speakers;
  readonly #witness: Witness;

  constructor({ records, now, reported, named }: ScreensOptions) {
    this.#presence = new Presence(now, reported);
    this.#departures = new Departures(now);
    const abilityOf = (screen: string) => this.#presence.abilityOf(screen);
    this.#speakers = new Speakers({ records, abilityOf, tell: named });
    this.#witness = new Witness({ records, now, abilityOf, speakers: () => this.speakers });
  }

  /** Its page has come. */
  came(screen: string, socket: string): void {
    this.#presence.connect(screen, socket);
    this.#speakers.update();
  }

  /** Its page has gone; `closed`: by its own will, not because the line broke. */
  went(screen: string, socket: string, closed: boolean): void {
    this.#departures.left(screen);
    this.#presence.disconnect(screen, socket, closed);
    this.#speakers.update();
  }

  /** Its page asked without end and was cut off (W11). */
  flooded(screen: string): void {
    this.#departures.flooded(screen);
  }

  /** Whether it came and went so often that it has to wait (W16). */
  mustWait(screen: string): boolean {
    return this.#departures.mustWait(screen);
  }

  /** What its page says of itself. */
  hear(screen: string, report: ScreenReport): void {
    this.#presence.report(screen, report);
    this.#witness.hear(screen, report);
    this.#speakers.hear(screen, report);
    this.#speakers.update();
  }

  /** Records changed. */
  learn(commit: Commit): void {
    this.#witness.learn(commit);
    if (commit.changes.some(({ kind }) => kind === 'screen')) this.#speakers.update();
  }

  /** The screen is no more. */
  forget(screen: string): void {
    this.#presence.forget(screen);
    this.#departures.forget(screen);
    this.#witness.forget(screen);
  }

  /** Everything known, for a panel that has just connected. */
  all(): ScreenPresence[] {
    return this.#presence.all();
  }

  /** What was heard of a screen since the hub started. */
  heardOf(screen: string): { connected: boolean; heardAt: number | null } | undefined {
    return this.#presence.heardOf(screen);
  }

  /** Who speaks in each zone, as the screens are told. */
  get named(): SpeakersNamed {
    return this.#speakers.named;
  }

  /** Screens that speak in their zones. */
  get speakers(): readonly string[] {
    return this.#speakers.named.speakers;
  }

  /** The last calls of a screen, newest first (V23). */
  callsOf(screen: string): readonly CallHeard[] {
    return this.#witness.callsOf(screen);
  }

  stop(): void {
    this.#presence.stop();
  }
}
