const FIRST_MS = 5_000;
const LONGEST_MS = 3 * 3600_000;
/** An event that has failed for so long is given up (X14). */
export const GIVE_UP_MS = 24 * 3600_000;
/** So that many halls do not knock at one receiver in step. */
const JITTER = 0.2;

/**
 * How long to wait after the `tries`-th failure (X13).
 * @param chance a number in [0, 1)
 */
export function delayAfter(tries: number, chance: number): number {
  const plain = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));
  return Math.round(plain * (1 - JITTER + 2 * JITTER * chance));
}
