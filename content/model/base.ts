import Type, { type Static } from 'typebox';

/** Opaque id of a record, unique within its kind and hall. */
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
export type Id = Static<typeof Id>;

/** A moment: milliseconds since 1970-01-01 UTC by the hub's clock. */
export const Moment = Type.Integer({ minimum: 0 });
export type Moment = Static<typeof Moment>;

/** A calendar day in the hall's time zone, `2026-11-21`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export type Day = Static<typeof Day>;

/** A time of day in the hall's time zone, `09:00`. */
export const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
export type Clock = Static<typeof Clock>;

/** A line of text for a name or a title: one to 60 characters, no line breaks. */
export const Label = Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' });

/** Who did something, kept by name so that the trail reads well after the account is gone. */
export const Person = Type.Object(
  { id: Id, name: Type.String({ maxLength: 60 }) },
  { additionalProperties: false },
);
export type Person = Static<typeof Person>;

export const Strict = { additionalProperties: false } as const;
