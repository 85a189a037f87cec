import type { CommandInput } from '../model/command.ts';
import type { Key, KeyRight } from '../model/interface.ts';
import type { Window } from '../model/window.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf } from '../rule.ts';

/** More than this is a mistake; each is looked at with every request. */
const KEYS = 100;

/** Makes a key whose hash the hub has worked out (X1). Refuses `key.too-many`, `key.name-taken`, `window.missing`. */
export const makeKey: RuleOf<CommandInput<'key:make'>, { id: string }> = (records, input, world) => {
  const refused = refuseKey(records, null, input);
  if (refused) return refused;
  if (workingKeys(records) >= KEYS) return refuse('key.too-many', { limit: KEYS });
  const id = world.newId();
  const body: Key = {
    ...input,
    createdBy: personOf(records, world.by),
    createdAt: world.now,
    revoked: null,
  };
  return { changes: [{ kind: 'key', id, body }], result: { id } };
};

/** Changes name, rights and windows (X2). Refuses `record.missing`, `record.changed`, `key.revoked`, `key.name-taken`, `window.missing`. */
export const saveKey: RuleOf<CommandInput<'key:save'>, { id: string }> = (records, input) => {
  const { id, rev, name, rights, windows } = input;
  const before = records.get('key', id);
  if (!before) return refuse('record.missing');
  if (rev !== undefined && rev !== records.rev('key', id)) return refuse('record.changed');
  if (before.revoked) return refuse('key.revoked', { name: before.name });
  const refused = refuseKey(records, id, input);
  if (refused) return refused;
  const body: Key = { ...before, name, rights };
  if (windows) body.windows = windows;
  else delete body.windows;
  return { changes: [{ kind: 'key', id, body }], result: { id } };
};

/** Revokes a key for good (X3); one that is revoked stays as it was. Refuses `record.missing`. */
export const revokeKey: RuleOf<CommandInput<'key:revoke'>, { id: string }> = (records, { id }, world) => {
  const key = records.get('key', id);
  if (!key) return refuse('record.missing');
  if (key.revoked) return { changes: [], result: { id } };
  const revoked = { by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'key', id, body: { ...key, revoked } }], result: { id } };
};

/**
 * Why a key may not command a window (X5), null if it may: it calls for the clerk who holds the window.
 * `key.unknown`, `key.forbidden`, `key.window`, `window.unheld`.
 */
export function refuseCalling(records: Records, id: string, window: Window, by: string): Refusal | null {
  const refused = refuseRight(records, by, 'tickets:call');
  if (refused) return refused;
  const windows = records.get('key', by)?.windows;
  if (windows && !windows.includes(id)) return refuse('key.window', { number: window.number });
  if (window.state.is === 'closed') return refuse('window.unheld', { number: window.number });
  return null;
}

/** `key.unknown` if there is no such key or it is revoked, `key.forbidden` if it lacks the right (X4). */
export function refuseRight(records: Records, id: string, right: KeyRight): Refusal | null {
  const key = records.get('key', id);
  if (!key || key.revoked) return refuse('key.unknown');
  return key.rights.includes(right) ? null : refuse('key.forbidden', { name: key.name, right });
}

function workingKeys(records: Records): number {
  let working = 0;
  for (const { body } of records.all('key')) if (!body.revoked) working += 1;
  return working;
}

function refuseKey(
  records: Records,
  id: string | null,
  { name, windows = [] }: Pick<Key, 'name' | 'windows'>,
): Refusal | null {
  for (const other of records.all('key'))
    if (other.id !== id && !other.body.revoked && other.body.name === name)
      return refuse('key.name-taken', { name });
  return windows.every((window) => records.get('window', window)) ? null : refuse('window.missing');
}
