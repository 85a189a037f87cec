import Type, { type Static } from 'typebox';
import { Day, Id, Strict } from './base.ts';
import { FormKind } from './documentsheet.ts';
import { SheetLayout } from './sheet.ts';

/** What was typed into a form, by the key of its field (content/sheets/forms.ts). */
export const FormFill = Type.Record(
  Type.String({ pattern: '^[a-z]{1,20}$' }),
  Type.String({ maxLength: 20_000 }),
);
export type FormFill = Static<typeof FormFill>;

const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

/**
 * What is printed once and registered nowhere (S21): a form with what was typed into it, and papers that say how things
 * stood at a moment, which nothing can make stale.
 */
export const OnceOf = Type.Union([
  Type.Object(
    { is: Type.Literal('form'), form: FormKind, item: Type.Optional(Id), fill: Type.Optional(FormFill) },
    Strict,
  ),
  /** 统计报表 of a span of days, and the same by windows and services. */
  Type.Object({ is: Type.Literal('report'), from: Day, to: Day }, Strict),
  /** 台账: complaints and bad ratings of a month, with what was done. */
  Type.Object({ is: Type.Literal('ledger'), month: Month }, Strict),
  /** 考核自评表, with the points of the months before. */
  Type.Object({ is: Type.Literal('scorecard') }, Strict),
  /** 公示证明: that a notice was to be seen, day by day. */
  Type.Object({ is: Type.Literal('certificate'), notice: Id }, Strict),
]);
export type OnceOf = Static<typeof OnceOf>;

export const OnceInput = Type.Object({ of: OnceOf, ...SheetLayout.properties }, Strict);
export type OnceInput = Static<typeof OnceInput>;
