import { checkHours, clockOf } from '../calendar.ts';
import type { Voice } from '../model/screen.ts';
import { refuse } from '../rule.ts';
import type { Refusal } from '../rule.ts';

/** How loud a screen is at `now`, from 0 to 1 (V16). `zone` is the hall's time zone. */
export function volumeAt(voice: Voice | undefined, now: number, zone: string): number {
  if (!voice) return 1;
  const clock = voice.spans?.length ? clockOf(now, zone) : '';
  return voice.spans?.find(({ from, to }) => from <= clock && clock < to)?.volume ?? voice.volume;
}

/** Refuses `voice.spans`: a span must end after it starts, and spans must not overlap. */
export function checkVoice(voice: Voice | undefined): Refusal | undefined {
  return voice?.spans && checkHours({ spans: voice.spans }) ? refuse('voice.spans') : undefined;
}
