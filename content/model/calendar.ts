import Type, { type Static } from 'typebox';
import { Day, Label, Strict } from './base.ts';
import { Span } from './hall.ts';

const Spans = Type.Array(Span, { minItems: 1, maxItems: 4 });
const Note = Type.String({ maxLength: 30, pattern: '^[^\\r\\n\\t]*$' });

/**
 * A day that is not as its weekday says (calendar.md H7): closed (放假), open as on a working day (调休上班), or open
 * in hours of its own. `spans` are that day's own hours; a day `work` without them keeps the hall's.
 */
export const ExceptionalDay = Type.Union([
  Type.Object({ day: Day, is: Type.Literal('off'), note: Note }, Strict),
  Type.Object({ day: Day, is: Type.Literal('work'), spans: Type.Optional(Spans), note: Note }, Strict),
  Type.Object({ day: Day, is: Type.Literal('special'), spans: Spans, note: Note }, Strict),
]);
export type ExceptionalDay = Static<typeof ExceptionalDay>;

/**
 * 赶场日, 集日: by weekday, or by the last figure of the day of the month (逢 1、4、7), of the solar or the lunar
 * calendar. Its own hours hold on every market day (H8); without them the day is only shown.
 */
export const Market = Type.Object(
  {
    on: Type.Union([
      Type.Object(
        {
          by: Type.Literal('weekday'),
          weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
        },
        Strict,
      ),
      Type.Object(
        {
          by: Type.Literal('figure'),
          figures: Type.Array(Type.Integer({ minimum: 0, maximum: 9 }), { minItems: 1, maxItems: 10 }),
          lunar: Type.Boolean(),
        },
        Strict,
      ),
    ]),
    spans: Type.Optional(Spans),
  },
  Strict,
);
export type Market = Static<typeof Market>;

/** 特色服务, as people read it: 双休日预约服务 · 9:00–17:00. Shown, not reckoned with. */
export const ServiceLine = Type.Object({ title: Label, when: Label }, Strict);
export type ServiceLine = Static<typeof ServiceLine>;

/** The hall's calendar: one record, `calendar`. Without one every week is like the others. */
export const Calendar = Type.Object(
  {
    days: Type.Array(ExceptionalDay, { maxItems: 400 }),
    market: Type.Optional(Market),
    lines: Type.Array(ServiceLine, { maxItems: 8 }),
  },
  Strict,
);
export type Calendar = Static<typeof Calendar>;
