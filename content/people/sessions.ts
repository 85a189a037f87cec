import type { CommandInput } from '../model/command.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';

/**
 * Opens a session for an account whose password the hub has checked, and clears those that are over (A6).
 * Refuses `session.missing` if the account is gone or disabled meanwhile.
 */
export const openSession: RuleOf<CommandInput<'session:open'>, { id: string }> = (
  records,
  { id, account, expiresAt },
  world,
) => {
  const who = records.get('account', account);
  if (!who || who.disabled) return refuse('session.missing');
  const changes: Wanted[] = [];
  for (const session of records.all('session'))
    if (session.body.expiresAt <= world.now && session.id !== id)
      changes.push({ kind: 'session', id: session.id, body: null });
  changes.push({ kind: 'session', id, body: { account, openedAt: world.now, expiresAt } });
  return { changes, result: { id } };
};

/** Closes a session (A7). One that is closed already stays closed: signing out never fails. */
export const closeSession: RuleOf<CommandInput<'session:close'>, { id: string }> = (records, { id }) => ({
  changes: records.get('session', id) ? [{ kind: 'session', id, body: null }] : [],
  result: { id },
});
