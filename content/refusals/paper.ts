import type { RefusalTable } from './table.ts';

/** Numbers of a paper roll. */
export const paper = {
  'paper.off': [
    409,
    '本大厅没有启用纸质号，请让管理员在排队设置里打开。',
    'Paper numbers are off in this hall; an administrator can turn them on in the queue settings.',
  ],
  'paper.number': [
    400,
    '“{number}”不是号码。请输入数字，前面可以带一个字母，如 12 或 A012。',
    '“{number}” is no number. Type digits, with a letter before them if the paper has one: 12 or A012.',
  ],
  'paper.first': [
    409,
    '今天还没有叫过纸质号，请先输入号纸上的第一个号码。',
    'No paper number was called today yet; type the first number of the roll.',
  ],
  'paper.end': [
    409,
    '{number} 已是最大的号码，请输入新号纸上的第一个号码。',
    '{number} is the largest number; type the first number of the new roll.',
  ],
  'paper.service': [
    409,
    '{number} 号窗口没有设置业务，请先在“窗口与业务”里设置。',
    'Window {number} serves nothing yet; set its services first.',
  ],
  'paper.again': [
    409,
    '{number} 号今天 {time} 已经叫过。如果换了新号纸、号码又从头开始，请再按一次呼叫。',
    'Number {number} was called today at {time}. If a new roll has begun from the start, call once more to confirm.',
  ],
} as const satisfies RefusalTable;
