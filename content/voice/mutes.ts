import { hallOpening } from '../premises/calendar.ts';
import type { ScreenPresence } from '../protocol.ts';
import type { Records } from '../records.ts';
import { isVoice, zonesOf } from './zone.ts';

/** A page that is loaded anew is silent for less than this. */
const CALM_MS = 30_000;

export type Presences = ReadonlyMap<string, ScreenPresence>;

export type MuteAlert =
  /** A screen that should speak says that its sound is blocked (V25). */
  | { is: 'voice-blocked'; screen: { id: string; name: string }; since: number }
  /** No screen of a zone can be heard. */
  | { is: 'zone-mute'; zone: string; since: number };

/** Screens and zones that should speak and cannot, while the hall is open (V25). What was never heard of is not told. */
export function mutes(records: Records, now: number, presences: Presences): MuteAlert[] {
  if (hallOpening(records, now)?.open === false) return [];
  const sinceOf = (id: string): number | null => presences.get(id)?.muteSince ?? null;
  const blocked = [...records.all('screen')].flatMap(({ id, body }): MuteAlert[] => {
    const since = sinceOf(id);
    const { connected, report } = presences.get(id) ?? {};
    if (!isVoice(body) || since === null || !connected || report?.sound !== 'blocked') return [];
    return [{ is: 'voice-blocked', screen: { id, name: body.name }, since }];
  });
  const silent = [...zonesOf(records)].flatMap(([zone, screens]): MuteAlert[] => {
    const known = screens.filter((id) => presences.has(id));
    const since = known.map(sinceOf);
    if (known.length === 0 || since.includes(null)) return [];
    return [{ is: 'zone-mute', zone, since: Math.max(...since.map(Number)) }];
  });
  return [...blocked, ...silent].filter(({ since }) => now - since >= CALM_MS);
}
