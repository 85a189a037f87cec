import Type, { type Static } from 'typebox';
import { Moment, Person, Strict } from './base.ts';

const Points = Type.Number({ minimum: -1000, maximum: 1000 });

/** A line of the checklist, or an extra, that somebody looked at (checks.md K20, K21). Its id is `tickId` of the line's key. */
export const Tick = Type.Object(
  {
    /** Key of the line in the standard. */
    line: Type.String({ minLength: 1, maxLength: 40 }),
    /** What it was given; of a line without points 1 is yes and 0 is no. */
    points: Points,
    /** Evidence: which paper, photo or book, and where. */
    note: Type.String({ maxLength: 300 }),
    by: Person,
    at: Moment,
  },
  Strict,
);
export type Tick = Static<typeof Tick>;

/** A month's score as it was last looked at (K22). Its id is the month, `2026-11`. */
export const Score = Type.Object(
  { standard: Type.String({ maxLength: 40 }), points: Points, full: Points, at: Moment },
  Strict,
);
export type Score = Static<typeof Score>;
