import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Item, ItemCategory, ItemPhone, ItemText } from '../model/item.ts';
import type { Kept } from '../model/record.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted, World } from '../rule.ts';
import { readPhone } from './contacts.ts';
import { checkSteps } from './itemsteps.ts';
import { draftAs } from './review.ts';

/** Categories in the order of HN 1.1–1.12. */
export const categoryOrder: readonly ItemCategory[] = [
  'household',
  'family',
  'assistance',
  'employment',
  'pension',
  'medical',
  'relief',
  'farming',
  'building',
  'business',
  'military',
  'party',
  'other',
];

/** An item that says nothing yet: for a person, no materials, no steps. */
export const emptyItem: Omit<ItemText, 'name' | 'category' | 'type'> = {
  audience: ['person'],
  basis: [],
  conditions: [],
  materials: [],
  steps: [],
  windows: [],
  services: [],
  consult: [],
  complain: [],
};

/**
 * Saves an item (U1–U4, U7, U9, U10). Refuses `record.missing`, `record.changed`, `item.name-taken`,
 * `item.code-taken`, `item.promise-late`, `item.no-materials`, `item.step-*`, `phone.wrong`.
 */
export const saveItem: RuleOf<CommandInput<'item:save'>, { id: string }> = (
  records,
  { id, rev, ...text },
  world,
) => {
  const put = putItems(records, { items: [{ id, rev, text }] }, world);
  return isRefusal(put) ? put : { changes: put.changes, result: { id: put.result.ids[0]! } };
};

/** Saves many items or none (U6). Refuses as `saveItem` does, for the first that does not fit. */
export const putItems: RuleOf<CommandInput<'item:put'>, CommandResult<'item:put'>> = (
  records,
  { items },
  world,
) => {
  const changes: Wanted[] = [];
  const ids: string[] = [];
  const after = new Map<string, ItemText>();
  for (const { id, body } of records.all('item')) after.set(id, body);
  for (const { id: seen, rev, text, sample } of items) {
    const stale = checkSeen(records, 'item', { id: seen, rev });
    if (stale) return stale;
    const tidy = tidyItem(records, text);
    if (isRefusal(tidy)) return tidy;
    const id = seen ?? world.newId();
    const before = seen === undefined ? undefined : records.get('item', seen);
    ids.push(id);
    after.set(id, tidy);
    const body = bodyOf(tidy, before, sample, records, world);
    if (!before || !saysSameItem(before, body)) changes.push({ kind: 'item', id, body });
  }
  const clash = checkUnique(after, new Set(ids));
  return clash ?? { changes, result: { ids } };
};

/** Removes items (U8). Refuses `record.missing`. */
export const removeItems: RuleOf<CommandInput<'item:remove'>, CommandResult<'item:remove'>> = (
  records,
  { ids },
) => {
  if (ids.some((id) => !records.get('item', id))) return refuse('record.missing');
  return { changes: ids.map((id) => ({ kind: 'item' as const, id, body: null })), result: { ids } };
};

/** Takes a removal back (U8). Refuses `item.exists` and what a save refuses. */
export const restoreItems: RuleOf<CommandInput<'item:restore'>, CommandResult<'item:restore'>> = (
  records,
  { items },
  world,
) => {
  const changes: Wanted[] = [];
  const after = new Map<string, ItemText>();
  for (const { id, body } of records.all('item')) after.set(id, body);
  for (const { id, body } of items) {
    if (after.has(id)) return refuse('item.exists', { item: body.name });
    const { sample, checked } = body;
    const tidy = tidyItem(records, textOf(body));
    if (isRefusal(tidy)) return tidy;
    after.set(id, tidy);
    const back = bodyOf(tidy, undefined, sample, records, world);
    if (checked && !sample) back.checked = { by: personOf(records, world.by), at: world.now };
    changes.push({ kind: 'item', id, body: back });
  }
  const ids = items.map(({ id }) => id);
  return checkUnique(after, new Set(ids)) ?? { changes, result: { ids } };
};

