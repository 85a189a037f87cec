import type { Account } from '../model/account.ts';
import type { CommandInput } from '../model/command.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';

/**
 * Saves an account (A1–A4). `password` comes hashed. Refuses `record.missing`, `record.changed`,
 * `account.name-taken`, `account.password-weak` (a new account without one), `account.last-admin`.
 */
export const saveAccount: RuleOf<CommandInput<'account:save'>, { id: string }> = (
  records,
  { id: seen, rev, password, interrupts, ...said },
  world,
) => {
  const stale = checkSeen(records, 'account', { id: seen, rev });
  if (stale) return stale;
  const before = seen === undefined ? undefined : records.get('account', seen);
  const same = accountNamed(records, said.name);
  if (same && same.id !== seen) return refuse('account.name-taken', { name: said.name });
  const key = password ?? before?.password;
  if (key === undefined) return refuse('account.password-weak');
  const id = seen ?? world.newId();
  const body: Account = { ...said, password: key };
  if (interrupts ?? before?.interrupts) body.interrupts = true;
  if (password === undefined && before?.lockedUntil !== undefined) body.lockedUntil = before.lockedUntil;
  if (before && isWorkingAdmin(before) && !isWorkingAdmin(body) && !hasAdminBeside(records, id))
    return refuse('account.last-admin');
  if (sameBody(before, body)) return { changes: [], result: { id } };
  const signOut = before && (body.disabled || body.password !== before.password);
  return {
    changes: [{ kind: 'account', id, body }, ...(signOut ? closeSessionsOf(records, id) : [])],
    result: { id },
  };
};

/** Locks an account until a moment (A5); a moment that is past takes the lock off. */
export const lockAccount: RuleOf<CommandInput<'account:lock'>, { id: string }> = (
  records,
  { id, until },
  world,
) => {
  const before = records.get('account', id);
  if (!before) return refuse('record.missing');
  const body: Account = until > world.now ? { ...before, lockedUntil: until } : unlock(before);
  return { changes: sameBody(before, body) ? [] : [{ kind: 'account', id, body }], result: { id } };
};

function unlock({ lockedUntil: _, ...free }: Account): Account {
  return free;
}

/** The account of a sign-in name; capitals and full-width letters make no difference (A1). */
export function accountNamed(records: Records, name: string) {
  const wanted = fold(name);
  for (const account of records.all('account')) if (fold(account.body.name) === wanted) return account;
  return undefined;
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function isWorkingAdmin(account: Account): boolean {
  return !account.disabled && account.roles.includes('admin');
}

function hasAdminBeside(records: Records, id: string): boolean {
  for (const other of records.all('account')) if (other.id !== id && isWorkingAdmin(other.body)) return true;
  return false;
}

function closeSessionsOf(records: Records, account: string): Wanted[] {
  const changes: Wanted[] = [];
  for (const { id, body } of records.all('session'))
    if (body.account === account) changes.push({ kind: 'session', id, body: null });
  return changes;
}
