import Type, { type Static } from 'typebox';
import { Day, Id, Strict } from './base.ts';

/** A month, `2026-11`; the id of its roster. */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
export type Month = Static<typeof Month>;

/** What somebody is on duty as, in the order in which screens show it. */
export const DutyRole = Type.Union([
  Type.Literal('leader'), // 带班领导
  Type.Literal('director'), // 值班主任
  Type.Literal('chief'), // 首席代表
  Type.Literal('desk'), // 咨询台值班
  Type.Literal('rest'), // 休息日值日
]);
export type DutyRole = Static<typeof DutyRole>;

/** Who is on duty on a day as what. */
export const Duty = Type.Object(
  {
    date: Day,
    role: DutyRole,
    staff: Type.Array(Id, { minItems: 1, maxItems: 6, uniqueItems: true }),
  },
  Strict,
);
export type Duty = Static<typeof Duty>;

/** The roster of a month (值班表): by day, then by role; each role of a day once. Its id is the month. */
export const Roster = Type.Object({ days: Type.Array(Duty, { maxItems: 155 }) }, Strict);
export type Roster = Static<typeof Roster>;
