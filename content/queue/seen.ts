import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** A command at a window that may name what its sender saw there. */
interface AtWindow {
  window: string;
  seen?: string | null;
}

/**
 * Refuses a command that was given to another ticket than the one now at the window (`window.moved`, Q48):
 * a second panel of the same clerk has been faster, and "next" pressed on both must not skip a visitor.
 */
export function sees<I extends AtWindow, R>(rule: RuleOf<I, R>): RuleOf<I, R> {
  return (records, input, world) => {
    const window = records.get('window', input.window);
    if (!window || input.seen === undefined || input.seen === window.ticket)
      return rule(records, input, world);
    return refuse('window.moved', { number: window.number, ticket: numberOf(records, window.ticket) });
  };
}

function numberOf(records: Records, ticket: string | null): string {
  return (ticket && records.get('ticket', ticket)?.number) || '—';
}
