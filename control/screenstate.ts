import type { ScreenPresence } from '../content/protocol.ts';

/** 正常, 脱网播放, 失联, 未知. */
export type ScreenState = 'online' | 'alone' | 'offline' | 'unknown';

/** A report older than this is no longer the page's word; screens report at least every 15 seconds. */
export const STALE_MS = 45_000;
/** From this much on, a screen's clock is called wrong. */
export const CLOCK_ERROR_MS = 1000;

/** The tone that goes with each state. */
export const stateTones = { online: 'good', alone: 'warn', offline: 'bad', unknown: 'none' } as const;

/**
 * What a screen is, by its own word: unknown is unknown. One whose line broke while it showed something plays on
 * without the hub; one whose page went away does not. `lease` hours after its last word what it shows is no longer
 * known (schedule.md L21).
 */
export function stateOf(presence: ScreenPresence | undefined, now: number, lease = 72): ScreenState {
  if (!presence || (presence.heardAt === null && !presence.connected)) return 'unknown';
  const { connected, heardAt, report } = presence;
  if (!connected) return playsOn(presence, now, lease) ? 'alone' : 'offline';
  if (!report || heardAt === null) return 'unknown';
  return now - heardAt > STALE_MS ? 'unknown' : 'online';
}

function playsOn({ heardAt, report, left }: ScreenPresence, now: number, lease: number): boolean {
  if (left || !report || heardAt === null || now - heardAt > lease * 3_600_000) return false;
  return report.showing !== 'pairing' && report.showing !== 'starting';
}
