import type { CommandInput } from '../model/command.ts';
import type { Webhook } from '../model/interface.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';

/** Each one reads the journal and holds a line open. */
const WEBHOOKS = 20;
/** Undelivered events that are kept; beyond it the oldest go (X14). */
export const LETTERS = 500;

/**
 * Adds an address, or changes one (X10). Its secret and its beginning never change. Refuses `record.missing`,
 * `record.changed`, `webhook.twice`, `webhook.too-many`.
 */
export const saveWebhook: RuleOf<CommandInput<'webhook:save'>, { id: string }> = (records, input, world) => {
  const { id, rev, url, events, reach, on, secret, after } = input;
  for (const other of records.all('webhook'))
    if (other.id !== id && other.body.url === url) return refuse('webhook.twice');
  if (id !== undefined) {
    const before = records.get('webhook', id);
    if (!before) return refuse('record.missing');
    if (rev !== undefined && rev !== records.rev('webhook', id)) return refuse('record.changed');
    return {
      changes: [{ kind: 'webhook', id, body: { ...before, url, events, reach, on } }],
      result: { id },
    };
  }
  if (records.count('webhook') >= WEBHOOKS) return refuse('webhook.too-many', { limit: WEBHOOKS });
  if (secret === undefined || after === undefined) return refuse('record.missing');
  const createdBy = personOf(records, world.by);
  const body: Webhook = { url, events, reach, on, secret, after, createdBy, createdAt: world.now };
  const made = world.newId();
  return { changes: [{ kind: 'webhook', id: made, body }], result: { id: made } };
};

/** Removes an address and what was not delivered there (X11). One that is gone stays gone. */
export const removeWebhook: RuleOf<CommandInput<'webhook:remove'>, { id: string }> = (records, { id }) => {
  const changes: Wanted[] = [];
  if (records.get('webhook', id)) changes.push({ kind: 'webhook', id, body: null });
  for (const letter of records.all('deadletter'))
    if (letter.body.webhook === id) changes.push({ kind: 'deadletter', id: letter.id, body: null });
  return { changes, result: { id } };
};

/** The id of the letter of one event to one address: told twice, it is kept once. */
export function letterId(webhook: string, event: string): string {
  return `${webhook}-${event.replace('.', '-')}`;
}

/** Keeps events that were not taken, the newest of them all (X14). Those of an address that is gone are dropped. */
export const keepLetters: RuleOf<CommandInput<'letter:keep'>, { ids: string[] }> = (records, { letters }) => {
  const wanted = letters.filter(({ webhook }) => records.get('webhook', webhook));
  const ids = wanted.map(({ webhook, event }) => letterId(webhook, event));
  const changes: Wanted[] = wanted.map((body, i) => ({ kind: 'deadletter', id: ids[i]!, body }));
  const kept = [...records.all('deadletter')].filter(({ id }) => !ids.includes(id));
  const excess = kept.length + ids.length - LETTERS;
  for (const { id } of oldest(kept, excess)) changes.push({ kind: 'deadletter', id, body: null });
  return { changes, result: { ids } };
};

function oldest<L extends { body: { at: number } }>(letters: L[], count: number): L[] {
  return count <= 0 ? [] : letters.toSorted((a, b) => a.body.at - b.body.at).slice(0, count);
}

/** Delivered after all, or given up by an admin (X15). What is gone stays gone. */
export const dropLetters: RuleOf<{ ids: string[] }, { ids: string[] }> = (records: Records, { ids }) => ({
  changes: ids
    .filter((id) => records.get('deadletter', id))
    .map((id) => ({ kind: 'deadletter' as const, id, body: null })),
  result: { ids },
});
