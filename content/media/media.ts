import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Medium } from '../model/medium.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted } from '../rule.ts';
import { nameRecord } from './naming.ts';
import { usesOfMedia } from './uses.ts';

/** A removed medium can be put back for so long (N5), in ms. */
export const KEPT_MS = 30 * 86_400_000;

/**
 * Notes a file that stands in the store (N1). The same file again is the medium that is there already (N2), put back if
 * it was removed.
 */
export const addMedium: RuleOf<CommandInput<'medium:add'>, { id: string }> = (records, file, world) => {
  for (const { id, body } of records.all('medium')) {
    if (body.upload !== file.upload) continue;
    const { removed, ...back } = body;
    const changes: Wanted[] = removed ? [{ kind: 'medium', id, body: back }] : [];
    return { changes, result: { id } };
  }
  const id = world.newId();
  const body: Medium = { ...file, checked: null, by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'medium', id, body }], result: { id } };
};

/** Gives a medium another name, other words for it, or both (N3). Refuses `record.missing`, `record.changed`. */
export const renameMedium: RuleOf<CommandInput<'medium:rename'>, { id: string }> = (
  records,
  { id, rev, name, alt },
) => {
  const stale = checkSeen(records, 'medium', { id, rev });
  if (stale) return stale;
  const before = records.get('medium', id);
  if (!before || before.removed) return refuse('record.missing');
  const body: Medium = { ...before, name: (name ?? before.name).trim() };
  if (alt !== undefined) {
    if (alt.trim() === '') delete body.alt;
    else body.alt = alt.trim();
  }
  const changes: Wanted[] = sameBody(before, body) ? [] : [{ kind: 'medium', id, body }];
  return { changes, result: { id } };
};

/** Ticks media as free of personal data, or takes the tick back (N6). Refuses `record.missing`. */
export const checkMedia: RuleOf<CommandInput<'medium:check'>, CommandResult<'medium:check'>> = (
  records,
  { ids, off },
  world,
) => {
  const found = standing(records, ids);
  if (isRefusal(found)) return found;
  const changes = found
    .filter(([, { checked }]) => (checked === null) === !off)
    .map(([id, before]): Wanted => {
      const checked = off ? null : { by: personOf(records, world.by), at: world.now };
      return { kind: 'medium', id, body: { ...before, checked } };
    });
  return { changes, result: { ids } };
};

/** Takes media out of the library, all or none (N4, N5). Refuses `record.missing`, `medium.used` with where. */
export const removeMedia: RuleOf<CommandInput<'medium:remove'>, CommandResult<'medium:remove'>> = (
  records,
  { ids },
  world,
) => {
  const found = standing(records, ids);
  if (isRefusal(found)) return found;
  const uses = usesOfMedia(records);
  for (const [id, { name }] of found) {
    const where = uses.get(id) ?? [];
    if (where.length === 0) continue;
    const named = where.slice(0, 3).map((use) => nameRecord(records, use));
    return refuse('medium.used', { name, where: named.join('、'), count: where.length });
  }
  const removed = { by: personOf(records, world.by), at: world.now };
  const changes = found.map(([id, before]): Wanted => ({
    kind: 'medium',
    id,
    body: { ...before, removed },
  }));
  return { changes, result: { ids } };
};

/** Takes a removal back (N5). Refuses `record.missing`. */
export const restoreMedia: RuleOf<CommandInput<'medium:restore'>, CommandResult<'medium:restore'>> = (
  records,
  { ids },
) => {
  const changes: Wanted[] = [];
  for (const id of ids) {
    const before = records.get('medium', id);
    if (!before) return refuse('record.missing');
    const { removed, ...body } = before;
    if (removed) changes.push({ kind: 'medium', id, body });
  }
  return { changes, result: { ids } };
};

/** Lets go of what was removed long ago (N5), unless something names it again. */
export const sweepMedia: RuleOf<CommandInput<'medium:sweep'>, CommandResult<'medium:sweep'>> = (
  records,
  _,
  { now },
) => {
  const old = [...records.all('medium')].filter(
    ({ body }) => body.removed && body.removed.at + KEPT_MS <= now,
  );
  if (old.length === 0) return { changes: [], result: { ids: [] } };
  const uses = usesOfMedia(records);
  const ids = old.map(({ id }) => id).filter((id) => uses.get(id)?.length === 0);
  return { changes: ids.map((id) => ({ kind: 'medium' as const, id, body: null })), result: { ids } };
};

function standing(records: Records, ids: readonly string[]): [string, Medium][] | Refusal {
  const found: [string, Medium][] = [];
  for (const id of ids) {
    const medium = records.get('medium', id);
    if (!medium || medium.removed) return refuse('record.missing');
    found.push([id, medium]);
  }
  return found;
}
