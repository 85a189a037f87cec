import type { Entries } from './catalogue.ts';

/** Windows and services as the forms ask for them, the rules of the queue, and the guide desk. */
export const deskEntries = {
  'windows.held-by': [
    '{name}正在值守。改了设置不影响正在办的号。',
    'Held by {name}. Saving does not touch the ticket there.',
  ],
  'windows.part.none': ['不办', 'No'],
  'windows.part.own': ['办理', 'Own'],
  'windows.part.backup': ['帮办', 'Backs up'],
  'services.group': ['分组', 'Group'],
  'services.group-help': [
    '同组的业务在取号机和导办台上排在一起，如：社会保障。',
    'Services of one group stand together on the kiosk and at the desk.',
  ],
  'services.ways': ['在哪里取号', 'Where to take a number'],
  'services.ways-help': [
    '要先看材料的业务，可以只在导办台取号。',
    'A service whose papers are looked at first may be kept for the desk.',
  ],
  'services.way.desk': ['导办台', 'Guide desk'],
  'services.way.kiosk': ['取号机', 'Kiosk'],
  'services.way.phone': ['手机', 'Phone'],
  'services.desk-only': ['只在导办台', 'Desk only'],
  'services.not-to': ['不在{way}取号', 'Not by {way}'],
  'services.limits': ['限号', 'Numbers a day'],
  'services.limits-help': [
    '空着不限。上午的号不占下午的；取消的号退回名额。',
    'Empty: no limit. A cancelled number gives its place back.',
  ],
  'services.limit.morning': ['上午', 'Morning'],
  'services.limit.afternoon': ['下午', 'Afternoon'],
  'services.limit.day': ['全天', 'Whole day'],
  'services.no-limit': ['不限', 'No limit'],
  'services.limit-wrong': ['请填 0 到 9999 的整数，或空着。', 'A whole number from 0 to 9999, or nothing.'],
  'services.used': ['今天已发 {count} 个', '{count} given out today'],
  'services.last': ['停止取号时间', 'No numbers after'],
  'services.last-help': [
    '到这个时间不再发号，已取号的照常办理。',
    'From then on no numbers; who has one is served.',
  ],
  'services.last-wrong': ['请写成 16:30 这样。', 'Write it like 16:30.'],
  'services.column.group': ['分组', 'Group'],
  'services.column.used': ['今天已发', 'Today'],
  'services.until': ['{time} 止', 'until {time}'],
  'windows.backs-up': ['帮办：{names}', 'Backs up: {names}'],
} as const satisfies Entries;
