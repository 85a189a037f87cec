import Type, { type Static } from 'typebox';
import { Moment, Strict } from './base.ts';

/**
 * What the hub found in the text of an uploaded document; its id is the medium's. Only what was found and how often: the
 * words themselves do not go into the journal.
 */
export const Scan = Type.Object(
  {
    /** SHA-256 of the file that was read. */
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    at: Moment,
    /** Whether it holds text that could be read; a scanned page does not. */
    readable: Type.Boolean(),
    found: Type.Array(
      Type.Object(
        {
          code: Type.String({ minLength: 1, maxLength: 60 }),
          count: Type.Integer({ minimum: 1 }),
          /** Page, sheet or paragraph of the first, in words of the document: 第2页, Sheet1. */
          place: Type.Optional(Type.String({ maxLength: 60 })),
        },
        Strict,
      ),
      { maxItems: 40 },
    ),
  },
  Strict,
);
export type Scan = Static<typeof Scan>;
