import type { Person } from '../model/base.ts';
import type { Role } from '../model/account.ts';
import type { Actor } from '../model/record.ts';
import type { Records } from '../records.ts';

/** Who gave a command, as it is written into records: the name that people know them by. */
export function personOf(records: Records, by: Actor): Person {
  if (by.is === 'system') return { id: 'system', name: by.name };
  if (by.is !== 'account') return { id: by.id, name: by.name };
  return { id: by.id, name: records.get('account', by.id)?.displayName ?? by.name };
}

export function hasRole(records: Records, by: Actor, role: Role): boolean {
  if (by.is !== 'account') return false;
  const account = records.get('account', by.id);
  return account !== undefined && !account.disabled && account.roles.includes(role);
}
