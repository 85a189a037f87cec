import Type, { type Static } from 'typebox';
import { Id, Label, Strict } from './base.ts';
import { Care } from './care.ts';
import { ReviewSettings } from './draft.ts';
import { InterruptSettings } from './interrupt.ts';
import { Span } from './span.ts';

/** What kind of place the hall serves. The standard's name patterns are keyed by it (SC annex 1 has six, QJ 四(一) four). */
export const PlaceKind = Type.Union([
  Type.Literal('town'), // 乡镇
  Type.Literal('merged-town'), // 撤并乡镇
  Type.Literal('village'), // 村
  Type.Literal('street'), // 街道
  Type.Literal('merged-street'), // 撤并街道
  Type.Literal('community'), // 社区
]);
export type PlaceKind = Static<typeof PlaceKind>;

const Part = Type.String({ maxLength: 30, pattern: '^[^\\r\\n\\t]*$' });

/** Place names as they stand on a map, with their suffix: 青溪县, 白石镇, 柳湾村. Which are needed depends on the pattern. */
export const Place = Type.Object(
  {
    county: Type.Optional(Part),
    town: Type.Optional(Part),
    former: Type.Optional(Part),
    village: Type.Optional(Part),
  },
  Strict,
);
export type Place = Static<typeof Place>;

export { Span } from './span.ts';

/** Opening hours: spans of every open weekday (1 = Monday … 7 = Sunday). */
export const Hours = Type.Object(
  {
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    spans: Type.Array(Span, { minItems: 1, maxItems: 4 }),
  },
  Strict,
);
export type Hours = Static<typeof Hours>;

/** Who is called first (Q4, Q38, Q39): by arrival with a credit for priority, priority always, or in turns. */
export const OrderPolicy = Type.Union([
  Type.Object({ is: Type.Literal('credit'), minutes: Type.Integer({ minimum: 0, maximum: 120 }) }, Strict),
  Type.Object({ is: Type.Literal('strict') }, Strict),
  Type.Object(
    {
      is: Type.Literal('ratio'),
      priority: Type.Integer({ minimum: 1, maximum: 9 }),
      normal: Type.Integer({ minimum: 1, maximum: 9 }),
    },
    Strict,
  ),
]);
export type OrderPolicy = Static<typeof OrderPolicy>;

/** What the hall decided about its queue (queue.md Q29–Q31, Q38–Q40); what is absent keeps its default. */
export const QueueSettings = Type.Object(
  {
    /** Where a passed ticket goes: back into the line after so many others, to its end, or on a list to be called by choice. */
    passBack: Type.Optional(
      Type.Union([Type.Integer({ minimum: 1, maximum: 50 }), Type.Literal('end'), Type.Literal('list')]),
    ),
    /** The pass that ends a ticket which goes back into the line. */
    passLimit: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    order: Type.Optional(OrderPolicy),
    /** From how many waiting, or after how many minutes, a service's line is told as too long; absent, never. */
    alarm: Type.Optional(
      Type.Object(
        {
          waiting: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
          wait: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })),
        },
        Strict,
      ),
    ),
    /** Whether visitors take numbers by phone (phone.md M1): not at all, in the hall with its code of the day, or anywhere. */
    phone: Type.Optional(Type.Union([Type.Literal('off'), Type.Literal('hall'), Type.Literal('anywhere')])),
    /** Whether the hall's numbers come from a paper roll (Q50): its windows then call by +1 or by a typed number. */
    paper: Type.Optional(Type.Boolean()),
    /** So many minutes before opening numbers are given out already (Q56). */
    issueAhead: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
    /** So many minutes before the last closing of the day numbers are given out no more (Q57). */
    stopBefore: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
  },
  Strict,
);
export type QueueSettings = Static<typeof QueueSettings>;

/** What the hall decided about ratings (ratings.md E12, E17); what is absent keeps its default. */
export const RatingSettings = Type.Object(
  {
    /** Working days within which a bad rating is settled. */
    caseDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
    /** Whether the counter screen names the clerk. */
    names: Type.Optional(Type.Union([Type.Literal('full'), Type.Literal('none')])),
  },
  Strict,
);
export type RatingSettings = Static<typeof RatingSettings>;

/** What the hall decided about appointments (appointments.md B15); what is absent keeps its default. */
export const AppointmentSettings = Type.Object(
  {
    /** Whether visitors ask on a page of the hub, and whether a free place is theirs at once or by answer. */
    page: Type.Optional(Type.Union([Type.Literal('off'), Type.Literal('asked'), Type.Literal('at-once')])),
    /** Minutes of a slot. */
    slot: Type.Optional(Type.Integer({ minimum: 10, maximum: 240 })),
    /** Places for each service and slot, and for services that have others. */
    places: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    placesOf: Type.Optional(Type.Record(Id, Type.Integer({ minimum: 1, maximum: 99 }))),
    /** So many days ahead. */
    ahead: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
    /** Minutes for which an appointment is held after its time. */
    hold: Type.Optional(Type.Integer({ minimum: 5, maximum: 120 })),
    /** Days for which it is kept after its day. */
    keep: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    /** Weekdays on which the hall is closed but for appointments (双休日预约), and their hours. */
    extra: Type.Optional(Hours),
  },
  Strict,
);
export type AppointmentSettings = Static<typeof AppointmentSettings>;

/** How the hall's calls are spoken beside their wording (voice.md V17, V20). */
export const HallVoice = Type.Object(
  {
    /** Said once after the Chinese. */
    second: Type.Optional(Type.Literal('en')),
    /** Whether the hall's own recordings speak. */
    own: Type.Optional(Type.Boolean()),
  },
  Strict,
);
export type HallVoice = Static<typeof HallVoice>;

/** One service centre (大厅). Its name is composed by the standard, never typed. */
export const Hall = Type.Object(
  {
    name: Label,
    standard: Type.String({ maxLength: 40 }),
    placeKind: PlaceKind,
    place: Place,
    timeZone: Type.String({ maxLength: 40 }),
    hours: Hours,
    queue: Type.Optional(QueueSettings),
    ratings: Type.Optional(RatingSettings),
    review: Type.Optional(ReviewSettings),
    appointments: Type.Optional(AppointmentSettings),
    /** What the phone's code of the day is made from (phone.md M2). */
    entryKey: Type.Optional(Id),
    voice: Type.Optional(HallVoice),
    /** How its screens are cared for, where they do not say otherwise (schedule.md L20). */
    care: Type.Optional(Care),
    /** Sites whose pages a screen may show, as `https://host:port` (premises.md R13). Absent: none. */
    pages: Type.Optional(
      Type.Array(Type.String({ maxLength: 120, pattern: '^https?://[a-z0-9.-]+(:\\d{1,5})?$' }), {
        maxItems: 20,
      }),
    ),
    interrupts: Type.Optional(InterruptSettings),
    /** How a call is spoken, with both places: 请{number}号到{window}号窗口办理. Absent: just so. */
    wording: Type.Optional(
      Type.String({ maxLength: 60, pattern: '\\{(number|window)\\}.*\\{(number|window)\\}' }),
    ),
  },
  Strict,
);
export type Hall = Static<typeof Hall>;
