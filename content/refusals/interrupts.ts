import type { RefusalTable } from './table.ts';

/** Interrupts and alerts. */
export const interrupts = {
  'interrupt.right': [
    403,
    '您没有紧急插播的权限，请管理员在“账户”里开通。',
    'You may not interrupt screens; an administrator gives that right under “Accounts”.',
  ],
  'interrupt.words': [400, '请写明紧急通知的内容。', 'Write what the urgent notice says.'],
  'interrupt.end': [
    400,
    '结束时间要晚于现在；险情画面不能设结束时间，只能由人结束。',
    'The end must lie ahead; an alarm has no end of its own, only a person ends it.',
  ],
  'interrupt.drill': [400, '只有险情可以演练。', 'Only alarms can be drills.'],
  'interrupt.nobody': [
    409,
    '选中的范围里没有屏幕，请重新选择。',
    'There is no screen among those chosen; choose again.',
  ],
  'interrupt.over': [409, '这次插播已经结束。', 'This interrupt is over.'],
  'alert.invalid': [
    400,
    '预警内容有误（{where}），请按 CAP 1.2 核对后重发。',
    'The alert does not fit CAP 1.2 ({where}); mend it and send it again.',
  ],
  'alert.unknown': [
    404,
    '没有找到要更新或解除的预警。',
    'The alert that this one updates or cancels is not known here.',
  ],
} as const satisfies RefusalTable;
