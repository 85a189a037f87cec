import type { ScreenPresence } from '../content/protocol.ts';

export type ScreenState = 'online' | 'offline' | 'unknown';

/** A report older than this is no longer the page's word; screens report at least every 15 seconds. */
export const STALE_MS = 45_000;
/** From this much on, a screen's clock is called wrong. */
export const CLOCK_ERROR_MS = 1000;

/** What a screen is, by its own word: unknown is unknown. */
export function stateOf(presence: ScreenPresence | undefined, now: number): ScreenState {
  if (!presence || (presence.heardAt === null && !presence.connected)) return 'unknown';
  if (!presence.connected) return 'offline';
  if (!presence.report || presence.heardAt === null) return 'unknown';
  return now - presence.heardAt > STALE_MS ? 'unknown' : 'online';
}
