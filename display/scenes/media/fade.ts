/** Full loudness to none takes so long. */
const FADE_MS = 500;
const STEP_MS = 50;

/** Takes the loudness there in small steps; returns the way to stop on it. */
export function fade(sound: { volume: number }, to: number): () => void {
  const timer = setInterval(() => {
    const rest = to - sound.volume;
    const step = STEP_MS / FADE_MS;
    if (Math.abs(rest) <= step) {
      sound.volume = to;
      clearInterval(timer);
    } else sound.volume += Math.sign(rest) * step;
  }, STEP_MS);
  return () => clearInterval(timer);
}
