import Type, { type Static } from 'typebox';
import { Label, Strict } from './base.ts';
import { Hours, PlaceKind } from './hall.ts';
import { Contact, Pledge } from './rule.ts';

/** Where a value of a standard comes from and how binding it is: must 应, should 宜, ours 本系统补充. */
const Sourced = {
  source: Type.String({ minLength: 1, maxLength: 200 }),
  force: Type.Union([Type.Literal('must'), Type.Literal('should'), Type.Literal('ours')]),
};

/** Typeface wishes, first first; the last is one that ships. `colour` is what the notice names. */
const Face = Type.Object(
  {
    ...Sourced,
    families: Type.Array(Type.String(), { minItems: 1 }),
    colour: Type.Optional(Type.String({ pattern: '^#[0-9a-f]{6}$' })),
  },
  Strict,
);

const Level = Type.Union([Type.Literal('town'), Type.Literal('village')]);

/**
 * What a region's notices ask of a hall (标准包), as data: content/standards/NAME/standard.yaml.
 * Rules and pledges in our own words, mandated phrases exactly; official wording comes by import.
 */
export const Standard = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z-]+$' }),
    title: Label,
    /** Notice(s) it is made from. */
    from: Type.String({ minLength: 1, maxLength: 200 }),
    /** Who issued it, and when, as printed; they stand at the foot of a rule's sheet. */
    issuer: Type.Optional(Type.String({ maxLength: 100 })),
    date: Type.Optional(Type.String({ maxLength: 30 })),
    effective: Type.String({ maxLength: 30 }),
    accent: Type.String({ pattern: '^#[0-9a-f]{6}$' }),
    faces: Type.Object({ name: Face, slogan: Face }, Strict),
    /** Name patterns with the parts {county} {town} {former} {village}. */
    names: Type.Array(
      Type.Object(
        { ...Sourced, placeKind: PlaceKind, level: Level, label: Label, pattern: Type.String() },
        Strict,
      ),
      { minItems: 1 },
    ),
    /**
     * Allowed endings of each part, for a helpful refusal: {town} of a 乡镇 ends with 乡 or 镇. The key is the
     * part, or `KIND.PART` where it differs by kind of place: `street.town`.
     */
    endings: Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1 })),
    hours: Type.Object({ ...Sourced, ...Hours.properties }, Strict),
    services: Type.Array(
      Type.Object(
        {
          ...Sourced,
          level: Level,
          key: Type.String(),
          name: Label,
          short: Type.String(),
          prefix: Type.String({ pattern: '^[A-Z]$' }),
        },
        Strict,
      ),
    ),
    windows: Type.Array(
      Type.Object(
        {
          ...Sourced,
          level: Level,
          number: Type.Integer({ minimum: 1 }),
          name: Label,
          business: Type.Array(Label),
          /** Keys of `services` of the same level. */
          services: Type.Array(Type.String()),
          place: Type.Optional(Label),
        },
        Strict,
      ),
      { minItems: 1 },
    ),
    pledges: Type.Array(Type.Object({ ...Pledge.properties, ...Sourced }, Strict), { minItems: 1 }),
    /** What is said to a visitor who is called, served, and leaves (三声服务), where the notice asks for it. */
    prompts: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ...Sourced,
            when: Type.Union([Type.Literal('called'), Type.Literal('serving'), Type.Literal('finished')]),
            text: Label,
          },
          Strict,
        ),
      ),
    ),
    /** `text` is split into articles at line starts as an imported notice is. */
    rules: Type.Array(Type.Object({ ...Sourced, title: Label, text: Type.String({ minLength: 1 }) }, Strict)),
    contacts: Type.Array(
      Type.Object(
        {
          ...Sourced,
          role: Contact.properties.role,
          label: Label,
          value: Type.Optional(Type.String()),
          owner: Type.Optional(Type.String()),
        },
        Strict,
      ),
    ),
  },
  Strict,
);
export type Standard = Static<typeof Standard>;
