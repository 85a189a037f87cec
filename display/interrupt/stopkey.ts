/** Three presses within this long, so that a stray Escape stops nothing (Z9). */
const THRICE_MS = 2_000;
const HOLD_MS = 5_000;
/** Remote controls of TV boxes have no Escape. */
const KEYS: readonly string[] = ['Escape', 'GoBack', 'BrowserBack'];

/** Somebody at the screen wants to stop what is on it: by its keys, or by a long press on the glass (Z9). */
export type StopBy = 'keys' | 'touch';

/** Listens for the wish to stop. Returns the way to end listening. */
export function watchStop(asked: (by: StopBy) => void, target: Window = window): () => void {
  let presses: number[] = [];
  let hold: ReturnType<typeof setTimeout> | undefined;
  const onKey = (event: KeyboardEvent) => {
    if (!KEYS.includes(event.key) || event.repeat) return;
    presses = [...presses.slice(-2), event.timeStamp];
    if (presses.length < 3 || event.timeStamp - presses[0]! > THRICE_MS) return;
    presses = [];
    asked('keys');
  };
  const rise = () => clearTimeout(hold);
  const onDown = () => {
    rise();
    hold = setTimeout(() => asked('touch'), HOLD_MS);
  };
  target.addEventListener('keydown', onKey);
  target.addEventListener('pointerdown', onDown);
  target.addEventListener('pointerup', rise);
  target.addEventListener('pointercancel', rise);
  return () => {
    rise();
    target.removeEventListener('keydown', onKey);
    target.removeEventListener('pointerdown', onDown);
    target.removeEventListener('pointerup', rise);
    target.removeEventListener('pointercancel', rise);
  };
}
