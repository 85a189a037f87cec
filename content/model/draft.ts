import Type, { type Static } from 'typebox';
import { Day, Id, Moment, Person, Strict } from './base.ts';
import { ItemText } from './item.ts';
import { Notice } from './notice.ts';
import { Package } from './package.ts';
import { Contact, Pledge, Rule } from './rule.ts';
import { StaffWords } from './staff.ts';

/** What a draft says of a notice: all but who posted it and when, which releasing adds. */
const NoticeText = Type.Object(Type.Omit(Notice, ['postedBy', 'postedAt', 'withdrawn']).properties, Strict);

/** What a draft says of a rule: all but who adopted it and when. */
const RuleText = Type.Object(Type.Omit(Rule, ['adoptedBy', 'adoptedAt']).properties, Strict);

/** A record as it is proposed. `id` is the live record that it would change; absent, it would be a new one. */
function proposalOf<K extends string, B extends Type.TSchema>(kind: K, body: B) {
  return Type.Object({ kind: Type.Literal(kind), id: Type.Optional(Id), body }, Strict);
}

/** Every kind that goes through review, with the words that are reviewed. A new kind is one line here and in publishing/live.ts. */
export const Proposal = Type.Union([
  proposalOf('notice', NoticeText),
  proposalOf('rule', RuleText),
  proposalOf('contact', Contact),
  proposalOf('pledge', Pledge),
  proposalOf('item', ItemText),
  proposalOf('package', Package),
  proposalOf('staff', StaffWords),
]);
export type Proposal = Static<typeof Proposal>;
export type DraftKind = Proposal['kind'];
export type WordsOf<K extends DraftKind> = { [P in DraftKind]: Extract<Proposal, { kind: P }>['body'] }[K];

/** A reason, a remark: one to 500 characters. */
export const Remark = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

/** What one reviewer said of the words of one round. `step` counts from 1: 初审, 复审, 终审. */
export const Review = Type.Object(
  {
    round: Type.Integer({ minimum: 1 }),
    step: Type.Integer({ minimum: 1 }),
    by: Person,
    at: Moment,
    verdict: Type.Union([Type.Literal('approved'), Type.Literal('returned')]),
    words: Type.Optional(Remark),
  },
  Strict,
);
export type Review = Static<typeof Review>;

/** A finding of the checks that a reviewer let pass, and why. */
export const Overruled = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 80 }), reason: Remark, by: Person },
  Strict,
);
export type Overruled = Static<typeof Overruled>;

export const DraftState = Type.Union([
  Type.Literal('draft'), // 草稿
  Type.Literal('submitted'), // 待审核
  Type.Literal('returned'), // 已退回
  Type.Literal('approved'), // 已通过
  Type.Literal('done'), // 已发布
]);
export type DraftState = Static<typeof DraftState>;

/**
 * Words that are not public yet, beside the live record that they would change (publishing.md D1). A released
 * one stays as the note of who wrote, checked and released what is public, until the next one is released.
 */
export const Draft = Type.Object(
  {
    of: Proposal,
    /** The id that a new record gets when it is released, by which what came with it names it (bundle.md C9). */
    as: Type.Optional(Id),
    /** Revision of the live record that it began from, 0 for a new one, and what that said. */
    base: Type.Integer({ minimum: 0 }),
    was: Type.Optional(Type.Unknown()),
    author: Person,
    /** Everybody whose words are in it, the author first: none of them may review it. */
    editors: Type.Array(Person, { minItems: 1, maxItems: 50 }),
    savedAt: Moment,
    state: DraftState,
    /** Counts the wordings that were submitted; approvals count for one wording only. */
    round: Type.Integer({ minimum: 1 }),
    submittedAt: Type.Optional(Moment),
    reviews: Type.Array(Review, { maxItems: 100 }),
    overruled: Type.Array(Overruled, { maxItems: 50 }),
    /** When the hub releases it, by hall clock. */
    releaseAt: Type.Optional(Moment),
    /** Why the hub could not release it at its time. */
    stuck: Type.Optional(Type.Object({ code: Type.String(), at: Moment }, Strict)),
    released: Type.Optional(
      Type.Object({ by: Person, at: Moment, rev: Type.Integer({ minimum: 1 }) }, Strict),
    ),
    /** Released without review, by whom and why; `after` is the review that followed. */
    emergency: Type.Optional(
      Type.Object({ by: Person, reason: Remark, after: Type.Optional(Review) }, Strict),
    ),
  },
  Strict,
);
export type Draft = Static<typeof Draft>;

const Levels = Type.Integer({ minimum: 0, maximum: 3 });

/** How many reviews the hall asks for (D2); in a 重大活动保障期, first and last day included, at least so many. */
export const ReviewSettings = Type.Object(
  {
    levels: Levels,
    guard: Type.Optional(Type.Object({ from: Day, to: Day, levels: Levels }, Strict)),
  },
  Strict,
);
export type ReviewSettings = Static<typeof ReviewSettings>;
