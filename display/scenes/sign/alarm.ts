/** No timer runs longer: a corrected clock is noticed within this. */
const LONGEST_MS = 60_000;

/**
 * Runs `work` at once and again at each moment that it answers (hub time by `now`); after null it rests.
 * Returns the way to stop.
 */
export function repeatUntilTold(work: () => number | null, now: () => number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    const until = work();
    if (until === null) return;
    // One millisecond more, because a timer may fire a little early and would find nothing changed.
    timer = setTimeout(run, Math.max(0, Math.min(until - now(), LONGEST_MS)) + 1);
  };
  run();
  return () => clearTimeout(timer);
}
