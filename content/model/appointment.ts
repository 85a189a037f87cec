import Type, { type Static } from 'typebox';
import { Span } from './hall.ts';
import { Clock, Day, Id, Label, Moment, Person, Strict } from './base.ts';

/** How it was asked for, and how the answer was given (预约方式, 答复方式). */
export const AskedBy = Type.Union([
  Type.Literal('person'), // 当面
  Type.Literal('phone'), // 电话
  Type.Literal('letter'), // 信函
  Type.Literal('page'), // 网页
]);
export type AskedBy = Static<typeof AskedBy>;

const Line = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' });
const Text = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });

/** A number at which the visitor is told, as it is dialled. */
export const Dial = Type.String({ minLength: 5, maxLength: 20, pattern: '^\\+?[0-9-]{5,19}$' });

/** The wished day and time: one slot, or a longer span in which any time would do. */
export const Wish = Type.Object({ day: Day, from: Clock, to: Span.properties.to }, Strict);
export type Wish = Static<typeof Wish>;

/** What a visitor has written, or said and somebody has written down: the upper half of 预约服务登记表. */
export const AskedFor = {
  name: Line(30),
  phone: Dial,
  service: Id,
  /** What it is about (预约事由). */
  about: Type.Optional(Text),
  wish: Wish,
};

/** 同意: the time, and what to bring (YJ annex 2, 6). */
export const Agreed = Type.Object(
  {
    at: Moment,
    by: Person,
    told: AskedBy,
    /** The moment from which the appointment counts. */
    time: Moment,
    window: Type.Optional(Id),
    /** What to bring, and anything else that was said. */
    note: Type.Optional(Text),
  },
  Strict,
);
export type Agreed = Static<typeof Agreed>;

/** 不同意: the reason, and who leads the window and agreed to it (YJ annex 2, 6). */
export const Declined = Type.Object(
  { at: Moment, by: Person, told: AskedBy, reason: Text, approved: Label },
  Strict,
);
export type Declined = Static<typeof Declined>;

export const AppointmentState = Type.Union([
  Type.Object({ is: Type.Literal('asked') }, Strict),
  Type.Object({ is: Type.Literal('confirmed'), answer: Agreed }, Strict),
  Type.Object({ is: Type.Literal('refused'), answer: Declined }, Strict),
  /** Checked in; `ticket` is the number in the queue, of the kind 预约. */
  Type.Object({ is: Type.Literal('arrived'), answer: Agreed, ticket: Id, since: Moment }, Strict),
  /** Nobody came in time; `ticket` is the ordinary number of whoever came later. */
  Type.Object(
    { is: Type.Literal('given-up'), answer: Agreed, since: Moment, ticket: Type.Optional(Id) },
    Strict,
  ),
  Type.Object(
    {
      is: Type.Literal('cancelled'),
      since: Moment,
      by: Type.Union([Type.Literal('visitor'), Type.Literal('staff')]),
      reason: Type.Optional(Label),
      answer: Type.Optional(Agreed),
    },
    Strict,
  ),
]);
export type AppointmentState = Static<typeof AppointmentState>;

/** One appointment (预约). Personal: the staff's only, and swept. Rules: content/appointments/appointments.md. */
export const Appointment = Type.Object(
  {
    ...AskedFor,
    /** The visitor's page, `/b/CODE`. */
    code: Type.String({ pattern: '^[2-9A-HJ-NP-Z]{8}$' }),
    askedBy: AskedBy,
    askedAt: Moment,
    /** Who registered it; absent when the visitor did, on a page. */
    registeredBy: Type.Optional(Person),
    /** By when it has to be answered. */
    due: Moment,
    /** SHA-256 of the cookie of the phone that asked, first 32 hex digits. Never leaves the hub. */
    visitor: Type.Optional(Type.String({ pattern: '^[0-9a-f]{32}$' })),
    state: AppointmentState,
  },
  Strict,
);
export type Appointment = Static<typeof Appointment>;
