import { createHash } from 'node:crypto';
import { interruptOn } from '../../content/interrupts/showing.ts';
import { signWords } from '../../content/interrupts/words.ts';
import { drawAlarm } from '../../content/led/alarm.ts';
import { AMBER, inkOf, LIT, type Ink } from '../../content/led/dots.ts';
import type { Frame } from '../../content/led/frame.ts';
import type { Letters } from '../../content/led/letters.ts';
import { drawSign, type Size } from '../../content/led/sign.ts';
import type { Scene, Ticker } from '../../content/model/scene.ts';
import { hallOf, zoneOf } from '../../content/premises/hall.ts';
import type { Records } from '../../content/records.ts';
import { signOf } from '../../content/views/sign.ts';
import { tickerOf } from '../../content/views/ticker.ts';

/** What a sign's dots show at a moment, in which colour, and until when. */
export interface Picture {
  frame: Frame;
  ink: Ink;
  until: number | null;
}

/** What a rolling line tells changes by the day's hours too; nothing else says when. */
const LOOK_AGAIN_MS = 60_000;
const inks: Record<Ticker['colour'], Ink> = { red: LIT, amber: AMBER, white: [0xff, 0xff, 0xff] };

/**
 * The dots of screen `id` at `now` (hub time), as its own page draws them; null if the screen shows none. A fetched
 * or fed frame turns pages: what rolls would be a new picture forty times a second.
 */
export function pictureOf(records: Records, id: string, letters: Letters, now: number): Picture | null {
  const self = records.get('screen', id);
  const size = self && sizeOf(self.scene);
  if (!size) return null;
  const { interrupt, until } = interruptOn(records, id, now);
  const over = interrupt
    ? signWords(records, id, interrupt)
    : self.blocked
      ? [hallOf(records)?.body.name ?? '']
      : null;
  const drawn = over
    ? { ...drawAlarm(over, size, letters, now), ink: LIT }
    : draw(records, self.scene, letters, now);
  return drawn && { ...drawn, until: earlier(drawn.until, until) };
}

function draw(records: Records, scene: Scene, letters: Letters, now: number): Picture | null {
  if (scene.is === 'sign') {
    const state = signOf(records, scene.window, now);
    const { frame, until } = drawSign(state, scene, letters, now, zoneOf(records));
    return { frame, ink: inkOf(state, scene.colour), until };
  }
  if (scene.is !== 'ticker' || !scene.dots) return null;
  const { frame, until } = drawAlarm(tickerOf(records, scene, now, 0), scene.dots, letters, now);
  return { frame, ink: inks[scene.colour], until: earlier(until, now + LOOK_AGAIN_MS) };
}

function sizeOf(scene: Scene): Size | null {
  if (scene.is === 'sign') return scene;
  return scene.is === 'ticker' ? (scene.dots ?? null) : null;
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** The name of a picture, the same for two that look alike: for comparing and for `ETag`. */
export const nameOf = ({ frame, ink }: Picture): string =>
  createHash('sha256')
    .update(`${frame.width}x${frame.height} ${ink.join(' ')} `)
    .update(frame.rows)
    .digest('base64url');
