/** Screens of a hall do not reload at night all at once. */
const SPREAD_MS = 600_000;
/** Timers are no longer than this, for a device may sleep. */
const LOOK_MS = 60_000;
/** A screen that was off or without its hub at night does not catch up in the middle of the day. */
const LATE_MS = 2 * 3_600_000;
/** The next night is never further away than this: a clock that was wrong when it was looked up has been set since. */
const FAR_MS = 26 * 3_600_000;

export interface NightlyNeeds {
  /** Hub time. */
  now(): number;
  /** The moment of the next reload after this one. */
  next(now: number): number | null;
  connected(): boolean;
  random(): number;
  reload(): void;
}

/** Reloads the page once a night (L22); returns the way to stop. */
export function nightly(needs: NightlyNeeds): () => void {
  const plan = (): number => (needs.next(needs.now()) ?? Infinity) + needs.random() * SPREAD_MS;
  let due = plan();
  const timer = setInterval(() => {
    const now = needs.now();
    if (now - due > LATE_MS || due - now > FAR_MS) due = plan();
    else if (now >= due && needs.connected()) {
      clearInterval(timer);
      needs.reload();
    }
  }, LOOK_MS);
  return () => clearInterval(timer);
}
