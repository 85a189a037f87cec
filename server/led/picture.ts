import type { Ink } from '../../content/led/dots.ts';
import { inkOf } from '../../content/led/dots.ts';
import type { Frame } from '../../content/led/frame.ts';
import type { Letters } from '../../content/led/letters.ts';
import { drawSign } from '../../content/led/sign.ts';
import { zoneOf } from '../../content/premises/hall.ts';
import type { Records } from '../../content/records.ts';
import { signOf } from '../../content/views/sign.ts';

/** What a sign's dots show at a moment, in which colour, and until when. */
export interface Picture {
  frame: Frame;
  ink: Ink;
  until: number | null;
}

/** The sign of screen `id` at `now` (hub time), as its own page draws it; null if the screen is no sign of dots. */
export function pictureOf(records: Records, id: string, letters: Letters, now: number): Picture | null {
  const scene = records.get('screen', id)?.scene;
  if (scene?.is !== 'sign') return null;
  const state = signOf(records, scene.window, now);
  // A fetched or fed frame turns pages: what rolls would be a new picture forty times a second.
  const { frame, until } = drawSign(state, scene, letters, now, zoneOf(records));
  return { frame, ink: inkOf(state, scene.colour), until };
}

/** Two pictures that look alike: the name of one, for comparing and for `ETag`. */
export const nameOf = ({ frame, ink }: Picture): string =>
  `${frame.width}x${frame.height}-${ink.join('.')}-${Buffer.from(frame.rows).toString('base64url')}`;
