import type { CommandInput } from '../model/command.ts';
import type { Item, Material } from '../model/item.ts';
import type { Package } from '../model/package.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';
import { isPublic } from './items.ts';

/**
 * Saves a package (U21–U23). Refuses `record.missing`, `record.changed`, `package.name-taken`,
 * `package.item-missing`, `package.promise-late`.
 */
export const savePackage: RuleOf<CommandInput<'package:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...words },
  world,
) => {
  const stale = checkSeen(records, 'package', { id: seen, rev });
  if (stale) return stale;
  const body: Package = { ...words, name: words.name.trim() };
  for (const { id, body: other } of records.all('package'))
    if (id !== seen && other.name === body.name) return refuse('package.name-taken', { name: body.name });
  const items = body.items.map((id) => records.get('item', id));
  if (items.some((item) => !item)) return refuse('package.item-missing');
  const longest = sumOfPromises(items.filter((item) => item !== undefined));
  if (body.promisedDays !== undefined && longest !== null && body.promisedDays > longest)
    return refuse('package.promise-late', { promised: body.promisedDays, days: longest });
  const id = seen ?? world.newId();
  const before = seen === undefined ? undefined : records.get('package', seen);
  return { changes: sameBody(before, body) ? [] : [{ kind: 'package', id, body }], result: { id } };
};

/** Removes a package; its items stay (U23). Refuses `record.missing`. */
export const removePackage: RuleOf<CommandInput<'package:remove'>, { id: string }> = (records, { id }) =>
  records.get('package', id)
    ? { changes: [{ kind: 'package', id, body: null }], result: { id } }
    : refuse('record.missing');

/** One material of a package, and the items that it serves. */
export interface Together {
  material: Material;
  items: string[];
}

/** A package as the public reads it. */
export interface PackageView {
  name: string;
  /** In the order in which they are done. */
  items: Kept<'item'>[];
  materials: Together[];
  /** Working days of the whole; null while nobody promised any. */
  days: number | null;
  note: string;
}

/** What a package says (U21, U22), of items that the public may read. */
export function packageView(
  records: Records,
  { name, items: ids, promisedDays, note }: Package,
): PackageView {
  const items = ids.flatMap((id): Kept<'item'>[] => {
    const body = records.get('item', id);
    return body && isPublic(body) ? [{ kind: 'item', id, rev: records.rev('item', id), body }] : [];
  });
  return {
    name,
    items,
    materials: gatherMaterials(items.map(({ body }) => body)),
    days: promisedDays ?? null,
    note: note ?? '',
  };
}

/** Packages with two public items at least, by name: one item alone is no package (U23). */
export function publicPackages(records: Records): { id: string; view: PackageView }[] {
  return [...records.all('package')]
    .map(({ id, body }) => ({ id, view: packageView(records, body) }))
    .filter(({ view }) => view.items.length > 1)
    .sort((one, other) => one.view.name.localeCompare(other.view.name, 'zh-CN'));
}

/**
 * One list of materials without doubles (U21): the same paper in the same form is handed in once, as many times as
 * the item that wants most of it, and must be there if one of the items must have it.
 */
export function gatherMaterials(items: readonly Pick<Item, 'name' | 'materials'>[]): Together[] {
  const gathered = new Map<string, Together>();
  for (const { name, materials } of items)
    for (const material of materials) {
      const key = JSON.stringify([plainName(material.name), material.form]);
      const there = gathered.get(key);
      if (!there) gathered.set(key, { material, items: [name] });
      else
        gathered.set(key, {
          material: both(there.material, material),
          items: there.items.includes(name) ? there.items : [...there.items, name],
        });
    }
  return [...gathered.values()];
}

const needs = ['required', 'conditional', 'deferrable'] as const satisfies readonly Material['need'][];

function both(one: Material, other: Material): Material {
  const stricter = needs.indexOf(other.need) < needs.indexOf(one.need) ? other : one;
  const material: Material = {
    ...other,
    ...one,
    count: Math.max(one.count, other.count),
    need: stricter.need,
  };
  const when = [...new Set([one.when, other.when].filter((words) => words !== undefined))].join('；');
  delete material.when;
  if (stricter.need === 'conditional' && when) material.when = when.slice(0, 300);
  return material;
}

/** Names are the same but for spaces, brackets of either width and 《》. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s《》]/g, '');
}

/** Working days that the items take one after another; null while one of them promises nothing. */
export function sumOfPromises(items: readonly Pick<Item, 'promisedDays'>[]): number | null {
  return items.reduce<number | null>(
    (sum, { promisedDays }) => (sum === null || promisedDays === undefined ? null : sum + promisedDays),
    0,
  );
}
