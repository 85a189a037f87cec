import { Frame } from './frame.ts';
import type { Letters } from './letters.ts';
import { print, set, turn } from './setting.ts';
import type { Drawing, Size } from './sign.ts';

/** From the largest that any sign has room for. */
const SIZES = [128, 96, 64, 48, 32, 24, 16, 12] as const;

/**
 * Draws what an interrupt says on a sign at `now` (hub time): each of `words` as large as it goes, on as many pages
 * as it needs, all in turn. Nothing blinks. Without words the sign is dark.
 */
export function drawAlarm(words: readonly string[], size: Size, letters: Letters, now: number): Drawing {
  const frame = new Frame(size.width, size.height);
  const missing = new Set<string>();
  const box = { x: 0, y: 0, ...size };
  const pages = words.flatMap((text) => set(letters, text, box, SIZES));
  const { page, until } = turn(pages, now);
  if (page) print(frame, letters, page, box, 'centre', missing);
  return { frame, until, missing: [...missing] };
}
