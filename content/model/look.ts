import Type, { type Static } from 'typebox';
import { Strict } from './base.ts';

const Hex = Type.String({ pattern: '^#[0-9a-f]{6}$' });
const Families = Type.Array(Type.String({ minLength: 1, maxLength: 60, pattern: '^[^"\\\\]+$' }), {
  minItems: 1,
  maxItems: 12,
});

/**
 * What the hall's standard gives its screens (外观): the accent, its word for the posts, and typefaces of the name and the slogan from the wished one
 * to one that ships. One record of a hall, kept by the hub as the standard says (premises.md R26).
 */
export const Look = Type.Object(
  {
    accent: Hex,
    name: Type.Object({ families: Families }, Strict),
    slogan: Type.Object({ families: Families, colour: Type.Optional(Hex) }, Strict),
    /** What follows A and B of the two posts of a window, where it is not 岗 (standards.md Y14). */
    post: Type.Optional(Type.String({ minLength: 1, maxLength: 4 })),
  },
  Strict,
);
export type Look = Static<typeof Look>;
