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

/** Where an entry comes from; a hall's own comes from the hall. */
const provenance = new Set(['source', 'force', 'locked']);
/** By what an entry is known: that does not change. */
const known = new Set(['key', 'number', 'placeKind']);
const knownIn: Partial<Record<StandardPart, readonly string[]>> = {
  services: ['level'],
  windowing: ['level'],
  windows: ['level'],
  names: ['level'],
  pledges: ['title'],
  prompts: ['when'],
  banned: ['word'],
  taboo: ['text'],
};
const Reason = { reason: Type.Optional(Type.String({ maxLength: 200 })) };

interface Fields {
  properties: TProperties;
  required?: string[];
}

/** The fields of an entry that a hall may write: any of those that change, or all of a new one. */
function fieldsOf(part: StandardPart, is: 'changed' | 'added'): TObject {
  const { properties, required = [] } = StandardEntries[part] as unknown as Fields;
  const fields: TProperties = {};
  for (const [name, field] of Object.entries(properties)) {
    const fixed = known.has(name) || knownIn[part]?.includes(name);
    if (provenance.has(name) || (is === 'changed' && fixed)) continue;
    fields[name] = is === 'changed' || !required.includes(name) ? Type.Optional(field) : field;
  }
  return Type.Object(fields, { ...Strict, minProperties: 1 });
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
          set: Type.Union([Type.Null(), fieldsOf(part, 'changed')]),
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
      Type.Object({ part: Type.Literal(part), entry: fieldsOf(part, 'added'), ...Reason }, Strict),
    ),
  ),
);

export const Restore = Type.Object({ part: Part, key: Key }, Strict);
