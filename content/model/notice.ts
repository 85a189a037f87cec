import Type, { type Static } from 'typebox';
import { Label, Moment, Person, Strict } from './base.ts';

/** Livelihood categories of QJ 六(三) and SC 2(3) together, and general notices. Words: messages `notice.category.*`. */
export const NoticeCategory = Type.Union([
  Type.Literal('general'), // 通知公告
  Type.Literal('employment'), // 劳动就业
  Type.Literal('insurance'), // 社会保险
  Type.Literal('assistance'), // 社会救助
  Type.Literal('health'), // 卫生健康
  Type.Literal('housing'), // 房屋改建
  Type.Literal('welfare'), // 社会福利
  Type.Literal('subsidy'), // 涉农补贴
  Type.Literal('household'), // 户籍管理
  Type.Literal('family'), // 计划生育
  Type.Literal('land'), // 农用地审批
]);
export type NoticeCategory = Static<typeof NoticeCategory>;

/** A dated text (公告、公示). Shown from `from` (inclusive) until `until` (exclusive) by hub time. */
export const Notice = Type.Object(
  {
    title: Label,
    /** Plain text; paragraphs are parted by line breaks. */
    text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
    category: NoticeCategory,
    from: Moment,
    until: Moment,
    postedBy: Person,
    postedAt: Moment,
    withdrawn: Type.Union([Type.Null(), Type.Object({ by: Person, at: Moment }, Strict)]),
  },
  Strict,
);
export type Notice = Static<typeof Notice>;
