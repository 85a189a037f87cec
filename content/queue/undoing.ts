import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Undo, Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { today } from '../premises/hall.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf, Wanted, World } from '../rule.ts';
import { heldWindow } from './windows.ts';

/** Time for a slip of the finger; later the visitor is on the way, and a call must stand. */
export const UNDO_MS = 10_000;

/** The rule of a deed at a window, leaving in the window what takes it back (Q32). */
export function undoable<C extends { window: string }, R>(
  deed: Undo['deed'],
  rule: RuleOf<C, R>,
): RuleOf<C, R> {
  return (records, command, world) => {
    const outcome = rule(records, command, world);
    if (isRefusal(outcome)) return outcome;
    const undo = undoOf(records, deed, command.window, outcome.changes, world);
    const changes = outcome.changes.map((change) =>
      change.kind === 'window' && change.id === command.window && change.body
        ? { ...change, body: { ...change.body, undo } }
        : change,
    );
    return { ...outcome, changes };
  };
}

function undoOf(
  records: Records,
  deed: Undo['deed'],
  window: string,
  changes: readonly Wanted[],
  world: World,
): Undo {
  const tickets: Undo['tickets'] = [];
  for (const { kind, id, body } of changes) {
    // What the first ticket of a day sweeps away (Q3) stays away.
    if (kind !== 'ticket' || body === null) continue;
    tickets.push({ id, rev: records.rev('ticket', id) + 1, was: records.get('ticket', id) ?? null });
  }
  const before = records.get('window', window);
  // A ticket of an earlier day is in no change and no longer at the window (Q3).
  const ticket = tickets.find(({ id }) => id === before?.ticket)?.id ?? null;
  const turn = before?.turn === undefined ? {} : { turn: before.turn };
  return { deed, until: world.now + UNDO_MS, ticket, ...turn, tickets };
}

/**
 * 撤销 (Q32–Q34): takes back the last deed at the window. Refuses `window.missing`, `window.not-yours`,
 * `undo.nothing`, `undo.late`, `undo.changed`.
 */
export const undoTicket: RuleOf<CommandInput<'ticket:undo'>, CommandResult<'ticket:undo'>> = (
  records,
  { window: id },
  world,
) => {
  const held = heldWindow(records, id, world);
  if (isRefusal(held)) return held;
  const { undo, ...window } = held.window;
  if (!undo) return refuse('undo.nothing', { number: window.number });
  if (world.now > undo.until) return refuse('undo.late', { seconds: UNDO_MS / 1000 });
  const day = today(records, world.now);
  for (const { id: ticket, rev } of undo.tickets) {
    const is = records.get('ticket', ticket);
    if (records.rev('ticket', ticket) !== rev || is?.day !== day)
      return refuse('undo.changed', { ticket: is?.number ?? '—' });
  }
  const before: Window = { ...window, ticket: undo.ticket };
  if (undo.turn === undefined) delete before.turn;
  else before.turn = undo.turn;
  return {
    changes: [
      ...undo.tickets.map(({ id: ticket, was }) => ({ kind: 'ticket' as const, id: ticket, body: was })),
      { kind: 'window', id, body: before },
    ],
    result: { id, undone: undo.deed },
  };
};
