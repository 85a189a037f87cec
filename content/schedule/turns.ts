import type { PlaylistItem } from '../model/playlist.ts';

/** An item without seconds is played until it is done, but for no longer than this, in ms (L12). */
export const CEILING_MS = 600_000;
/** A video's own length and this much more, in ms: a player that hangs must not hold the screen (L12). */
const OVER_MS = 15_000;

/** How long an item stands at most. `length` is that of its video, in seconds, if it is one. */
export function standsFor({ seconds }: PlaylistItem, length: number | undefined): number {
  if (seconds !== undefined) return seconds * 1_000;
  return length === undefined ? CEILING_MS : Math.round(length * 1_000) + OVER_MS;
}

/**
 * The order of one round (L11): each item as often as its weight says, the same one never twice in a row unless it is
 * the only one. A shuffled list has another order each round, the same on every screen.
 */
export function roundOf(items: readonly PlaylistItem[], shuffled: boolean, round: number): string[] {
  const most = Math.max(0, ...items.map(({ weight = 1 }) => weight));
  const passes = Array.from({ length: most }, (_, pass) =>
    // Spread over the passes, so that a weight of two does not show everything else only once, at the end.
    items.filter(({ weight = 1 }) => isIn(pass, weight, most)).map(({ id }) => id),
  );
  const order = passes.flatMap((ids, pass) => (shuffled ? shuffle(ids, round * 31 + pass) : ids));
  return parted(order);
}

/** Whether an item of this weight is in this pass of `most`: evenly spread, always in the first. */
function isIn(pass: number, weight: number, most: number): boolean {
  return Math.ceil(((pass + 1) * weight) / most) > Math.ceil((pass * weight) / most);
}

/** Moves on whatever would follow itself. */
function parted(order: readonly string[]): string[] {
  const out = [...order];
  for (let at = 1; at < out.length; at += 1) {
    if (out[at] !== out[at - 1]) continue;
    const other = out.findIndex((id, place) => place > at && id !== out[at]);
    if (other < 0) break;
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out.filter((id, at) => id !== out[at - 1]);
}

function shuffle(ids: readonly string[], seed: number): string[] {
  const out = [...ids];
  let state = (seed + 1) >>> 0;
  for (let at = out.length - 1; at > 0; at -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (at + 1);
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out;
}
