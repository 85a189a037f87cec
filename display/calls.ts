import type { DisplayKey } from '../content/messages/display.ts';
import { CALL_FRESH_MS } from '../content/protocol.ts';
import type { Records } from '../content/records.ts';
import type { BoardCall, Calls } from '../content/views/board.ts';
import { groupsOf } from '../content/views/groups.ts';
import type { BoardScene, Holds } from '../content/views/groups.ts';
import type { Turn } from './turns.ts';

/** The newest call of every ticket, in no order: each is announced once, however many come together. */
export function* callsOf(records: Records, holds?: Holds): Iterable<BoardCall> {
  for (const { id, body } of records.all('ticket')) {
    const { call, number, service, state } = body;
    // One that waits again, after a transfer or an undo, is called to nowhere now.
    if (!call || state.is === 'waiting' || (holds && !holds(call.window))) continue;
    yield {
      id: call.id,
      ticket: id,
      number,
      service: records.get('service', service)?.name ?? '',
      windowNumber: call.windowNumber,
      at: call.at,
      count: call.count,
      state: state.is,
    };
  }
}

/** The calls of each group of a board (S1). */
export function callsByGroup(records: Records, scene: BoardScene): BoardCall[][] {
  return groupsOf(scene).map(({ holds }) => [...callsOf(records, holds)]);
}

/** Outside the opening hours somebody may still be on the way to the window this long … */
const ON_THE_WAY_MS = 15 * 60_000;
/** … and whoever is done already has been called for all to see at least this long. */
const SEEN_MS = 60_000;

/** So long a call was made "a moment ago". */
const A_MOMENT_MS = 5 * 60_000;

export interface ShownCall {
  call: BoardCall;
  how: Turn['how'];
  /** Where its ticket stands now. */
  state: BoardCall['state'];
  /** When the newest call was made that has had its turn: this one, or a later one while this is being spoken. */
  told: number;
}

/** The call in the big place: the announcer's turn, else the newest of today. */
export function shownCall(board: Calls, turn: Turn | null): ShownCall | null {
  if (!board.current) return null;
  const all = [board.current, ...board.last];
  // A turn newer than everything on the board was taken back: its ticket waits again.
  const call = turn && turn.call.at <= board.current.at ? turn.call : board.current;
  const newest = all.find(({ ticket }) => ticket === call.ticket);
  const how = call === turn?.call ? turn.how : 'known';
  const told = call === turn?.call ? (turn.told ?? call.at) : call.at;
  return { call, how, state: newest?.state ?? call.state, told };
}

/** Hub time until which a call keeps the big place outside the opening hours. */
export function standsUntil({ call, state }: ShownCall): number {
  return call.at + (state === 'called' || state === 'serving' ? ON_THE_WAY_MS : SEEN_MS);
}

/** The calls beside the one in the big place, newest first. Those that wait for their turn are not told yet. */
export function othersThan(board: Calls, shown: BoardCall, told = shown.at): BoardCall[] {
  const all = board.current ? [board.current, ...board.last] : board.last;
  const waits = ({ at, state }: BoardCall) => at > told && (state === 'called' || state === 'serving');
  return all.filter((call) => call.ticket !== shown.ticket && !waits(call));
}

const standing = {
  serving: 'call.serving',
  passed: 'call.passed',
  held: 'call.held',
  finished: 'call.finished',
  dropped: 'call.dropped',
  cancelled: 'call.cancelled',
} as const;

/** Where the call in the big place stands, as a word of the catalogue. */
export function standingOf({ state, how, call }: ShownCall, now: number): DisplayKey {
  if (state !== 'called' && state !== 'waiting') return standing[state];
  if (now - call.at < CALL_FRESH_MS) return call.count > 1 ? 'call.again' : 'call.calling';
  return how === 'late' && now - call.at < A_MOMENT_MS ? 'call.late' : 'call.waited';
}
