import Type, { type Static } from 'typebox';
import { Id, Label, Moment, Person, Strict } from './base.ts';

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

/** A cell of a table, the header's too: one line of plain text, possibly empty. */
export const Cell = Type.String({ maxLength: 300, pattern: '^[^\\r\\n\\t]*$' });
const Caption = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });

/** Names and amounts, mostly. Every row has as many cells as the head (O3). */
export const NoticeTable = Type.Object(
  {
    is: Type.Literal('table'),
    caption: Type.Optional(Caption),
    head: Type.Array(Cell, { minItems: 1, maxItems: 16 }),
    rows: Type.Array(Type.Array(Cell, { minItems: 1, maxItems: 16 }), { maxItems: 2000 }),
    /** Its author says that it lists persons, whatever the checks make of it (O12). */
    persons: Type.Optional(Type.Literal(true)),
  },
  Strict,
);
export type NoticeTable = Static<typeof NoticeTable>;

/** One part of a notice. Plain text everywhere: how it looks is the view's business. */
export const NoticeBlock = Type.Union([
  Type.Object(
    { is: Type.Literal('heading'), text: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }) },
    Strict,
  ),
  Type.Object(
    { is: Type.Literal('paragraph'), text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }) },
    Strict,
  ),
  Type.Object(
    {
      is: Type.Literal('list'),
      ordered: Type.Boolean(),
      lines: Type.Array(Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }), {
        minItems: 1,
        maxItems: 200,
      }),
    },
    Strict,
  ),
  NoticeTable,
  Type.Object({ is: Type.Literal('picture'), medium: Id, caption: Type.Optional(Caption) }, Strict),
]);
export type NoticeBlock = Static<typeof NoticeBlock>;

/** 公示: how long it has to stand, and where one objects. The hub reckons its end (O7). */
export const Publicity = Type.Object(
  {
    /** Whole working days by the hall's calendar, the day on which it goes up not counted. */
    days: Type.Integer({ minimum: 1, maximum: 60 }),
    /** The law or document that asks for it, with its number. */
    basis: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
    /** Whom one tells an objection; absent, the hall's complaint phones. */
    objections: Type.Optional(Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })),
  },
  Strict,
);
export type Publicity = Static<typeof Publicity>;

/** A dated text (公告、公示). Shown from `from` (inclusive) until `until` (exclusive) by hub time. */
export const Notice = Type.Object(
  {
    title: Label,
    /** Plain text; paragraphs are parted by line breaks. With `blocks`, what they say (O2). */
    text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
    /** Its parts in order. Absent: the text alone. */
    blocks: Type.Optional(Type.Array(NoticeBlock, { minItems: 1, maxItems: 200 })),
    category: NoticeCategory,
    /** 文号 */
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })),
    /** 落款: who issues it, where that is not the hall. */
    signer: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })),
    /** Media to take away, by id. */
    attachments: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true })),
    publicity: Type.Optional(Publicity),
    pinned: Type.Optional(Type.Literal(true)),
    urgent: Type.Optional(Type.Literal(true)),
    /** The 个人信息保护影响评估 that its list of persons rests on. */
    assessment: Type.Optional(Id),
    from: Moment,
    until: Moment,
    postedBy: Person,
    postedAt: Moment,
    withdrawn: Type.Union([Type.Null(), Type.Object({ by: Person, at: Moment }, Strict)]),
  },
  Strict,
);
export type Notice = Static<typeof Notice>;
