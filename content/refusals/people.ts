import type { RefusalTable } from './table.ts';

/** People on show, who is on duty, areas of the hall. */
export const people = {
  'staff.missing': [404, '没有这位工作人员，请刷新后再选。', 'There is no such person; choose again.'],
  'staff.exists': [409, '“{name}”还在，不用恢复。', '{name} is still there; nothing to take back.'],
  'staff.number-taken': [
    409,
    '工号 {number} 已是{name}的，请换一个。',
    'The number {number} belongs to {name}; choose another.',
  ],
  'staff.account-taken': [
    409,
    '这个账户已经关联{name}，一个账户只能关联一人。',
    'This account belongs to {name} already; an account stands for one person.',
  ],
  'staff.account-missing': [
    404,
    '{name}关联的账户不存在，请重新选择。',
    'The account linked to {name} does not exist; choose again.',
  ],
  'staff.photo-consent': [
    400,
    '展示{name}的照片要先征得本人同意，请登记同意日期。',
    'The photo of {name} needs the person’s consent; record the day on which it was given.',
  ],
  'window.one-post': [
    400,
    'A岗和B岗不能是同一个人，请改选一位。',
    'A and B post cannot be the same person; choose another for one of them.',
  ],
  'roster.day-wrong': [400, '{day} 不在这个月里，请核对。', '{day} is no day of this month; check it.'],
  'roster.twice': [
    400,
    '{day} 的同一岗位有两条安排，请合并成一条。',
    'One role stands twice on {day}; make it one.',
  ],
  'area.missing': [404, '没有这个功能区，请刷新后再选。', 'There is no such area; choose again.'],
  'area.name-taken': [
    409,
    '同一楼层已有“{name}”，请换一个名称。',
    'There is an area {name} on this floor already; choose another name.',
  ],
} as const satisfies RefusalTable;
