import type { RefusalTable } from './table.ts';

/** Numbers taken by phone. Read by visitors, on the phone. */
export const phone = {
  'phone.off': [
    403,
    '本大厅不开放手机取号，请到导办台或取号机取号。',
    'This hall gives out no numbers by phone; take one at the desk or the kiosk.',
  ],
  'phone.entry': [
    403,
    '取号码不对或已过期。今天的 4 位取号码在大厅屏幕最下面一行。',
    'The code is wrong or of another day. Today’s four signs stand at the foot of the hall’s screen.',
  ],
  'phone.has-ticket': [
    409,
    '您已取了{name} {number} 号，不用再取。',
    'You already have number {number} for {name}.',
  ],
  'phone.enough': [
    409,
    '这部手机今天已取号 {count} 次，请到导办台取号。',
    'This phone has taken {count} numbers today; ask at the desk.',
  ],
  'phone.unknown': [
    403,
    '手机没有保存凭据，取不了号。请允许浏览器使用 Cookie 后刷新本页，或到导办台取号。',
    'Your browser keeps no cookies. Allow them and reload, or take a number at the desk.',
  ],
} as const satisfies RefusalTable;
