import Type, { type Static } from 'typebox';
import { Day, Id, Moment, Person, Strict } from './base.ts';

/** The five degrees (国办发〔2019〕51号): 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意. */
export const Degree = Type.Union([
  Type.Literal(5),
  Type.Literal(4),
  Type.Literal(3),
  Type.Literal(2),
  Type.Literal(1),
]);
export type Degree = Static<typeof Degree>;

/** What could have been better. A closed list, so that it can be counted. */
export const RatingReason = Type.Union([
  Type.Literal('attitude'), // 服务态度
  Type.Literal('slow'), // 办理太慢
  Type.Literal('waiting'), // 等候太久
  Type.Literal('unclear'), // 没有一次说清
  Type.Literal('skill'), // 业务不熟
  Type.Literal('papers'), // 多要材料
  Type.Literal('place'), // 环境设施
  Type.Literal('other'), // 其他
]);
export type RatingReason = Static<typeof RatingReason>;

/** Where it was given: the counter screen, the page of the slip, the window's code, another system. */
export const RatingOrigin = Type.Union([
  Type.Literal('counter'),
  Type.Literal('slip'),
  Type.Literal('sign'),
  Type.Literal('api'),
]);
export type RatingOrigin = Static<typeof RatingOrigin>;

const Words = Type.String({ minLength: 1, maxLength: 200 });

/**
 * One rating of one visit (好差评); its id is the ticket's, so there cannot be two. It keeps what it needs of the
 * ticket, which is gone tomorrow. Rules: content/ratings/ratings.md.
 */
export const Rating = Type.Object(
  {
    number: Type.String({ maxLength: 6 }),
    day: Day,
    service: Id,
    window: Id,
    windowNumber: Type.Integer({ minimum: 1, maximum: 999 }),
    /** Who served; absent when the hub does not know for certain. */
    clerk: Type.Optional(Person),
    degree: Degree,
    reasons: Type.Optional(Type.Array(RatingReason, { minItems: 1, maxItems: 8, uniqueItems: true })),
    /** The visitor's own words. Staff only. */
    words: Type.Optional(Words),
    origin: RatingOrigin,
    at: Moment,
  },
  Strict,
);
export type Rating = Static<typeof Rating>;

/** What is done about a bad rating: 核实, 整改, 回访. */
export const CaseDeed = Type.Union([Type.Literal('verify'), Type.Literal('mend'), Type.Literal('callback')]);
export type CaseDeed = Static<typeof CaseDeed>;

/** What came of it: of 核实 the first two, of 回访 the others. */
export const CaseResult = Type.Union([
  Type.Literal('founded'), // 属实
  Type.Literal('unfounded'), // 不属实
  Type.Literal('content'), // 回访满意
  Type.Literal('discontent'), // 回访不满意
  Type.Literal('unreached'), // 联系不上
  Type.Literal('no-contact'), // 没有留联系方式
]);
export type CaseResult = Static<typeof CaseResult>;

export const CaseStep = Type.Object(
  {
    at: Moment,
    by: Person,
    what: CaseDeed,
    text: Type.String({ minLength: 1, maxLength: 500 }),
    result: Type.Optional(CaseResult),
  },
  Strict,
);
export type CaseStep = Static<typeof CaseStep>;

/** What is done about one bad rating (差评处置); its id is the rating's. */
export const Case = Type.Object(
  {
    rating: Id,
    opened: Moment,
    /** The end of the day by which it should be closed. */
    due: Moment,
    /** The number at which the visitor wants to hear of it. Admins only, and gone when the case is closed. */
    contact: Type.Optional(Type.String({ minLength: 5, maxLength: 20, pattern: '^[0-9+]+$' })),
    steps: Type.Array(CaseStep, { maxItems: 50 }),
    closed: Type.Union([Type.Object({ at: Moment, by: Person }, Strict), Type.Null()]),
  },
  Strict,
);
export type Case = Static<typeof Case>;

/** So many of so many. */
const Share = Type.Object({ count: Type.Integer({ minimum: 0 }), of: Type.Integer({ minimum: 0 }) }, Strict);

/** 满意率、整改率、回访率、按时办结率 as the hall shows them to everybody (E21): one record, `rates`. */
export const PublicRates = Type.Object(
  {
    from: Day,
    to: Day,
    /** Ratings at all. */
    count: Type.Integer({ minimum: 0 }),
    satisfied: Share,
    mended: Share,
    calledBack: Share,
    inTime: Share,
  },
  Strict,
);
export type PublicRates = Static<typeof PublicRates>;
