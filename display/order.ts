/** What stands beside the queue: something with a key that changes with its content. */
export interface Keyed {
  key: string;
}

export interface Following<I> {
  item: I | null;
  /** How many of the extras have been shown. */
  round: number;
}

/**
 * What follows `current`: the items one after another, then one of the extras, then the items again with
 * the next extra after them. Without items the extras take turns. `current` may be gone meanwhile.
 */
export function follow<I extends Keyed>(
  current: I | null,
  items: readonly I[],
  extras: readonly I[],
  round: number,
): Following<I> {
  const place = items.findIndex(({ key }) => key === current?.key);
  const wasExtra = place < 0 && extras.some(({ key }) => key === current?.key);
  const next = items[place + 1];
  if (next && (place >= 0 || wasExtra || !current)) return { item: next, round };
  const extra = extras[round % extras.length];
  if (extra && (place >= 0 || items.length === 0)) return { item: extra, round: round + 1 };
  return { item: items[0] ?? null, round };
}
