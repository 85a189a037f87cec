import type { RefusalTable } from './table.ts';

/** Notices, rules and contacts. */
export const publishing = {
  'phone.wrong': [
    400,
    '“{value}”不像电话号码，请填写如 023-79200000 或 12345。',
    '{value} does not look like a phone number.',
  ],
  'notice.ends-early': [400, '结束时间要晚于开始时间。', 'The notice must end after it begins.'],
  'notice.over': [
    400,
    '结束时间已经过去，这条公告不会显示。请改结束时间。',
    'The end is in the past: this notice would never show. Change the end.',
  ],
  'notice.withdrawn': [
    409,
    '这条公告已经撤回，不能再改。请另发一条。',
    'This notice was withdrawn; post a new one.',
  ],
  'contact.last-complaint': [
    409,
    '投诉电话必须保留：它要显示在每块屏幕上。',
    'The complaint phone must stay: it is shown on every screen.',
  ],
  'rule.exists': [
    409,
    '制度“{title}”已经按同一文字采用，没有变化。',
    'The rule {title} has been adopted in the same words already.',
  ],
  'rule.title-twice': [
    400,
    '选中的制度里有两份都叫“{title}”，请只选其中一份。',
    'Two of the chosen rules are called {title}; choose one of them.',
  ],
} as const satisfies RefusalTable;