/** Marks samples as checked, or takes that back (U5). Refuses `record.missing`. */
export const checkItems: RuleOf<CommandInput<'item:check'>, CommandResult<'item:check'>> = (
  records,
  { ids, checked },
  world,
) => {
  const changes: Wanted[] = [];
  for (const id of ids) {
    const before = records.get('item', id);
    if (!before) return refuse('record.missing');
    if (checked === isPublic(before) || (!checked && !before.checked)) continue;
    const body: Item = { ...textOf(before), savedBy: before.savedBy, savedAt: before.savedAt };
    if (checked) body.checked = { by: personOf(records, world.by), at: world.now };
    else body.sample = true;
    changes.push({ kind: 'item', id, body });
  }
  return { changes, result: { ids } };
};

/** Whether the public may see it (U5). */
export function isPublic(item: Item): boolean {
  return item.sample !== true;
}

/** The items that the public sees, in its order (U11). */
export function publicItems(items: Iterable<Kept<'item'>>): Kept<'item'>[] {
  return inItemOrder([...items].filter(({ body }) => isPublic(body)));
}

/** Items in the order of HN's categories, within one as they came (U11). */
export function inItemOrder<I extends { body: Pick<Item, 'category'> }>(items: readonly I[]): I[] {
  const rank = ({ body }: I) => categoryOrder.indexOf(body.category);
  return [...items].sort((one, other) => rank(one) - rank(other));
}

/** What an editor wrote of an item, without who saved and checked it. */
export function textOf({ sample: _, checked: __, savedBy: ___, savedAt: ____, ...text }: Item): ItemText {
  return text;
}

/** Whether two items say the same to a reader (U7). */
function saysSameItem(one: Item, other: Item): boolean {
  return one.sample === other.sample && sameBody(textOf(one), textOf(other));
}

function bodyOf(
  text: ItemText,
  before: Item | undefined,
  sample: true | undefined,
  records: Records,
  world: World,
): Item {
  const body: Item = { ...text, savedBy: personOf(records, world.by), savedAt: world.now };
  if (before ? before.sample : sample) body.sample = true;
  if (before?.checked) body.checked = before.checked;
  return body;
}

/** The text as it is kept: nothing named that is not there (U4), phones as they are dialled (U10). */
function tidyItem(records: Records, text: ItemText): ItemText | Refusal {
  const { name, statutoryDays, promisedDays } = text;
  if (statutoryDays !== undefined && promisedDays !== undefined && promisedDays > statutoryDays)
    return refuse('item.promise-late', { item: name, promised: promisedDays, statutory: statutoryDays });
  if (text.noMaterials && text.materials.length > 0) return refuse('item.no-materials', { item: name });
  const wrong = checkSteps(text.steps, name);
  if (wrong) return wrong;
  const consult = tidyPhones(records, text.consult);
  if (isRefusal(consult)) return consult;
  const complain = tidyPhones(records, text.complain);
  if (isRefusal(complain)) return complain;
  return {
    ...text,
    consult,
    complain,
    windows: text.windows.filter((id) => records.get('window', id)),
    services: text.services.filter((id) => records.get('service', id)),
  };
}

function tidyPhones(records: Records, phones: readonly ItemPhone[]): ItemPhone[] | Refusal {
  const kept: ItemPhone[] = [];
  for (const phone of phones) {
    if (phone.is === 'contact') {
      if (records.get('contact', phone.id) || draftAs(records, 'contact', phone.id)) kept.push(phone);
      continue;
    }
    const value = readPhone(phone.value);
    if (value === null) return refuse('phone.wrong', { value: phone.value });
    kept.push({ ...phone, value });
  }
  return kept;
}

/** Refuses two items of one name or code (U1), if one of them is among `changed`. */
function checkUnique(
  after: ReadonlyMap<string, ItemText>,
  changed: ReadonlySet<string>,
): Refusal | undefined {
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const [id, { name, code }] of after) {
    const twin = names.get(name);
    if (twin !== undefined && (changed.has(id) || changed.has(twin)))
      return refuse('item.name-taken', { item: name });
    names.set(name, id);
    if (code === undefined) continue;
    const other = codes.get(code);
    if (other !== undefined && (changed.has(id) || changed.has(other)))
      return refuse('item.code-taken', { item: name, code, other: after.get(other)!.name });
    codes.set(code, id);
  }
  return undefined;
}
