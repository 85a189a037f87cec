import Type, { type Static } from 'typebox';
import { Moment, Person, Strict } from './base.ts';

/** What a font's file allows (`fsType` of its OS/2 table), where that is enough to print with it. */
export const FontMay = Type.Union([Type.Literal('install'), Type.Literal('edit'), Type.Literal('print')]);
export type FontMay = Static<typeof FontMay>;

const Name = Type.String({ minLength: 1, maxLength: 80 });

/**
 * A font that the hall has a licence for; its id is the SHA-256 of its bytes, under which they stand in the upload
 * store. They are given to nobody: only sheets are set with it (content/sheets/fonts/fonts.md).
 */
export const Font = Type.Object(
  {
    /** As the file calls its family. */
    name: Name,
    /** All names that it answers to, in Chinese and Latin. */
    names: Type.Array(Name, { minItems: 1, maxItems: 24 }),
    /** Face of a standard that it was uploaded for, where its own names do not say so. */
    for: Type.Optional(Name),
    may: FontMay,
    /** In bytes. */
    size: Type.Integer({ minimum: 1 }),
    /** From whom the licence is and where it is kept. */
    licence: Type.String({ minLength: 2, maxLength: 300, pattern: '\\S' }),
    by: Person,
    at: Moment,
  },
  Strict,
);
export type Font = Static<typeof Font>;
