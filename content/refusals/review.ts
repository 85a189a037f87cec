import type { RefusalTable } from './table.ts';

/** Drafts, their review and their release. */
export const review = {
  'review.needed': [
    409,
    '本中心发布内容要先审核（{levels} 级）。请保存草稿并提交审核。',
    'This hall reviews before it publishes ({levels} reviews). Save a draft and submit it.',
  ],
  'review.admin-removes': [
    403,
    '开启审核后，只有管理员能删除已发布的内容。',
    'With review in force only an admin removes what is published.',
  ],
  'review.own': [
    403,
    '写稿、改稿的人不能审核这份稿件，请换一位审核人员。',
    'Whoever wrote or changed a draft does not review it; ask another reviewer.',
  ],
  'review.twice': [
    409,
    '您已经审过这一稿，下一级审核要由另一位审核人员来做。',
    'You have approved this already; the next review is for another reviewer.',
  ],
  'review.more': [
    409,
    '还差 {missing} 级审核，审完才能发布。',
    'It needs {missing} more review(s) before it can be released.',
  ],
  'review.guard-ends-early': [
    400,
    '保障期的最后一天不能早于第一天。',
    'The last day of the period is before the first.',
  ],
  'review.standard-asks': [
    409,
    '本中心的标准要求至少 {levels} 级审核，不能设得更少。',
    'The standard of this hall asks for at least {levels} review(s); fewer cannot be set.',
  ],
  'draft.not-now': [
    409,
    '稿件的状态已经变了，现在不能这样做。请看一看它现在的状态。',
    'The draft is in another state by now; look at it again.',
  ],
  'draft.behind': [
    409,
    '写稿期间，已发布的内容又改过。请把两边的改动合在一起，再保存。',
    'What is published has changed meanwhile; bring both together and save again.',
  ],
  'draft.exists': [
    409,
    '{name}已经有一份这条内容的稿件。请打开那一份接着改。',
    '{name} has a draft of this already; open that one.',
  ],
  'draft.same': [
    409,
    '稿件与已发布的内容一样，没有可审核的改动。',
    'The draft says what is published already.',
  ],
  'draft.at-past': [400, '定时发布的时间要晚于现在。', 'The time of the release must be later than now.'],
  'draft.blocked': [
    409,
    '还有 {count} 处检查没有通过。请退回修改，或者逐条写明放行的理由。',
    '{count} finding(s) stand in the way: return it, or overrule each with a reason.',
  ],
  'rule.title-taken': [409, '已经有一份制度叫“{title}”，请换一个名称。', 'Another rule is called {title}.'],
} as const satisfies RefusalTable;
