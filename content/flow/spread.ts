/**
 * Places as near as can be to the wished ones (which ascend), each `apart` from the one before and all between
 * `from` and `to`; where they do not fit, evenly between the two.
 */
export function spread(wished: readonly number[], from: number, to: number, apart: number): number[] {
  if (wished.length === 0) return [];
  const room = Math.min(apart, wished.length > 1 ? (to - from) / (wished.length - 1) : apart);
  const places = wished.map((x) => Math.min(Math.max(x, from), to));
  for (let index = 1; index < places.length; index += 1)
    places[index] = Math.max(places[index]!, places[index - 1]! + room);
  places[places.length - 1] = Math.min(places.at(-1)!, to);
  for (let index = places.length - 2; index >= 0; index -= 1)
    places[index] = Math.min(places[index]!, places[index + 1]! - room);
  return places;
}
