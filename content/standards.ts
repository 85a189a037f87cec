import type { OwnEntry } from './model/hallstandard.ts';
import type { Replaced, Standard, StandardEntry, StandardPack, StandardPart } from './model/standard.ts';

/** By what an entry of each part is known: lists of a chain merge by it. A new part does not compile without. */
const keys: { [P in StandardPart]: (entry: StandardEntry<P>) => string } = {
  faces: ({ key }) => key,
  words: ({ key }) => key,
  names: ({ placeKind }) => placeKind,
  hours: ({ key }) => key,
  arrangements: ({ key }) => key,
  services: ({ level, key }) => `${level}.${key}`,
  windowing: ({ level }) => level,
  windows: ({ level, number }) => `${level}.${number}`,
  pledges: ({ title }) => title,
  prompts: ({ when }) => when,
  rules: ({ key }) => key,
  contacts: ({ key }) => key,
  caseTypes: ({ key }) => key,
  slips: ({ key }) => key,
  deadlines: ({ key }) => key,
  areas: ({ key }) => key,
  facilities: ({ key }) => key,
  measures: ({ key }) => key,
  plate: ({ key }) => key,
  disclosures: ({ key }) => key,
  shown: ({ key }) => key,
  categories: ({ key }) => key,
  institutions: ({ key }) => key,
  banned: ({ word }) => word,
  taboo: ({ text }) => text,
  grades: ({ key }) => key,
  indicators: ({ key }) => key,
  checklist: ({ key }) => key,
  extras: ({ key }) => key,
  score: ({ key }) => key,
  reports: ({ key }) => key,
  flows: ({ key }) => key,
  reviews: ({ key }) => key,
  cautions: ({ key }) => key,
};

/** Every part, in the order in which a standard is read. */
export const standardParts = Object.keys(keys) as StandardPart[];

/** An entry whose part is not known where it is handled. */
export type AnyEntry = StandardEntry<StandardPart>;
type Part = Map<string, AnyEntry>;

/** The key of an entry within its part: `windows` → `town.3`, `banned` → the word itself. */
export function keyOf(part: StandardPart, entry: object): string {
  return keys[part](entry as never);
}

/** The entries of a part of a pack or a standard, whichever part it is. */
export function entriesOf(standard: StandardPack | Standard, part: StandardPart): readonly AnyEntry[] {
  return (standard[part] ?? []) as unknown as readonly AnyEntry[];
}

/** A standard of the chain. `lent`: its values fill gaps as advice and take no other's place (Y4). */
export interface Link {
  pack: StandardPack;
  lent: boolean;
}

/** The chain of a standard, base first (Y1), or what is wrong with it: the standard that is unknown, or turns in a circle. */
export function chainOf(
  id: string,
  packs: ReadonlyMap<string, StandardPack>,
): Link[] | { unknown: string } | { circle: string } {
  const links: Link[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = id; next !== undefined;) {
    const pack = packs.get(next);
    if (!pack) return { unknown: next };
    if (seen.has(next)) return { circle: next };
    seen.add(next);
    const neighbour = pack.refers === undefined ? null : packs.get(pack.refers);
    if (neighbour === undefined) return { unknown: pack.refers ?? '' };
    links.unshift(...(neighbour ? [{ pack: neighbour, lent: true }] : []), { pack, lent: false });
    next = pack.extends;
  }
  return links;
}

/**
 * A standard with all that it inherits (Y1–Y5). The nearest standard's entry holds unless one farther up locked
 * it; every value that gave way stands in `replaced`, so nothing is lost. Pure; the chain is not empty.
 */
export function resolveStandard(chain: readonly Link[]): Standard {
  const own = chain.at(-1)?.pack;
  if (!own) throw new TypeError('a chain of standards has at least one');
  const replaced: Replaced[] = [];
  const binding = chain.filter(({ lent }) => !lent).map(({ pack }) => pack);
  const parts = Object.fromEntries(
    standardParts.map((part) => {
      const merged = binding.reduce((held, pack) => fold(part, held, pack, replaced), new Map() as Part);
      for (const { pack, lent } of chain) if (lent) lend(part, merged, pack, binding, replaced);
      return [part, ordered(part, [...merged.values()])];
    }),
  ) as Pick<Standard, StandardPart>;
  return {
    ...headOf(own),
    accent: binding.findLast(({ accent }) => accent !== undefined)?.accent ?? '#0f4c9c',
    endings: Object.assign({}, ...binding.map(({ endings }) => endings ?? {})),
    chain: chain.map(({ pack, lent }) => ({ ...headOf(pack), lent })),
    replaced,
    ...parts,
  };
}

