import Type, { type Static } from 'typebox';
import { Id, Moment, Person, Strict } from './base.ts';

export const SheetSize = Type.Union([
  Type.Literal('A4'),
  Type.Literal('A3'),
  Type.Literal('A2'),
  Type.Literal('A1'),
]);
export type SheetSize = Static<typeof SheetSize>;

/** One printed sheet (印刷件). Its id is the code printed at its foot; `/s/ID` says whether it is still current. */
export const Sheet = Type.Object(
  {
    kind: Type.Literal('rule'),
    record: Id,
    /** Revision of the record that was printed. */
    revision: Type.Integer({ minimum: 1 }),
    size: SheetSize,
    printedBy: Person,
    printedAt: Moment,
  },
  Strict,
);
export type Sheet = Static<typeof Sheet>;
