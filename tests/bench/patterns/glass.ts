import { joinLine, openLine, takeNext } from '../../../content/voice/order.ts';
import type { BoardCall } from '../../../content/views/board.ts';
import { Turns } from '../../../display/turns.ts';
import type { Listed } from './others.ts';

/** A call that was on the glass for less than this was seen by nobody, in ms. */
const SEEN_MS = 1_000;
/** How long "请A012号到3号窗口办理" takes, in ms (voice clips). */
const SPOKEN_MS = 3_500;

/** What a visitor saw and heard. */
export interface Watched {
  seen: Set<string>;
  /** In order; `meant` is the announcement that the panel had been told of, if it was told of one. */
  said: { meant: string | null; number: string }[];
}

/** Something that a fetching panel heard at a moment: an event, and what stood first in its answer. */
export interface Heard {
  at: number;
  meant: string | null;
  newest: Listed | null;
}

/**
 * A panel that fetches: it shows what stood first in the newest answer, and its voice, one sentence after
 * another, says for each event what is on the glass when the sentence begins.
 */
export function watchFetching(heard: readonly Heard[], until: number): Watched {
  const seen = new Set<string>();
  const said: Watched['said'] = [];
  const shown = (at: number) => heard.findLast((one) => one.at <= at && one.newest)?.newest ?? null;
  for (const [i, { at, newest }] of heard.entries())
    if (newest && (heard[i + 1]?.at ?? until) - at >= SEEN_MS) seen.add(newest.id);
  let free = -Infinity;
  let last: string | null = null;
  for (const { at, meant } of heard) {
    const begins = Math.max(at, free);
    const glass = shown(begins);
    if (!glass || (meant === null && glass.id === last)) continue;
    said.push({ meant, number: glass.number });
    last = glass.id;
    free = begins + SPOKEN_MS;
  }
  return { seen, said };
}

/** The calls of all tickets after a patch came. `now` is hub time, `at` the steady clock. */
export interface Patched {
  at: number;
  now: number;
  calls: BoardCall[];
}

/** Our display: its own turns on the glass, and its own line of the voice. */
export function watchTurns(patched: readonly Patched[], known: Iterable<string>): Watched {
  const seen = new Set<string>();
  const said: Watched['said'] = [];
  const turns = new Turns(known);
  let line = openLine(known);
  let shown: { id: string; at: number } | null = null;
  let free = -Infinity;
  let offset = 0;
  const show = (at: number): number | null => {
    const { turn, until } = turns.step(at);
    const id = turn?.call.id ?? null;
    if (id !== null && shown?.id !== id) {
      if (shown && at - shown.at >= SEEN_MS) seen.add(shown.id);
      shown = { id, at };
    }
    return until;
  };
  const speak = (from: number, to: number) => {
    for (let at = Math.max(from, free); at < to; at = free) {
      const next = takeNext(line, at + offset);
      line = next.line;
      if (!next.utterance) return;
      for (const { id, number } of next.utterance.calls) said.push({ meant: id, number });
      free = at + next.utterance.calls.length * SPOKEN_MS;
    }
  };
  for (const [i, { at, now, calls }] of patched.entries()) {
    offset = now - at;
    const next = patched[i + 1]?.at ?? Infinity;
    turns.learn(calls, now);
    line = joinLine(line, calls, now);
    let step: number | null = show(at);
    while (step !== null && step < next) step = show(step);
    speak(at, next);
  }
  const last: { id: string } | null = shown;
  if (last) seen.add((last as { id: string }).id);
  return { seen, said };
}
