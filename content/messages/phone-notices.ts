import type { Entries } from './catalogue.ts';

/** Notices on visitors' phones. */
export const phoneNoticeMessages = {
  'notices.title': ['通知公示', 'Notices'],
  'notices.none': ['现在没有公告。', 'No notices now.'],
  'notices.all': ['全部通知公示', 'All notices'],
  'notice.urgent': ['紧急', 'Urgent'],
  'notice.period': ['公示期 {from}至{last}', 'On notice {from} to {last}'],
  'notice.left': ['还剩 {days} 个工作日', '{days} working days left'],
  'notice.last-day': ['今天截止', 'Ends today'],
  'notice.shown': ['{from}至{last}', '{from} to {last}'],
  'notice.basis': ['依据：{basis}', 'Basis: {basis}'],
  'notice.objections': ['有异议请反映', 'Objections to'],
  'notice.attachments': ['附件', 'Attachments'],
  'notice.size': ['{size} KB', '{size} KB'],
  'notice.rows': ['共 {rows} 行，左右滑动看全部列', '{rows} rows; swipe sideways to see all columns'],
} as const satisfies Entries;
