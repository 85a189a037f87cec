import type { Area, Mark, Plan } from '../model/area.ts';
import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';

/** Saves an area (R21). Refuses `record.missing`, `record.changed`, `area.name-taken`, `window.missing`. */
export const saveArea: RuleOf<CommandInput<'area:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...area },
  world,
) => {
  const stale = checkSeen(records, 'area', { id: seen, rev });
  if (stale) return stale;
  const name = area.name.trim();
  let next = 0;
  for (const { id, body } of records.all('area')) {
    if (id !== seen && body.name === name && body.floor === area.floor)
      return refuse('area.name-taken', { name });
    next = Math.max(next, body.order + 1);
  }
  if (area.windows.some((window) => !records.get('window', window))) return refuse('window.missing');
  const before = seen === undefined ? undefined : records.get('area', seen);
  const id = seen ?? world.newId();
  const body: Area = { ...area, name, order: before?.order ?? next };
  return { changes: sameBody(before, body) ? [] : [{ kind: 'area', id, body }], result: { id } };
};

/** Puts areas in order; those not named follow as before. Refuses `record.missing`. */
export const orderAreas: RuleOf<CommandInput<'area:order'>, CommandResult<'area:order'>> = (
  records,
  { ids },
) => {
  if (ids.some((id) => !records.get('area', id))) return refuse('record.missing');
  const named = new Set(ids);
  const rest = inAreaOrder(records.all('area')).filter(({ id }) => !named.has(id));
  const changes: Wanted[] = [];
  [...ids, ...rest.map(({ id }) => id)].forEach((id, order) => {
    const body = records.get('area', id);
    if (body && body.order !== order) changes.push({ kind: 'area', id, body: { ...body, order } });
  });
  return { changes, result: { ids } };
};

/** Removes an area; plans stop showing it (R23). Refuses `record.missing`. */
export const removeArea: RuleOf<CommandInput<'area:remove'>, { id: string }> = (records, { id }) => {
  if (!records.get('area', id)) return refuse('record.missing');
  const gone = (mark: Mark): boolean => mark.is === 'area' && mark.area === id;
  return { changes: [{ kind: 'area', id, body: null }, ...unmark(records, gone)], result: { id } };
};

/** Saves a plan with its marks (R22). Refuses `record.missing`, `record.changed`, `window.missing`, `area.missing`. */
export const savePlan: RuleOf<CommandInput<'plan:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...plan },
  world,
) => {
  const stale = checkSeen(records, 'plan', { id: seen, rev });
  if (stale) return stale;
  for (const mark of plan.marks) {
    if (mark.is === 'window' && !records.get('window', mark.window)) return refuse('window.missing');
    if (mark.is === 'area' && !records.get('area', mark.area)) return refuse('area.missing');
  }
  const before = seen === undefined ? undefined : records.get('plan', seen);
  const id = seen ?? world.newId();
  const body: Plan = { ...plan, name: plan.name.trim() };
  return { changes: sameBody(before, body) ? [] : [{ kind: 'plan', id, body }], result: { id } };
};

/** Removes a plan. Refuses `record.missing`. A screen that showed it lists the areas instead (R22). */
export const removePlan: RuleOf<CommandInput<'plan:remove'>, { id: string }> = (records, { id }) => {
  if (!records.get('plan', id)) return refuse('record.missing');
  // R27: screens are nowhere on a plan that is gone.
  const screens = [...records.all('screen')].flatMap(({ id: screen, body }): Wanted[] => {
    const { onPlan, ...rest } = body;
    return onPlan?.plan === id ? [{ kind: 'screen', id: screen, body: rest }] : [];
  });
  return { changes: [{ kind: 'plan', id, body: null }, ...screens], result: { id } };
};

/** What a window's removal takes along (R23): its place in areas and its marks on plans. */
export function withoutWindow(records: Records, window: string): Wanted[] {
  const changes: Wanted[] = [];
  for (const { id, body } of records.all('area'))
    if (body.windows.includes(window))
      changes.push({
        kind: 'area',
        id,
        body: { ...body, windows: body.windows.filter((one) => one !== window) },
      });
  return [...changes, ...unmark(records, (mark) => mark.is === 'window' && mark.window === window)];
}

/** Areas in their order (R21). */
export function inAreaOrder(areas: Iterable<Kept<'area'>>): Kept<'area'>[] {
  return [...areas].sort((one, other) => one.body.order - other.body.order || (one.id < other.id ? -1 : 1));
}

function unmark(records: Records, gone: (mark: Mark) => boolean): Wanted[] {
  const changes: Wanted[] = [];
  for (const { id, body } of records.all('plan'))
    if (body.marks.some(gone))
      changes.push({ kind: 'plan', id, body: { ...body, marks: body.marks.filter((one) => !gone(one)) } });
  return changes;
}
