import type { RefusalTable } from './table.ts';

/** A clerk’s window: taking, pausing, leaving. */
export const windows = {
  'window.taken': [
    409,
    '{number} 号窗口正由{clerk}值守，请选其他窗口，或请对方先离岗。',
    'Window {number} is held by {clerk}; take another, or let them leave first.',
  ],
  'window.other': [
    409,
    '您正在 {number} 号窗口值守，请先在那里离岗。',
    'You hold window {number}; leave it first.',
  ],
  'window.not-yours': [
    409,
    '您没有值守 {number} 号窗口，请先上岗。',
    'You do not hold window {number}; take it first.',
  ],
  'window.paused': [
    409,
    '{number} 号窗口暂停服务中，请先恢复服务再叫号。',
    'Window {number} is paused; resume it before you call.',
  ],
  'window.not-paused': [409, '{number} 号窗口没有暂停。', 'Window {number} is not paused.'],
  'window.busy': [
    409,
    '{ticket} 号还在 {number} 号窗口，请先完成或过号。',
    'Ticket {ticket} is still at window {number}; finish or pass it first.',
  ],
  'window.no-ticket': [409, '{number} 号窗口现在没有叫到的号。', 'No ticket is at window {number} now.'],
  'window.until-past': [400, '返回时间要晚于现在。', 'The return time must be later than now.'],
  'window.go-to-self': [
    400,
    '替代窗口不能是本窗口，也必须存在。',
    'The window that stands in must exist and be another one.',
  ],
  'window.moved': [
    409,
    '{number} 号窗口刚才已有变化，现在是 {ticket}。请看清后再按。',
    'Window {number} has moved on: {ticket} is there now. Look again before you press.',
  ],
  'window.nobody': [
    409,
    '{number} 号窗口现在无人值守，不用接替，请直接上岗。',
    'Nobody holds window {number}; take it.',
  ],
  'window.post-b': [
    409,
    '{number} 号窗口的 B 岗是{name}，应先由{name}顶岗。由您接替的，请说明原因。',
    '{name} has the B post of window {number} and stands in first. To take it over yourself, say why.',
  ],
  'window.people-waiting': [
    409,
    '还有 {count} 人在等 {number} 号窗口的业务，别的窗口都没有在办。确实要离岗，请说明原因。',
    '{count} people wait for what only window {number} serves now. To leave all the same, say why.',
  ],
} as const satisfies RefusalTable;
