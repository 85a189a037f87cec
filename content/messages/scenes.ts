import { speaker } from './catalogue.ts';
import type { Entries } from './catalogue.ts';

/** What the scenes of a screen say besides the words of records: key → [中文, English]. */
export const sceneWords = {
  'guide.kind': ['办事指南', 'Service guide'],
  'guide.code': ['手机扫码看全文、下载表格', 'Scan for the full guide and forms'],
  'guide.page': ['在本中心办理页面查看', 'See it on the hall’s page'],
  'guide.mark': ['{place}.', '{place}.'],
  'guide.join': ['、', ', '],
  'rules.kind': ['规章制度', 'Rules'],
  'rules.source': ['来源：{title}', 'Source: {title}'],
  'pledges.kind': ['服务承诺', 'Our pledge'],
  'pledges.conduct': ['服务规范', 'Conduct'],
  'pledges.figures': ['承诺兑现情况', 'How we keep it'],
  'figures.since': ['{from}至{to}，{count} 条评价', '{from} to {to}, {count} ratings'],
  'figures.satisfied': ['满意率', 'Satisfied'],
  'figures.mended': ['整改率', 'Mended'],
  'figures.calledBack': ['回访率', 'Called back'],
  'figures.inTime': ['按时办结率', 'Closed in time'],
  'figures.of': ['{count}/{of} 件', '{count} of {of}'],
  'contacts.kind': ['咨询投诉', 'Phones'],
  'contacts.title': ['有事请拨打', 'Call us'],
  'contacts.address': ['地址', 'Address'],
  'hours.kind': ['办公时间', 'Opening hours'],
  'hours.today': ['今天', 'Today'],
  'hours.rest': ['休息', 'Closed'],
  'hours.day': ['{month}月{day}日', '{day}/{month}'],
  'hours.week': ['一周办公时间', 'The week'],
  'hours.coming': ['近期安排', 'Coming days'],
  'hours.off': ['放假', 'Closed'],
  'hours.work': ['调休上班', 'Open instead'],
  'hours.special': ['时间调整', 'Other hours'],
  'hours.market': ['赶场日', 'Market day'],
  'hours.run': ['{from}至{to}', '{from} to {to}'],
  'ticker.hours': ['办公时间：{hours}', 'Opening hours: {hours}'],
  'ticker.contact': ['{label}：{value}', '{label}: {value}'],
  'ticker.notice': ['{title}：{text}', '{title}: {text}'],
  'ticker.promise': ['承诺 {days} 个工作日办结', 'done within {days} working days'],
  'ticker.now': ['当场办结', 'done at once'],
  'ticker.free': ['不收费', 'free of charge'],
  'calls.kind': ['正在叫号', 'Now calling'],
  'page.failed': ['网页 {url} 打不开', 'The page {url} does not load'],
  'page.unlisted': ['网页 {url} 不在本大厅的网页名单里', 'The page {url} is not on the hall’s list'],
  empty: ['暂无内容', 'Nothing here yet'],
} as const satisfies Entries;

/** Words a key for the hall's visitors, in Chinese. */
export const say = speaker(sceneWords, 'zh-CN');
