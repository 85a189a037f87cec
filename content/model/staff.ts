import Type, { type Static } from 'typebox';
import { Day, Id, Label, Moment, Person, Strict } from './base.ts';

const Short = Type.String({ minLength: 1, maxLength: 30, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' });

/** 工号 as it stands on the plate: letters, figures, dashes. */
export const StaffNumber = Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Za-z0-9-]+$' });

/** What somebody writes of a person on show (SC 二(二)2(4), QJ 四(三)5). Only name and unit must be there. */
export const StaffText = Type.Object(
  {
    name: Short,
    /** 单位、部门: 县民政局, 社会事务办. */
    unit: Label,
    /** 职务: 办事员, 主任. */
    title: Type.Optional(Short),
    /** 岗位: 社保窗口. */
    post: Type.Optional(Short),
    /** 岗位职责, one a line. */
    duties: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 120, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' }), {
        maxItems: 12,
      }),
    ),
    /** The line of the office, never a private mobile (checks.md K43). */
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 20 })),
    /** A picture of the media library: two-inch, blue ground (QJ 四(三)5). */
    photo: Type.Optional(Id),
    number: Type.Optional(StaffNumber),
    /** 党员: shown as a mark, only as the standard asks (SC 二(二)2(4)). */
    party: Type.Boolean(),
    /** Stands among the leaders who may be on duty (带班领导). */
    leader: Type.Boolean(),
    /** The account with which this person signs in: tells who is at which window. */
    account: Type.Optional(Id),
  },
  Strict,
);
export type StaffText = Static<typeof StaffText>;

/** What is written, and reviewed, of a person: with the day on which the person agreed to the photo. */
export const StaffWords = Type.Object({ ...StaffText.properties, agreed: Type.Optional(Day) }, Strict);
export type StaffWords = Static<typeof StaffWords>;

/** Who recorded that the person agreed to the photo being shown, and the day of it (个人信息保护法 13, 14). */
export const Consent = Type.Object({ on: Day, by: Person, at: Moment }, Strict);
export type Consent = Static<typeof Consent>;

/** A person of the hall on show (工作人员). `order` is the place on the wall, from 0. */
export const Staff = Type.Object(
  {
    ...StaffText.properties,
    consent: Type.Optional(Consent),
    order: Type.Integer({ minimum: 0, maximum: 100_000 }),
  },
  Strict,
);
export type Staff = Static<typeof Staff>;
