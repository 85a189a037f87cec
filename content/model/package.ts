import Type, { type Static } from 'typebox';
import { Id, Label, Strict } from './base.ts';

/**
 * 一件事: what a life event asks for, as one matter: several items handed in together, with one list of
 * materials and one promised limit. `items` stand in the order in which they are done.
 */
export const Package = Type.Object(
  {
    name: Label,
    items: Type.Array(Id, { minItems: 2, maxItems: 20, uniqueItems: true }),
    /** 承诺时限 of the whole, in working days; 0 is at once. Absent: not promised yet. */
    promisedDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
    /** For whom, what to mind. */
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  Strict,
);
export type Package = Static<typeof Package>;
