/** A jump of the clock larger than this is told to the pages at once, in ms. */
const JUMP_MS = 2_000;
const LOOK_MS = 1_000;

/**
 * Watches the hub's clock against one that never jumps, and calls `jumped` when it was set. Pages go by
 * the hub's time; until they hear of the jump they take a new call for an old one. Returns how to stop.
 */
export function watchClock(now: () => number, jumped: (by: number) => void): () => void {
  let ahead = now() - performance.now();
  const timer = setInterval(() => {
    const moved = now() - performance.now() - ahead;
    ahead += moved;
    if (Math.abs(moved) > JUMP_MS) jumped(moved);
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
