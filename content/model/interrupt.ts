import Type, { type Static } from 'typebox';
import { Id, Label, Moment, Person, Strict } from './base.ts';

/** Alarms (险情): ended by a person and by nobody else (Z5). */
export const Emergency = Type.Union([
  Type.Literal('fire'), // 火情
  Type.Literal('quake'), // 地震
  Type.Literal('lockdown'), // 封闭：外面有危险，留在室内
]);
export type Emergency = Static<typeof Emergency>;

/** What takes the place of everything else on a screen (插播). */
export const InterruptKind = Type.Union([
  ...Emergency.anyOf,
  Type.Literal('urgent'), // 紧急通知
  Type.Literal('black'), // 一键黑屏
  Type.Literal('slogan'), // 一键标语
]);
export type InterruptKind = Static<typeof InterruptKind>;

/** A name that screens share (屏幕分组). */
export const GroupName = Type.String({
  minLength: 1,
  maxLength: 20,
  pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$',
});

/** Which screens. */
export const InterruptTo = Type.Union([
  Type.Object({ is: Type.Literal('all') }, Strict),
  Type.Object({ is: Type.Literal('group'), group: GroupName }, Strict),
  Type.Object(
    {
      is: Type.Literal('screens'),
      screens: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
    },
    Strict,
  ),
]);
export type InterruptTo = Static<typeof InterruptTo>;

/** CAP 1.2, 3.2.2: how bad, how soon, how sure. */
export const Severity = Type.Union([
  Type.Literal('Extreme'),
  Type.Literal('Severe'),
  Type.Literal('Moderate'),
  Type.Literal('Minor'),
  Type.Literal('Unknown'),
]);
export type Severity = Static<typeof Severity>;
export const Urgency = Type.Union([
  Type.Literal('Immediate'),
  Type.Literal('Expected'),
  Type.Literal('Future'),
  Type.Literal('Past'),
  Type.Literal('Unknown'),
]);
export type Urgency = Static<typeof Urgency>;
export const Certainty = Type.Union([
  Type.Literal('Observed'),
  Type.Literal('Likely'),
  Type.Literal('Possible'),
  Type.Literal('Unlikely'),
  Type.Literal('Unknown'),
]);
export type Certainty = Static<typeof Certainty>;

const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n\\t]*$' });

/** The alert of another system that an interrupt came from (CAP 1.2). Its identifiers find it again. */
export const AlertSource = Type.Object(
  {
    sender: Line,
    identifier: Line,
    /** As the alert writes it, since references quote it so. */
    sent: Type.String({ maxLength: 40 }),
    event: Line,
    severity: Severity,
    urgency: Urgency,
    certainty: Certainty,
    area: Type.Optional(Type.String({ maxLength: 200 })),
  },
  Strict,
);
export type AlertSource = Static<typeof AlertSource>;

export const InterruptText = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });
export const WayOut = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$',
});

/** One interrupt (插播), kept after it is over as the note of its use. Rules: content/interrupts/interrupts.md. */
export const Interrupt = Type.Object(
  {
    is: InterruptKind,
    to: InterruptTo,
    /** What it says; an alarm has mandated words of its own, and these stand under them. */
    title: Type.Optional(Label),
    text: Type.Optional(InterruptText),
    /** The way out that is to be taken now; absent: the way that each screen knows for its place. */
    wayOut: Type.Optional(WayOut),
    /** 演练: marked as such on every screen. */
    drill: Type.Optional(Type.Literal(true)),
    /** Urgent notices may end by themselves. */
    until: Type.Optional(Moment),
    source: Type.Optional(AlertSource),
    state: Type.Union([Type.Literal('waiting'), Type.Literal('on'), Type.Literal('over')]),
    /** Who asked for it and when it began; of one that waits, when it came. */
    by: Person,
    at: Moment,
    /** Who let one through that had waited. */
    confirmed: Type.Optional(Type.Object({ by: Person, at: Moment }, Strict)),
    over: Type.Union([
      Type.Object(
        {
          by: Person,
          at: Moment,
          /** By a person, by its own time, by a later alert, or never let through. */
          why: Type.Union([
            Type.Literal('ended'),
            Type.Literal('time'),
            Type.Literal('replaced'),
            Type.Literal('cancelled'),
            Type.Literal('declined'),
          ]),
        },
        Strict,
      ),
      Type.Null(),
    ]),
    /** Screens on which somebody stopped it at the glass, out of reach of the panel (Z9). */
    stopped: Type.Optional(Type.Array(Type.Object({ screen: Id, at: Moment }, Strict), { maxItems: 500 })),
  },
  Strict,
);
export type Interrupt = Static<typeof Interrupt>;

/** Alerts that need no person to go on the screens: every condition that is named must hold. */
export const AlertRule = Type.Object(
  {
    severity: Type.Optional(Type.Array(Severity, { minItems: 1, maxItems: 5, uniqueItems: true })),
    urgency: Type.Optional(Type.Array(Urgency, { minItems: 1, maxItems: 5, uniqueItems: true })),
    certainty: Type.Optional(Type.Array(Certainty, { minItems: 1, maxItems: 5, uniqueItems: true })),
    /** Words that the event's name contains: 暴雨. */
    event: Type.Optional(Label),
    sender: Type.Optional(Line),
    to: InterruptTo,
  },
  Strict,
);
export type AlertRule = Static<typeof AlertRule>;

/** What the hall decided about interrupts. */
export const InterruptSettings = Type.Object(
  { alerts: Type.Optional(Type.Array(AlertRule, { maxItems: 20 })) },
  Strict,
);
export type InterruptSettings = Static<typeof InterruptSettings>;
