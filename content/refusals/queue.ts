import type { RefusalTable } from './table.ts';

/** Tickets: issuing, calling, moving, taking back. */
export const queue = {
  'queue.empty': [409, '现在没有人在等候。', 'Nobody is waiting now.'],
  'queue.full': [409, '“{name}”今天的号已经发完。', 'All numbers of {name} are given out for today.'],
  'queue.closed': [
    409,
    '现在不是办公时间，不发号。{month}月{day}日 {time} 开门。',
    'The hall is closed and gives out no numbers; it opens on {month}/{day} at {time}.',
  ],
  'queue.closed-long': [
    409,
    '现在不是办公时间，不发号。恢复办公的时间请看通知。',
    'The hall is closed and gives out no numbers; see the notices for when it opens.',
  ],
  'queue.last': [
    409,
    '{closes} 下班，今天已停止发号，请下次再来。',
    'The hall closes at {closes} and gives out no more numbers today; come another time.',
  ],
  'limit.morning': [
    409,
    '{name}上午的号已发完，下午 {from} 起发号。',
    'The morning’s numbers of {name} are given out; there are more from {from}.',
  ],
  'limit.afternoon': [
    409,
    '{name}下午的号已发完，请改天再来。',
    'The afternoon’s numbers of {name} are given out; come another day.',
  ],
  'limit.day': [
    409,
    '{name}今天的号已发完，请改天再来。',
    'Today’s numbers of {name} are given out; come another day.',
  ],
  'limit.last': [
    409,
    '{name}每天 {time} 停止取号，请改天再来。',
    '{name} gives out no numbers after {time}; come another day.',
  ],
  'ticket.missing': [404, '没有这张号票，请核对号码。', 'There is no such ticket; check the number.'],
  'ticket.at-window': [
    409,
    '{number} 号已叫到 {window} 号窗口，不能再呼叫。',
    'Ticket {number} is at window {window} and cannot be called.',
  ],
  'ticket.finished': [
    409,
    '{number} 号已经办结，不能再呼叫。',
    'Ticket {number} is finished and cannot be called.',
  ],
  'ticket.started': [
    409,
    '{number} 号已经开始办理，不能过号。',
    'Ticket {number} is being served and cannot be passed.',
  ],
  'ticket.over': [
    409,
    '{number} 号已经弃号或取消，请重新取号。',
    'Ticket {number} was dropped or cancelled; take a new one.',
  ],
  'ticket.being-served': [
    409,
    '{number} 号正在办理，不能弃号。请点“完成”或“挂起”。',
    'Ticket {number} is being served and cannot be dropped; finish or hold it.',
  ],
  'ticket.cancel-at-window': [
    409,
    '{number} 号正在 {window} 号窗口，不能取消。请在窗口办结或弃号。',
    'Ticket {number} is at window {window} and cannot be cancelled; finish or drop it there.',
  ],
  'ticket.cancel-over': [
    409,
    '{number} 号已经结束，不用取消。',
    'Ticket {number} is over; nothing to cancel.',
  ],
  'ticket.desk-at-window': [
    409,
    '{number} 号正在 {window} 号窗口，请在窗口处理。',
    'Ticket {number} is at window {window}; it is changed there.',
  ],
  'ticket.desk-over': [
    409,
    '{number} 号已经结束，不能更改，请重新取号。',
    'Ticket {number} is over and cannot be changed; take a new one.',
  ],
  'transfer.nowhere': [
    400,
    '请选择要转到的业务或窗口，不能是原来的业务和本窗口。',
    'Choose another service or another window to transfer to.',
  ],
  'undo.nothing': [
    409,
    '{number} 号窗口没有可以撤销的操作。',
    'There is nothing to take back at window {number}.',
  ],
  'undo.late': [
    409,
    '已超过 {seconds} 秒，不能撤销。如有需要，请用选呼重新叫号。',
    'More than {seconds} seconds have passed: too late to take back. Call the ticket by choice instead.',
  ],
  'undo.changed': [
    409,
    '{ticket} 号在这之后又有了变化，不能撤销。',
    'Ticket {ticket} has changed since; this can no longer be taken back.',
  ],
} as const satisfies RefusalTable;
