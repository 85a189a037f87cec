import type { ScreenView } from '../projection.ts';
import type { Records } from '../records.ts';
import { tellsCalls } from './calling.ts';

/** What the hub knows of a screen's sound: its line stands, and it says that it can be heard. */
export interface Ability {
  connected: boolean;
  ready: boolean;
}

/** Who speaks in each zone. */
export type Speakers = ReadonlyMap<string, string>;

/**
 * Whether screen `id` speaks (V12). `named` are the speakers of zones as the hub told last; null while it has
 * told nothing: then a screen of a zone keeps silent, because another one may be speaking.
 */
export function speaksHere(records: Records, id: string, named: readonly string[] | null): boolean {
  const screen = records.get('screen', id);
  if (!screen || !isVoice(screen)) return false;
  return !zoneOfVoice(screen) || (named?.includes(id) ?? false);
}

/** Whether a screen is one that speaks calls, or might have to. */
export const isVoice = ({ sound, scene }: ScreenView): boolean => sound && tellsCalls(scene);

/** Whether it stands in a zone, where another one may be speaking. */
export function isMember(records: Records, id: string): boolean {
  const screen = records.get('screen', id);
  return screen !== undefined && zoneOfVoice(screen) !== '';
}

/** The zone in which it stands; empty if it speaks for itself. */
export const zoneOfVoice = ({ voice }: ScreenView): string => voice?.zone?.trim() ?? '';

/** Screens of each zone that might speak, the one paired first before the others. */
export function zonesOf(records: Records): Map<string, string[]> {
  const zones = new Map<string, { id: string; pairedAt: number }[]>();
  for (const { id, body } of records.all('screen')) {
    const zone = isVoice(body) ? zoneOfVoice(body) : '';
    if (zone) zones.set(zone, [...(zones.get(zone) ?? []), { id, pairedAt: body.pairedAt }]);
  }
  return new Map(
    [...zones].map(([zone, all]) => [
      zone,
      all
        .sort((one, other) => one.pairedAt - other.pairedAt || (one.id < other.id ? -1 : 1))
        .map(({ id }) => id),
    ]),
  );
}

/**
 * Names the one that speaks in each zone (V19). It keeps the part while it can be heard, so that two do not
 * take turns; else the first that can takes over. Where none can, one that is there tries. A zone with nobody
 * there has nobody named.
 */
export function chooseSpeakers(
  records: Records,
  abilityOf: (screen: string) => Ability,
  before: Speakers,
): Map<string, string> {
  const speakers = new Map<string, string>();
  for (const [zone, screens] of zonesOf(records)) {
    const last = before.get(zone);
    // The one that speaks now is asked first.
    const asked = last && screens.includes(last) ? [last, ...screens] : screens;
    const there = asked.filter((id) => abilityOf(id).connected);
    const speaker = there.find((id) => abilityOf(id).ready) ?? there[0];
    if (speaker) speakers.set(zone, speaker);
  }
  return speakers;
}
