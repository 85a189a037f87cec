import { CALL_FRESH_MS } from '../protocol.ts';
import { englishOf } from './english.ts';
import { sentenceOf, twice } from './sentence.ts';
import type { Called, Sentence } from './sentence.ts';

/** Recalls of one ticket to one window this close together are one (V8). */
export const SAME_RECALL_MS = 5_000;
/** With more calls than this behind, all are said in one sentence (V9). */
export const BEHIND = 3;
/** Ids and calls kept; far more than a day of calls in one hall. */
const KEPT = 2_000;

/** A call as the queue of the voice needs it. Times are hub time in ms. */
export interface Call extends Called {
  /** Announcement id. */
  id: string;
  ticket: string;
  at: number;
  /** 1 for the first call of the ticket, more for a recall. */
  count: number;
}

/** What is said in one go, and for which calls. */
export interface Utterance {
  calls: Call[];
  sentence: Sentence;
  /** The same in the second language, said once after it (V17). */
  second: Sentence | null;
  /** The voice is given up after this many ms, whatever it says of itself (V11). */
  longest: number;
}

/** A call in the line, and where it stands there. */
interface Waiting {
  call: Call;
  /** When the visitor was first called and not yet heard of it: a recall does not lose the place. */
  since: number;
  recall: boolean;
}

/** Calls that wait to be spoken, and what is known of those that were. */
export interface Line {
  /** In the order of speaking. */
  waiting: Waiting[];
  /** Ids that need no speaking any more, oldest first. */
  settled: string[];
  /** The newest spoken call of each ticket. */
  spoken: ReadonlyMap<string, Call>;
}

/** An empty line. `settled` are ids announced before, as by the page before a reload. */
export function openLine(settled: Iterable<string> = []): Line {
  return { waiting: [], settled: [...settled], spoken: new Map() };
}

/** Takes the newest call of every ticket, in any order, as often as the records change (V5 to V8, V10). */
export function joinLine(line: Line, calls: Iterable<Call>, now: number): Line {
  const done = new Set(line.settled);
  const old = new Map(line.waiting.map((one) => [one.call.ticket, one]));
  const settled: string[] = [];
  const waiting: Waiting[] = [];
  for (const call of calls) {
    if (done.has(call.id)) continue;
    const spoken = line.spoken.get(call.ticket);
    if (isStale(call, now) || (spoken && isSameRecall(spoken, call))) settled.push(call.id);
    else waiting.push(placed(call, old.get(call.ticket), spoken));
  }
  return { ...line, settled: [...line.settled, ...settled].slice(-KEPT), waiting: waiting.sort(inOrder) };
}

function placed(call: Call, old: Waiting | undefined, spoken: Call | undefined): Waiting {
  if (old && old.call.windowNumber === call.windowNumber) return { ...old, call };
  // A ticket that was sent on is called with a higher count too, but its visitor hears of this window first.
  const recall = call.count > 1 && (!spoken || spoken.windowNumber === call.windowNumber);
  return { call, since: call.at, recall };
}

/**
 * Takes out what is to be said next; null if nothing is. The utterance after it must not begin before this one
 * has ended or been given up (V11).
 */
export function takeNext(
  line: Line,
  now: number,
  wording?: string,
  second?: 'en',
): { line: Line; utterance: Utterance | null } {
  const fresh = line.waiting.filter(({ call }) => !isStale(call, now));
  const taken = fresh.slice(0, fresh.length > BEHIND ? fresh.length : 1).map(({ call }) => call);
  const waiting = fresh.slice(taken.length);
  const settled = line.waiting
    .map(({ call }) => call.id)
    .filter((id) => waiting.every(({ call }) => call.id !== id));
  // Taken out first, so that the map stays in the order of speaking and its bound drops the oldest.
  const spoken = [...line.spoken].filter(([ticket]) => taken.every((call) => call.ticket !== ticket));
  const rest = {
    waiting,
    settled: [...line.settled, ...settled].slice(-KEPT),
    spoken: new Map([...spoken, ...taken.map((call) => [call.ticket, call] as const)].slice(-KEPT)),
  };
  return { line: rest, utterance: taken.length > 0 ? utter(taken, wording, second) : null };
}

function utter(calls: Call[], wording: string | undefined, language: 'en' | undefined): Utterance {
  const once = sentenceOf(calls, wording);
  const [first, next] = calls;
  if (!first || next) return { calls, sentence: once, second: null, longest: longestOf(once) };
  const sentence = twice(once);
  return { calls, sentence, second: language ? englishOf(first) : null, longest: longestOf(sentence) };
}

/**
 * Generous for the slowest voice, which reads three characters a second where the clips say four, with the
 * chime before and a while for a voice that starts late.
 */
export function longestOf({ text }: Sentence): number {
  return 6_000 + text.replace(/\s/g, '').length * 400;
}

/** New calls before recalls, then as they were made (V6, V7). */
function inOrder(one: Waiting, other: Waiting): number {
  const recall = Number(one.recall) - Number(other.recall);
  return recall || one.since - other.since || (one.call.number < other.call.number ? -1 : 1);
}

const isStale = ({ at }: Call, now: number): boolean => now - at > CALL_FRESH_MS;

function isSameRecall(spoken: Call, call: Call): boolean {
  const recalls = spoken.count > 1 && call.count > 1;
  return recalls && spoken.windowNumber === call.windowNumber && call.at - spoken.at < SAME_RECALL_MS;
}
