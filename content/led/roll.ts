import type { Box } from './frame.ts';
import { Frame } from './frame.ts';
import type { Letters } from './letters.ts';

/** Characters that a rolling line moves on each second: more cannot be read by old people. */
const CHARACTERS_A_SECOND = 3;
/** Between the end of a line and its next beginning, in characters. */
const GAP = 4;

/** A line that is rolling: how its box looks now, and when it looks different. */
export interface Rolling {
  picture: Frame;
  until: number;
}

/**
 * A line that is longer than its box, on its way from right to left at `now` (hub time): the same on every sign
 * that shows it. It begins again four characters after its end. `size` is its height in dots.
 */
export function roll(
  letters: Letters,
  text: string,
  size: number,
  { width, height }: Pick<Box, 'width' | 'height'>,
  now: number,
  missing: Set<string>,
): Rolling {
  const picture = new Frame(width, height);
  const stepMs = 1000 / (CHARACTERS_A_SECOND * size);
  const step = Math.floor(now / stepMs);
  const round = letters.measure(text, size) + GAP * size;
  const line = new Frame(round, height);
  letters.draw(line, text, 0, (height - size) >> 1, size, missing);
  const start = step % round;
  for (let x = 0; x < width; x++) {
    const from = (start + x) % round;
    for (let y = 0; y < height; y++) if (line.lit(from, y)) picture.fill({ x, y, width: 1, height: 1 });
  }
  return { picture, until: Math.ceil((step + 1) * stepMs) };
}
