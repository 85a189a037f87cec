import type { Carried, CarriedKind } from '../model/bundle.ts';
import type { CommandInput } from '../model/command.ts';
import type { Body } from '../model/record.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';
import { carriedKinds, carriers } from './carriers.ts';
import type { Stamp } from './carriers.ts';

/** A record of a bundle beside the hall that may take it over. `key` is `kind/id`. */
export interface Compared {
  key: string;
  kind: CarriedKind;
  title: string;
  state: 'new' | 'changed' | 'same';
}

interface Placed<K extends CarriedKind = CarriedKind> {
  key: string;
  kind: K;
  /** Where it goes in this hall, and its body with the ids of this hall. */
  id: string;
  body: Body<K>;
  before: Body<K> | undefined;
}

/** Everything that makes up the hall, for another hub (C1): no accounts, tickets, screens, keys or people. */
export function carryHall(records: Records): Carried[] {
  return carriedKinds.flatMap((kind) => carryKind(records, kind));
}

function carryKind<K extends CarriedKind>(records: Records, kind: K): Carried[] {
  return [...records.all(kind)].flatMap(({ id, body }) => {
    const carried = carriers[kind].carry(body);
    return carried === null ? [] : [{ kind, id, body: carried } as Carried];
  });
}

/** What a bundle would change here (C5). */
export function compareBundle(records: Records, carried: readonly Carried[]): Compared[] {
  return placeAll(records, carried).map((placed) => compare(placed));
}

function compare<K extends CarriedKind>({ key, kind, body, before }: Placed<K>): Compared {
  const title = carriers[kind].title(body);
  if (before === undefined) return { key, kind, title, state: 'new' };
  const same = sameBody(carriers[kind].carry(before), carriers[kind].carry(body));
  return { key, kind, title, state: same ? 'same' : 'changed' };
}

/**
 * Takes chosen records of a bundle over, all or none (C6). Refuses `setup.missing`, `bundle.standard`,
 * `bundle.prefix`, `bundle.same` if nothing would change.
 */
export const adoptBundle: RuleOf<CommandInput<'bundle:adopt'>, { ids: string[] }> = (
  records,
  { records: carried, take },
  world,
) => {
  if (records.count('hall') === 0) return refuse('setup.missing');
  const stamp: Stamp = { by: personOf(records, world.by), at: world.now };
  const wanted = new Set(take);
  const taken = placeAll(records, carried).filter((placed) => wanted.has(placed.key));
  const known = knownServices(records, taken);
  const changes: Wanted[] = [];
  for (const placed of taken) {
    if (compare(placed).state === 'same') continue;
    const change = takeOver(placed, stamp, known);
    if (change.kind === 'hall' && change.body && !world.standard(change.body.standard))
      return refuse('bundle.standard', { standard: change.body.standard });
    changes.push(change);
  }
  if (changes.length === 0) return refuse('bundle.same');
  const prefix = twicePrefix(records, changes);
  if (prefix !== null) return refuse('bundle.prefix', { prefix });
  return { changes, result: { ids: changes.map(({ id }) => id) } };
};

function takeOver<K extends CarriedKind>(
  { kind, id, body, before }: Placed<K>,
  stamp: Stamp,
  services: ReadonlySet<string>,
): Wanted {
  const own = carriers[kind].take(body, before, stamp);
  const change = { kind, id, body: own } as Wanted;
  if (change.kind !== 'window' || !change.body) return change;
  // A window without one of its services still stands there; a service that is nowhere would break its calls.
  const here = (ids: readonly string[]) => ids.filter((one) => services.has(one));
  const { backup, ...rest } = change.body;
  const kept = { ...rest, services: here(rest.services), ...(backup ? { backup: here(backup) } : {}) };
  return { ...change, body: kept };
}

/** Records of a bundle at their places: by id, else by what they are known by, else new under the id that they had. */
function placeAll(records: Records, carried: readonly Carried[]): Placed[] {
  const ids = new Map<string, string>();
  for (const { kind, id, body } of carried) ids.set(id, placeOf(records, kind, id, body));
  return carried.map(({ kind, id, body }) => {
    const place = ids.get(id) ?? id;
    const before = records.get(kind, place);
    return { key: `${kind}/${id}`, kind, id: place, body: renamed(body, ids), before } as Placed;
  });
}

function placeOf<K extends CarriedKind>(
  records: Records,
  kind: K,
  id: string,
  body: Body<CarriedKind>,
): string {
  if (records.get(kind, id)) return id;
  const { known } = carriers[kind];
  const name = known(body as Body<K>);
  for (const one of records.all(kind)) if (known(one.body) === name) return one.id;
  return id;
}

/** The same value with every id of a record in it changed to its place here: ids are too long to stand in a text. */
function renamed<T>(value: T, ids: ReadonlyMap<string, string>): T {
  return rename(value, ids) as T;
}

function rename(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.length < 8 ? value : (ids.get(value) ?? value);
  if (Array.isArray(value)) return value.map((one) => rename(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key.length < 8 ? key : (ids.get(key) ?? key),
      rename(one, ids),
    ]),
  );
}

function knownServices(records: Records, taken: readonly Placed[]): Set<string> {
  const ids = new Set([...records.all('service')].map(({ id }) => id));
  for (const { kind, id } of taken) if (kind === 'service') ids.add(id);
  return ids;
}

/** Two services of one letter would give out the same numbers. */
function twicePrefix(records: Records, changes: readonly Wanted[]): string | null {
  const prefixes = new Map([...records.all('service')].map(({ id, body }) => [id, body.prefix]));
  for (const change of changes)
    if (change.kind === 'service' && change.body) prefixes.set(change.id, change.body.prefix);
  const seen = new Set<string>();
  for (const prefix of prefixes.values()) {
    if (seen.has(prefix)) return prefix;
    seen.add(prefix);
  }
  return null;
}
