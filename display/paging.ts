/** Shortest time that a page stands, and the time to find its beginning, in ms. */
const SHORTEST_MS = 6_000;
const FIND_MS = 2_000;
/** Characters that a visitor reads in a second, standing in a hall. */
const PER_SECOND = 2.5;

/** How much there is to read: a Han character or mark counts one, a digit or Latin letter half. */
export function readingLoad(text: string): number {
  let load = 0;
  for (const character of text)
    if (/[\x21-\x7e]/.test(character)) load += 0.5;
    else if (!/\s/.test(character)) load += 1;
  return load;
}

/** How long a page of `load` characters stands, in ms: max(6 s, 2 s + characters / 2.5). */
export function dwell(load: number): number {
  return Math.max(SHORTEST_MS, FIND_MS + (load / PER_SECOND) * 1000);
}

export interface Pages {
  count: number;
  /** Lines on each page but the last, which may have fewer. */
  lines: number;
}

/**
 * Cuts `lines` lines into pages of at most `room` lines. The pages are evened out, so that the last is not
 * a single line, and no line is ever split or squeezed.
 */
export function pagesOf(lines: number, room: number): Pages {
  const fits = Math.max(1, Math.floor(room));
  const count = Math.max(1, Math.ceil(lines / fits));
  return { count, lines: Math.max(1, Math.ceil(lines / count)) };
}

/** A slogan in the phrases between its commas, each with its mark: they stand one under another. */
export function phrasesOf(slogan: string): string[] {
  return slogan.match(/[^，。；！、,;!]+[，。；！、,;!]*/g) ?? [slogan];
}
