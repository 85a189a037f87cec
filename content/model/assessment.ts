import Type, { type Static } from 'typebox';
import { Label, Moment, Person, Strict } from './base.ts';
import { NoticeCategory } from './notice.ts';

const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });

/**
 * 个人信息保护影响评估 (个人信息保护法 55, 56) of one kind of list that is made public: written once, named by every
 * notice that shows such a list, kept for three years after the last of them.
 */
export const Assessment = Type.Object(
  {
    /** The kind of list: 低保对象公示名单. */
    title: Label,
    /** Notices of these categories may rest on it. */
    categories: Type.Array(NoticeCategory, { minItems: 1, maxItems: 11, uniqueItems: true }),
    /** 处理目的 */
    purpose: Words,
    /** 法律依据: law and article, or the document with its number. */
    basis: Words,
    /** 公开的个人信息种类: 姓名（遮盖）, 村组, 金额. */
    data: Type.Array(Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), {
      minItems: 1,
      maxItems: 30,
    }),
    /** 是否合法、正当、必要 */
    necessity: Words,
    /** 对个人权益的影响及安全风险 */
    risks: Words,
    /** 保护措施 */
    measures: Words,
    /** Who wrote its wording, and when. */
    by: Person,
    at: Moment,
    /** Nothing new may rest on it. */
    ended: Type.Union([Type.Null(), Type.Object({ by: Person, at: Moment }, Strict)]),
  },
  Strict,
);
export type Assessment = Static<typeof Assessment>;
