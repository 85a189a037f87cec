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
  'notice.empty': [400, '公告还没有内容，请先写正文。', 'The notice says nothing yet. Write its text first.'],
  'notice.too-long': [
    400,
    '公告太长：所有文字和表格合计不能超过 {most} 字。请删去不需要的列，或者分成几条。',
    'The notice is too long: {most} characters in all. Drop columns or make several notices.',
  ],
  'notice.row-too-wide': [
    400,
    '表格第 {row} 行比表头多出单元格（表头 {columns} 列）。请核对后再保存。',
    'Row {row} of the table has more cells than its head ({columns}).',
  ],
  'notice.blocked': [
    409,
    '还有 {count} 处个人信息或没有核对的素材，不能发布。请遮盖、删去或核对；确需公开的，请开启审核，由审核人员写明理由放行。',
    '{count} finding(s) stand in the way. Mask them, cut them or look at the media; what has to be public goes through review.',
  ],
  'notice.publicity-short': [
    400,
    '这类公示至少要 {days} 个工作日。请改公示天数。',
    'A publicity period of this kind lasts at least {days} working days.',
  ],
  'notice.assessment-needed': [
    409,
    '公告里有人员名单，公开前要先做个人信息保护影响评估。请在“影响评估”里选一份，或者新填一份。',
    'The notice lists persons: choose or write an impact assessment first.',
  ],
  'notice.assessment-wrong': [
    409,
    '选的影响评估不适用于这类公告，或者已经停用。请另选一份，或者新填一份。',
    'The impact assessment does not cover notices of this kind, or has ended. Choose another.',
  ],
  'assessment.ended': [
    409,
    '这份影响评估已经停用，不能再改。请新填一份。',
    'This assessment has ended; write a new one.',
  ],
  'contact.last-complaint': [
    409,
    '投诉电话必须保留：它要显示在每块屏幕上。',
    'The complaint phone must stay: it is shown on every screen.',
  ],
  'pledge.title-taken': [
    409,
    '已经有一份叫“{title}”，请换一个名称。',
    'Another pledge is called {title}; choose another name.',
  ],
  'pledge.last-slogan': [
    409,
    '服务理念要保留一份：屏幕空闲时显示它。可以改文字。',
    'One slogan must stay: screens show it when nobody is called. Its words may be changed.',
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
