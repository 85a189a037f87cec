/** The picture stands on each place for so long, in ms. */
const STAND_MS = 180_000;
/** Around the middle and back to it, in px: less than the safe area hides. */
const places: readonly (readonly [number, number])[] = [
  [0, 0],
  [3, 0],
  [3, 3],
  [0, 3],
  [-3, 3],
  [-3, 0],
  [-3, -3],
  [0, -3],
  [3, -3],
];

/** Where the picture stands at a moment (L25), in px right and down, and until when. */
export function shiftAt(now: number): { x: number; y: number; until: number } {
  const turn = Math.floor(now / STAND_MS);
  const [x, y] = places[((turn % places.length) + places.length) % places.length]!;
  return { x, y, until: (turn + 1) * STAND_MS };
}
