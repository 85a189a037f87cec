import type { Carried, CarriedKind } from '../model/bundle.ts';
import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Body } from '../model/record.ts';
import { personOf } from '../people/person.ts';
import { prolonged } from '../publishing/publicity.ts';
import { levelsAt } from '../publishing/review.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';
import { carriedKinds, carriers, nobody } from './carriers.ts';
import type { Stamp } from './carriers.ts';
import { OpenDrafts, proposeCarried } from './proposing.ts';
import type { Goes } from './proposing.ts';

/** A record of a bundle beside the hall that may take it over. `key` is `kind/id`. */
export interface Compared {
  key: string;
  kind: CarriedKind;
  title: string;
  state: 'new' | 'changed' | 'same';
  goes: Goes;
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

/** What a bundle would change here (C5), and what of it would have to be reviewed first at `now` (C9). */
export function compareBundle(records: Records, carried: readonly Carried[], now: number): Compared[] {
  const drafts = levelsAt(records, now) > 0 ? new OpenDrafts(records) : null;
  return placeAll(records, carried).map((placed) => ({
    key: placed.key,
    kind: placed.kind,
    title: carriers[placed.kind].title(placed.body as never),
    state: stateOf(placed),
    goes: drafts?.wayOf(placed) ?? 'live',
  }));
}

function stateOf<K extends CarriedKind>({ kind, body, before }: Placed<K>): Compared['state'] {
  if (before === undefined) return 'new';
  const { carry, take } = carriers[kind];
  return sameBody(carry(before), carry(take(body, before, nobody))) ? 'same' : 'changed';
}

/**
 * Takes chosen records of a bundle over, all or none (C6); where the hall asks for review, what the public would read
 * as drafts (C9). Refuses `setup.missing`, `bundle.standard`, `bundle.prefix`, `bundle.waits`, `bundle.same` if nothing
 * would change.
 */
export const adoptBundle: RuleOf<CommandInput<'bundle:adopt'>, CommandResult<'bundle:adopt'>> = (
  records,
  { records: carried, take },
  world,
) => {
  if (records.count('hall') === 0) return refuse('setup.missing');
  const stamp: Stamp = { by: personOf(records, world.by), at: world.now };
  const wanted = new Set(take);
  const taken = placeAll(records, carried).filter((placed) => wanted.has(placed.key));
  const known = knownServices(records, taken);
  const drafts = levelsAt(records, world.now) > 0 ? new OpenDrafts(records) : null;
  const changes: Wanted[] = [];
  for (const placed of taken) {
    if (stateOf(placed) === 'same') continue;
    const goes = drafts?.wayOf(placed) ?? 'live';
    if (goes === 'waits')
      return refuse('bundle.waits', { title: carriers[placed.kind].title(placed.body as never) });
    if (goes === 'draft') {
      changes.push(proposeCarried(records, placed, stamp, () => world.newId()));
      continue;
    }
    const change = takeOver(placed, stamp, known);
    if (change.kind === 'hall' && change.body && !world.standard(change.body.standard))
      return refuse('bundle.standard', { standard: change.body.standard });
    changes.push(change);
  }
  if (changes.length === 0) return refuse('bundle.same');
  const prefix = twicePrefix(records, changes);
  if (prefix !== null) return refuse('bundle.prefix', { prefix });
  changes.push(...prolongedBy(records, changes, world.now));
  const proposed = changes.filter(({ kind }) => kind === 'draft').length;
  return { changes, result: { ids: changes.map(({ id }) => id), drafts: proposed } };
};

/** Lists that a calendar among the changes leaves too short (notices.md O19), but for those that are changed anyway. */
function prolongedBy(records: Records, changes: readonly Wanted[], now: number): Wanted[] {
  const calendar = changes.flatMap((one) => (one.kind === 'calendar' && one.body ? [one.body] : []))[0];
  const taken = new Set(changes.flatMap(({ kind, id }) => (kind === 'notice' ? [id] : [])));
  return calendar ? prolonged(records, calendar, now).filter(({ id }) => !taken.has(id)) : [];
}

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
