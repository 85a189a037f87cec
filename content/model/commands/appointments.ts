import Type from 'typebox';
import { AppointmentSettings } from '../hall.ts';
import { AskedBy, AskedFor } from '../appointment.ts';
import { Id, Label, Moment, Strict } from '../base.ts';
import { command, Seen } from './command.ts';

/** Once the person at the desk knows that the time is taken, outside the hours or far off (B7). */
const Sure = { confirmed: Type.Optional(Type.Literal(true)) };
const Agree = {
  told: AskedBy,
  time: Moment,
  window: Type.Optional(Id),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
};

/** Appointments (预约): content/appointments/appointments.md. */
export const appointments = {
  'appointment:ask': command(
    // 登记; `agree` where it is answered on the spot
    Type.Object(
      {
        ...AskedFor,
        askedBy: AskedBy,
        agree: Type.Optional(Type.Object(Agree, Strict)),
        ...Sure,
      },
      Strict,
    ),
    ['clerk', 'admin'],
  ),
  'appointment:answer': command(
    // 答复; a second one moves the time
    Type.Object(
      {
        id: Id,
        ...Seen,
        ...Sure,
        answer: Type.Union([
          Type.Object({ is: Type.Literal('agree'), ...Agree }, Strict),
          Type.Object(
            {
              is: Type.Literal('decline'),
              told: AskedBy,
              reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
              approved: Label,
            },
            Strict,
          ),
        ]),
      },
      Strict,
    ),
    ['clerk', 'admin'],
  ),
  'appointment:change': command(
    // 更正 of what was registered
    Type.Object({ id: Id, ...Seen, ...AskedFor, ...Sure }, Strict),
    ['clerk', 'admin'],
  ),
  'appointment:cancel': command(Type.Object({ id: Id, reason: Type.Optional(Label) }, Strict), [
    'clerk',
    'admin',
  ]),
  'appointment:arrive': command(
    // 签到: by record, by code, or by the last four figures of the phone and the time; `late` takes an ordinary number
    Type.Object(
      {
        id: Type.Optional(Id),
        code: Type.Optional(Type.String({ maxLength: 16 })),
        phone: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
        // As it was typed at a kiosk: 99:99 is only no appointment.
        time: Type.Optional(Type.String({ pattern: '^\\d{2}:\\d{2}$' })),
        late: Type.Optional(Type.Literal(true)),
        /** Code of the day, from a phone (M2). */
        entry: Type.Optional(Type.String({ maxLength: 16 })),
      },
      Strict,
    ),
    ['clerk', 'admin'],
    ['kiosk'],
  ),
  'appointment:settings': command(Type.Object({ ...Seen, ...AppointmentSettings.properties }, Strict), [
    'admin',
  ]),
  /** A visitor's own page asks (网页预约). */
  'appointment:book': command(Type.Object(AskedFor, Strict), 'internal'),
  /** … and takes it back. */
  'appointment:withdraw': command(Type.Object({ code: Type.String({ maxLength: 32 }) }, Strict), 'internal'),
  /** What is over is given up, and what was kept long enough goes (B13, B14). */
  'appointment:sweep': command(Type.Object({}, Strict), 'internal'),
} as const;
