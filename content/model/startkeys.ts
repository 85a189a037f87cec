import Type, { type Static } from 'typebox';
import { Strict } from './base.ts';

/** Keys of the start scripts that were made for a screen, under the screen's id (wire.md W17). Never leaves the hub. */
export const StartKeys = Type.Object(
  {
    /** SHA-256 of each, hex; the oldest first. */
    hashes: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { minItems: 1, maxItems: 50 }),
  },
  Strict,
);
export type StartKeys = Static<typeof StartKeys>;