function headOf({ id, title, purpose, from, issuer, date, effective }: StandardPack) {
  const printed = { ...(issuer ? { issuer } : {}), ...(date ? { date } : {}) };
  return { id, title, purpose, from, ...printed, effective };
}

/** A nearer standard laid over what is held: its own entries first, in its order, then the inherited ones. */
function fold(part: StandardPart, held: Part, pack: StandardPack, replaced: Replaced[]): Part {
  const out: Part = new Map();
  const rest = new Map(held);
  for (const plain of entriesOf(pack, part)) {
    const entry = settled(plain, pack);
    const key = keyOf(part, entry);
    const before = held.get(key);
    if (before?.locked) {
      replaced.push({ part, key, of: pack.id, by: before.of, why: 'locked', entry });
      continue;
    }
    if (before) replaced.push({ part, key, of: before.of, by: pack.id, why: 'changed', entry: before });
    rest.delete(key);
    out.set(key, entry);
  }
  for (const [key, entry] of rest) {
    const dropped = pack.drops?.includes(`${part}/${key}`) && !entry.locked;
    if (dropped) replaced.push({ part, key, of: entry.of, by: pack.id, why: 'dropped', entry });
    else out.set(key, entry);
  }
  return out;
}

function settled(entry: AnyEntry, pack: StandardPack): AnyEntry {
  const locked = entry.locked ?? (pack.locks === 'must' && entry.force === 'must');
  return { ...entry, of: pack.id, locked };
}

/** What is a region's own business: how it checks and scores, and what is odd in its notice. */
const notLent: ReadonlySet<StandardPart> = new Set(['checklist', 'extras', 'score', 'cautions']);

/** A neighbour's values where nobody else has one: advice, open to change (Y4). */
function lend(
  part: StandardPart,
  held: Part,
  pack: StandardPack,
  binding: readonly StandardPack[],
  replaced: Replaced[],
): void {
  if (notLent.has(part)) return;
  for (const plain of entriesOf(pack, part)) {
    const key = keyOf(part, plain);
    const entry: AnyEntry = { ...plain, of: pack.id, force: 'advice', locked: false };
    const dropping = binding.find(({ drops }) => drops?.includes(`${part}/${key}`));
    if (dropping) replaced.push({ part, key, of: pack.id, by: dropping.id, why: 'dropped', entry });
    else if (!held.has(key)) held.set(key, entry);
  }
}

/** Windows stand in the order of their numbers, whoever named them. */
function ordered(part: StandardPart, entries: AnyEntry[]): AnyEntry[] {
  if (part !== 'windows') return entries;
  const windows = entries as unknown as StandardEntry<'windows'>[];
  return windows.toSorted((one, other) => one.number - other.number) as unknown as AnyEntry[];
}

/**
 * A standard with the hall's own changes on top (Y6, Y7). They are kept as differences and laid over whatever the
 * standard says now, so its updates keep coming; one whose key has been locked since gives way, and shows in `replaced`.
 */
export function extendStandard(standard: Standard, own: readonly OwnEntry[]): Standard {
  if (own.length === 0) return standard;
  const extended = { ...standard, replaced: [...standard.replaced] };
  for (const one of own) {
    const { part, key } = one;
    const entries = entriesOf(extended, part);
    const before = entries.find((entry) => keyOf(part, entry) === key);
    const after = ownEntry(one, before);
    if (before?.locked) {
      extended.replaced.push({ part, key, of: 'hall', by: before.of, why: 'locked', entry: after ?? {} });
      continue;
    }
    if (before) {
      const why = after ? 'changed' : 'dropped';
      extended.replaced.push({ part, key, of: before.of, by: 'hall', why, entry: before });
    }
    const next = before
      ? entries.flatMap((entry) => (entry === before ? (after ?? []) : entry))
      : [...entries, ...(after ? [after] : [])];
    Object.assign(extended, { [part]: ordered(part, next) });
  }
  return extended;
}

/** What the hall makes of an entry; null where it is switched off, or changes what is no longer there. */
function ownEntry(one: OwnEntry, before: AnyEntry | undefined): AnyEntry | null {
  if (one.is === 'off') return null;
  if (one.is === 'changed')
    return before ? ({ ...before, ...one.set, of: 'hall', locked: false } as AnyEntry) : null;
  return {
    force: 'ours',
    source: '本中心补充',
    ...one.set,
    of: 'hall',
    locked: false,
  } as unknown as AnyEntry;
}
