import type { RefusalTable } from './table.ts';

/** Windows and services as an admin sets them, and hours. */
export const premises = {
  'hours.wrong': [
    400,
    '办公时间有误：每段的结束要晚于开始，各段不能重叠。',
    'The hours are wrong: each span must end after it starts, and spans must not overlap.',
  ],
  'calendar.day-wrong': [
    400,
    '{day} 不是日历上的一天，请核对。',
    '{day} is no day of the calendar; check it.',
  ],
  'calendar.day-twice': [
    400,
    '{day} 在日历里有两条安排，请只留一条。',
    '{day} stands in the calendar twice; keep one of the two.',
  ],
  'wording.places': [
    400,
    '叫号用语里“号码”和“窗口”各要出现一次。',
    'A call must name the number once and the window once.',
  ],
  'plan.missing': [
    404,
    '没有这张平面图，可能刚被删除。',
    'There is no such plan; it may have just been removed.',
  ],
  'window.missing': [404, '没有这个窗口。', 'There is no such window.'],
  'window.number-taken': [
    409,
    '{number} 号窗口已经存在，请换一个号。',
    'Window {number} exists already; choose another number.',
  ],
  'window.in-use': [
    409,
    '{number} 号窗口正在使用，不能删除。',
    'Window {number} is in use and cannot be removed.',
  ],
  'service.missing': [404, '没有这项业务，请刷新后再选。', 'There is no such service; choose again.'],
  'service.desk-only': [
    409,
    '“{name}”请到导办台取号。',
    'Numbers of {name} are given out at the guide desk only.',
  ],
  'service.in-use': [
    409,
    '“{name}”还有人在等候或正在办理，不能删除。',
    'Tickets of {name} are still open; it cannot be removed.',
  ],
  'service.prefix-taken': [
    409,
    '字母 {prefix} 已被“{name}”使用，请换一个。',
    'The letter {prefix} is used by {name}; choose another.',
  ],
} as const satisfies RefusalTable;
