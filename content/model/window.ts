import Type, { type Static } from 'typebox';
import { Clock, Id, Label, Moment, Person, Strict } from './base.ts';
import { Ticket } from './ticket.ts';

/** Why a window is paused; shown to visitors as a word of the catalogue, never as a private reason. */
export const PauseReason = Type.Union([
  Type.Literal('away'), // 临时离开
  Type.Literal('meeting'), // 开会
  Type.Literal('fault'), // 设备故障
  Type.Literal('meal'), // 就餐
  Type.Literal('other'), // 其他公务
]);
export type PauseReason = Static<typeof PauseReason>;

/** State of a window: only the fields that the state has. `until` is the promised return. */
export const WindowState = Type.Union([
  Type.Object(
    {
      is: Type.Literal('closed'),
      /** Who left it although people waited for it alone, and why (Q36). For the staff, not for screens. */
      left: Type.Optional(
        Type.Object({ by: Person, at: Moment, reason: Label, waiting: Type.Integer({ minimum: 1 }) }, Strict),
      ),
    },
    Strict,
  ),
  Type.Object(
    {
      is: Type.Literal('open'),
      clerk: Person,
      since: Moment,
      /** Whom the clerk took it over from (A/B 岗, Q37). */
      from: Type.Optional(Person),
      /** Why it was not the B post who took it over (Q60). For the staff, not for screens. */
      why: Type.Optional(Label),
    },
    Strict,
  ),
  Type.Object(
    {
      is: Type.Literal('paused'),
      clerk: Person,
      since: Moment,
      reason: PauseReason,
      until: Type.Optional(Moment),
      /** Number of the window that stands in, for "请到3号窗口". */
      goTo: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
    },
    Strict,
  ),
]);
export type WindowState = Static<typeof WindowState>;

/** What takes back the clerk's last deed at a window (撤销, Q32), until it is too late. */
export const Undo = Type.Object(
  {
    deed: Type.Union([
      Type.Literal('next'),
      Type.Literal('call'),
      Type.Literal('paper'),
      Type.Literal('finish'),
      Type.Literal('pass'),
      Type.Literal('transfer'),
      Type.Literal('hold'),
      Type.Literal('drop'),
    ]),
    until: Moment,
    /** The window's ticket and turn before. */
    ticket: Type.Union([Id, Type.Null()]),
    turn: Type.Optional(Type.Integer({ minimum: 0 })),
    /** The tickets that it changed: as they were, null if there was none before, and the revision that it made of them. */
    tickets: Type.Array(
      Type.Object(
        { id: Id, rev: Type.Integer({ minimum: 1 }), was: Type.Union([Ticket, Type.Null()]) },
        Strict,
      ),
      { maxItems: 2 },
    ),
  },
  Strict,
);
export type Undo = Static<typeof Undo>;

/** A numbered counter (窗口): its business for the sign (QJ 四(三)6), the services it calls, its state, the ticket at it. */
export const Window = Type.Object(
  {
    number: Type.Integer({ minimum: 1, maximum: 999 }),
    name: Label,
    business: Type.Array(Label, { maxItems: 20 }),
    services: Type.Array(Id, { maxItems: 40 }),
    /** Services that it calls when nobody waits for its own (Q35). */
    backup: Type.Optional(Type.Array(Id, { maxItems: 40 })),
    /** Who stands at it (A 岗) and who stands in (B 岗), of the staff (QJ 三(二), SC 二(四)2(5)). */
    posts: Type.Optional(Type.Object({ a: Type.Optional(Id), b: Type.Optional(Id) }, Strict)),
    /** 党员服务岗: carries the mark (HN 场所设施 2.1). */
    party: Type.Optional(Type.Literal(true)),
    /** Where it stands, if the standard says so: QJ 五(一)1 "大厅入口处". */
    place: Type.Optional(Label),
    state: WindowState,
    /** The ticket called to or served at this window, or null. */
    ticket: Type.Union([Id, Type.Null()]),
    /** Its place in the round of a hall that calls the kinds in turns (Q39). */
    turn: Type.Optional(Type.Integer({ minimum: 0 })),
    undo: Type.Optional(Undo),
    /**
     * Revision at which an admin last saved the settings; absent until then. Calls raise the record's own
     * revision all day, and must not make a save of the settings look out of date.
     */
    settings: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  Strict,
);
export type Window = Static<typeof Window>;

const Limit = Type.Integer({ minimum: 0, maximum: 9999 });
/** How many numbers a service gives out (Q41), and when it stops on a day (Q42). */
export const Limits = Type.Object(
  {
    morning: Type.Optional(Limit),
    afternoon: Type.Optional(Limit),
    day: Type.Optional(Limit),
    lastIssue: Type.Optional(Clock),
  },
  Strict,
);
export type Limits = Static<typeof Limits>;

/** A way in which visitors take a number by themselves. */
export const WayIn = Type.Union([
  Type.Literal('kiosk'), // 取号机
  Type.Literal('phone'), // 手机
]);
export type WayIn = Static<typeof WayIn>;

/** A line in the queue (业务): visitors take a number for it. */
export const Service = Type.Object(
  {
    name: Label,
    /** Up to four characters for tight places: 社保. */
    short: Type.String({ minLength: 1, maxLength: 6 }),
    prefix: Type.String({ pattern: '^[A-Z]$' }),
    digits: Type.Integer({ minimum: 2, maximum: 4 }),
    limits: Type.Optional(Limits),
    /** Services of one group stand together on the kiosk and at the desk: 社会保障. */
    group: Type.Optional(Label),
    /** Ways in that are shut for it (G1): its numbers come from the desk. */
    closedTo: Type.Optional(Type.Array(WayIn, { maxItems: 2, uniqueItems: true })),
  },
  Strict,
);
export type Service = Static<typeof Service>;
