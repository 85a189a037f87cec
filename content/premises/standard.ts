import { checkHours } from '../calendar.ts';
import type { CommandInput } from '../model/command.ts';
import type { OwnEntry } from '../model/hallstandard.ts';
import type { Hours } from '../model/hall.ts';
import type { Standard, StandardPart } from '../model/standard.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Outcome, Refusal, RuleOf, Wanted, World } from '../rule.ts';
import { entriesOf, extendStandard, keyOf } from '../standards.ts';
import { HALL_ID } from '../setup.ts';
import { hallOf } from './hall.ts';

/** As many changes as the record holds. */
const LIMIT = 400;

/** What the hall changed of its standard; empty where nothing is. */
export function ownOf(records: Records): readonly OwnEntry[] {
  return records.get('hallstandard', HALL_ID)?.own ?? [];
}

/** The hall's standard with its own changes on top (Y6); undefined before set-up, or if the hub lacks it. */
export function standardOf(records: Records, world: Pick<World, 'standard'>): Standard | undefined {
  const hall = hallOf(records);
  const standard = hall && world.standard(hall.body.standard);
  return standard && extendStandard(standard, ownOf(records));
}

/** A world whose `standard` gives the hall's own as the hall changed it (Y6), so that every rule reads that. */
export function withOwnStandard(records: Records, world: World): World {
  const own = ownOf(records);
  const id = own.length > 0 ? hallOf(records)?.body.standard : undefined;
  if (id === undefined) return world;
  const standard: World['standard'] = (asked) => {
    const found = world.standard(asked);
    return found && asked === id ? extendStandard(found, own) : found;
  };
  // Not spread: a test's world is a class, whose methods a spread would lose.
  const { now, by } = world;
  return { now, by, newId: () => world.newId(), standard };
}

/**
 * Changes fields of an entry, or switches it off (Y8). Refuses `setup.missing`, `standard.unknown`,
 * `standard.no-entry`, `standard.locked`, `hours.wrong`, `standard.full`.
 */
export const overrideStandard: RuleOf<CommandInput<'standard:override'>, { id: string }> = (
  records,
  { part, key, set, reason },
  world,
) => {
  const base = baseOf(records, part, key, world);
  if (isRefusal(base)) return base;
  const before = ownOf(records).find((one) => isAt(one, part, key));
  // A field that was changed before stays changed; an entry of the hall's own is rewritten in place.
  const kept = before?.is === 'off' ? {} : before?.set;
  if (!base.entry && before?.is !== 'added') return refuse('standard.no-entry');
  if (!base.entry && set === null) return put(records, part, key, null);
  const is = set === null ? 'off' : base.entry ? 'changed' : 'added';
  const fields = set === null ? {} : { ...kept, ...set };
  const wrong = part === 'hours' ? checkSpans({ ...base.entry, ...fields }) : null;
  if (wrong) return wrong;
  return put(records, part, key, { part, key, is, set: fields, ...signed(records, reason, world) });
};

/**
 * Adds an entry that the standard lacks, under its own key (Y9). Refuses `setup.missing`, `standard.unknown`,
 * `standard.entry-taken`, `hours.wrong`, `standard.full`.
 */
export const addToStandard: RuleOf<CommandInput<'standard:add'>, { id: string }> = (
  records,
  { part, entry, reason },
  world,
) => {
  const key = keyOf(part, entry);
  const base = baseOf(records, part, key, world);
  if (isRefusal(base)) return base;
  if (base.entry || ownOf(records).some((one) => isAt(one, part, key))) return refuse('standard.entry-taken');
  const wrong = part === 'hours' ? checkSpans(entry) : null;
  if (wrong) return wrong;
  return put(records, part, key, {
    part,
    key,
    is: 'added',
    set: entry,
    ...signed(records, reason, world),
  });
};

/** Takes the hall's own change back; without one there is nothing to do (Y10). */
export const restoreStandard: RuleOf<CommandInput<'standard:restore'>, { id: string }> = (
  records,
  { part, key },
) => put(records, part, key, null);

function baseOf(
  records: Records,
  part: StandardPart,
  key: string,
  world: World,
): { entry: object | undefined } | Refusal {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const extended = world.standard(hall.body.standard);
  if (!extended) return refuse('standard.unknown', { standard: hall.body.standard });
  // The hall's own layer is on top of what the world gives; what is below it decides.
  const beneath = extended.replaced.find(
    (one) => one.by === 'hall' && one.part === part && one.key === key && one.why !== 'locked',
  )?.entry as { locked?: boolean; of?: string } | undefined;
  const now = entriesOf(extended, part).find((one) => keyOf(part, one) === key);
  const entry = beneath ?? (now?.of === 'hall' ? undefined : now);
  if (!entry?.locked) return { entry };
  const by = extended.chain.find(({ id }) => id === entry.of)?.title ?? extended.title;
  return refuse('standard.locked', { by });
}

function checkSpans(hours: object): Refusal | null {
  return checkHours(hours as Hours);
}

function signed(records: Records, reason: string | undefined, world: World) {
  const said = reason?.trim();
  return { ...(said ? { reason: said } : {}), by: personOf(records, world.by), at: world.now };
}

function isAt(one: OwnEntry, part: StandardPart, key: string): boolean {
  return one.part === part && one.key === key;
}

/** The record with one change put in its place, at the end if it is new, or taken out. */
function put(
  records: Records,
  part: StandardPart,
  key: string,
  entry: OwnEntry | null,
): Outcome<{ id: string }> {
  const own = ownOf(records);
  const at = own.findIndex((one) => isAt(one, part, key));
  const next = entry ? (at < 0 ? [...own, entry] : own.with(at, entry)) : own.filter((_, i) => i !== at);
  if (next.length > LIMIT) return refuse('standard.full', { limit: LIMIT });
  const change: Wanted = { kind: 'hallstandard', id: HALL_ID, body: { own: next } };
  const changes = sameBody({ own: [...own] }, { own: next }) ? [] : [change];
  return { changes, result: { id: HALL_ID } };
}
