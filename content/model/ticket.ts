import Type, { type Static } from 'typebox';
import { Day, Id, Moment, Person, Strict } from './base.ts';

export const TicketKind = Type.Union([
  Type.Literal('normal'), // 普通
  Type.Literal('priority'), // 优先: 老弱病残幼孕, 军人
  Type.Literal('appointment'), // 预约: counts from its appointed time
]);
export type TicketKind = Static<typeof TicketKind>;

/** Kinds that a visitor without an appointment may have. */
export const WalkInKind = Type.Union([Type.Literal('normal'), Type.Literal('priority')]);
export type WalkInKind = Static<typeof WalkInKind>;

/**
 * One announcement: every screen shows and sounds it once, known by `id`.
 * `count` is 1 for the first call of a ticket and rises with each recall.
 */
export const Call = Type.Object(
  { id: Id, at: Moment, window: Id, windowNumber: Type.Integer(), count: Type.Integer({ minimum: 1 }) },
  Strict,
);
export type Call = Static<typeof Call>;

/** Why a number was cancelled (G5). */
export const CancelReason = Type.Union([
  Type.Literal('left'), // 群众离开
  Type.Literal('mistake'), // 取错号
  Type.Literal('done'), // 不用再办: done elsewhere or online
  Type.Literal('other'), // 其他
]);
export type CancelReason = Static<typeof CancelReason>;

/** Where a ticket stands in its visit. Rules: content/queue/queue.md. */
export const TicketState = Type.Union([
  Type.Object({ is: Type.Literal('waiting') }, Strict),
  Type.Object({ is: Type.Literal('called'), window: Id, since: Moment }, Strict),
  Type.Object({ is: Type.Literal('serving'), window: Id, since: Moment }, Strict),
  Type.Object({ is: Type.Literal('passed'), window: Id, since: Moment }, Strict), // 过号
  Type.Object({ is: Type.Literal('held'), window: Id, since: Moment }, Strict), // 挂起: fetches a document
  Type.Object({ is: Type.Literal('finished'), window: Id, since: Moment }, Strict),
  Type.Object({ is: Type.Literal('dropped'), window: Id, since: Moment }, Strict), // 弃号: nobody came
  Type.Object({ is: Type.Literal('cancelled'), since: Moment, reason: Type.Optional(CancelReason) }, Strict), // 取消
]);
export type TicketState = Static<typeof TicketState>;

/** Where a ticket was taken (取号途径). */
export const TicketOrigin = Type.Union([
  Type.Literal('desk'), // 导办台、窗口
  Type.Literal('kiosk'), // 取号机
  Type.Literal('phone'), // 手机
  Type.Literal('appointment'), // 预约签到
  Type.Literal('api'), // 其他系统
  Type.Literal('paper'), // 纸质号: a roll of printed numbers, known only once it is called
]);
export type TicketOrigin = Static<typeof TicketOrigin>;

/** One visit in the queue (号票). `order` decides who is next: arrival less the credit of the kind (Q4), or a place among others after a pass (Q29). */
export const Ticket = Type.Object(
  {
    /** A letter and a serial; on a paper roll the letter may be missing (Q52). */
    number: Type.String({ pattern: '^[A-Z]?\\d{1,5}$' }),
    service: Id,
    day: Day,
    kind: TicketKind,
    issuedAt: Moment,
    /** The time of its appointment, from which it counts whatever its kind is now (B9); absent without one. */
    appointed: Type.Optional(Moment),
    order: Type.Number(),
    state: TicketState,
    /** The window that a transfer (转移) sent it to: the others leave it alone while that one is held (Q25). */
    wanted: Type.Optional(Id),
    /** How often it was passed (Q30); absent until then. */
    passes: Type.Optional(Type.Integer({ minimum: 1 })),
    origin: Type.Optional(TicketOrigin),
    /**
     * The ticket's page on the phone, `/t/CODE`: eight signs that nobody guesses. Whoever holds the slip may
     * follow, leave and rate. Screens never receive it.
     */
    code: Type.Optional(Type.String({ pattern: '^[2-9A-HJ-NP-Z]{8}$' })),
    /** SHA-256 of the cookie of the phone that took it, first 32 hex digits. Never leaves the hub. */
    phone: Type.Optional(Type.String({ pattern: '^[0-9a-f]{32}$' })),
    /** Who served it (Q61): set when it is finished. Screens never receive it. */
    clerk: Type.Optional(Person),
    /** When its visitor rated it (好差评): no more than once. */
    rated: Type.Optional(Moment),
    /** The wait in minutes that was told when it was issued (history.md T7); absent when nobody could tell. */
    told: Type.Optional(
      Type.Object({ from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 0 }) }, Strict),
    ),
    /** The newest call, kept after the ticket moves on, so that boards can show the last calls. */
    call: Type.Union([Call, Type.Null()]),
  },
  Strict,
);
export type Ticket = Static<typeof Ticket>;

/** A number series of one prefix: the last number given out on `day`. */
export const Series = Type.Object({ day: Day, last: Type.Integer({ minimum: 0 }) }, Strict);
export type Series = Static<typeof Series>;
