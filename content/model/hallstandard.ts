import Type, { type Static, type TObject, type TProperties } from 'typebox';
import { Moment, Person, Strict } from './base.ts';
import type { StandardPart } from './standard.ts';
import { StandardEntries } from './standardentry.ts';

const parts = Object.keys(StandardEntries) as StandardPart[];
const Part = Type.Unsafe<StandardPart>(Type.Union(parts.map((part) => Type.Literal(part))));
const Key = Type.String({ minLength: 1, maxLength: 80 });
const Values = Type.Record(Type.String(), Type.Unknown());

/**
 * One thing in which a hall differs from its standard. `changed` keeps only the fields that differ, so the
 * others follow the standard's updates; `added` is a whole entry; `off` takes one away.
 */
export const OwnEntry = Type.Object(
  {
    part: Part,
    key: Key,
    is: Type.Union([Type.Literal('changed'), Type.Literal('added'), Type.Literal('off')]),
    set: Values,
    reason: Type.Optional(Type.String({ maxLength: 200 })),
    by: Person,
    at: Moment,
  },
  Strict,
);
export type OwnEntry = Static<typeof OwnEntry>;

/** What a hall added to or changed of its standard (本中心补充); one record, id `hall`. */
export const HallStandard = Type.Object({ own: Type.Array(OwnEntry, { maxItems: 400 }) }, Strict);
export type HallStandard = Static<typeof HallStandard>;

/** Fields that say where an entry comes from, and those by which it is known: neither is changed. */
const fixed = new Set(['source', 'force', 'locked', 'key', 'level', 'number', 'placeKind', 'when']);
const Reason = { reason: Type.Optional(Type.String({ maxLength: 200 })) };

interface Fields {
  properties: TProperties;
  required?: string[];
}

function fieldsOf(part: StandardPart, optional: boolean): TObject {
  const { properties, required = [] } = StandardEntries[part] as unknown as Fields;
  const fields: TProperties = {};
  for (const [name, field] of Object.entries(properties)) {
    const provenance = ['source', 'force', 'locked'].includes(name);
    if (optional ? fixed.has(name) && !isOwnLevel(part, name) : provenance) continue;
    fields[name] = optional || !required.includes(name) ? Type.Optional(field) : field;
  }
  return Type.Object(fields, { ...Strict, ...(optional ? { minProperties: 1 } : {}) });
}

/** `level` of a banned wording is block or warn, no key. */
function isOwnLevel(part: StandardPart, name: string): boolean {
  return part === 'banned' && name === 'level';
}

/** Changes some fields of an entry, or switches it off with `set: null`. */
export const Override = Type.Unsafe<{
  part: StandardPart;
  key: string;
  set: Record<string, unknown> | null;
  reason?: string;
}>(
  Type.Union(
    parts.map((part) =>
      Type.Object(
        {
          part: Type.Literal(part),
          key: Key,
          set: Type.Union([Type.Null(), fieldsOf(part, true)]),
          ...Reason,
        },
        Strict,
      ),
    ),
  ),
);

/** Adds an entry that the standard does not have. */
export const Addition = Type.Unsafe<{
  part: StandardPart;
  entry: Record<string, unknown>;
  reason?: string;
}>(
  Type.Union(
    parts.map((part) =>
      Type.Object({ part: Type.Literal(part), entry: fieldsOf(part, false), ...Reason }, Strict),
    ),
  ),
);

export const Restore = Type.Object({ part: Part, key: Key }, Strict);
