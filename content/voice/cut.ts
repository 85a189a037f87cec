/** Marks that stand for a pause, short and long. */
export const PAUSES = ['，', '。'] as const;

/** Words cut into the clips that say them and pauses, the longest that fits each time; null if there is none for a part. */
export function cutWords(
  words: string,
  has: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): string[] | null {
  const longest = [...has.keys()].reduce((most, name) => Math.max(most, name.length), 1);
  const clips: string[] = [];
  for (let at = 0; at < words.length; at += clips.at(-1)!.length) {
    const clip = fitting(words.slice(at, at + longest), has);
    if (!clip) return null;
    clips.push(clip);
  }
  return clips;
}

function fitting(rest: string, has: ReadonlySet<string> | ReadonlyMap<string, unknown>): string | null {
  for (let size = rest.length; size > 0; size--) {
    const name = rest.slice(0, size);
    if (has.has(name) || PAUSES.some((mark) => mark === name)) return name;
  }
  return null;
}
