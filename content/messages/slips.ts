import { speaker } from './catalogue.ts';
import type { Entries } from './catalogue.ts';

/** Everything that stands on a slip: key → [中文, English]. */
const entries = {
  'slip.title': ['取号凭条', 'Queue slip'],
  'slip.priority': ['优先', 'Priority'],
  'slip.appointed': ['预约 {time}', 'Appointment {time}'],
  'slip.window': ['请到 {windows} 号窗口', 'Window {windows}'],
  'slip.ahead': ['前面 {count} 人', '{count} before you'],
  'slip.first': ['前面没有人', 'Nobody before you'],
  'slip.minutes': ['约等 {from} 到 {to} 分钟', 'about {from} to {to} minutes'],
  'slip.up-to': ['{to} 分钟以内', 'within {to} minutes'],
  'slip.watch': ['请看屏幕、听叫号', 'Watch the screen and listen for your call'],
  'slip.scan': ['手机扫码，看还要等多久', 'Scan to see how long it takes'],
  'slip.pass.list': [
    '过号不用重取，请到窗口询问。',
    'If you miss your call, ask at the window; keep this number.',
  ],
  'slip.pass.end': [
    '过号不用重取，排到最后再叫一次。',
    'If you miss your call, you go to the end of the line; keep this number.',
  ],
  'slip.pass.after': [
    '过号不用重取，隔 {count} 人再叫。',
    'If you miss your call, you are called again after {count} others; keep this number.',
  ],
  'slip.taken': ['取号时间 {day} {clock}', 'Taken {day} {clock}'],
  'slip.today': ['当天有效', 'Valid today'],
  'slip.complaint': ['监督投诉 {phone}', 'Complaints {phone}'],
  'test.title': ['打印测试', 'Test print'],
  'test.letters': ['这两行中文清楚，就设置好了：', 'If the Chinese below is clear, all is well:'],
  'test.sample': ['社会保障 民政 医保 养老', '社会保障 民政 医保 养老'],
  'test.figures': ['0123456789 ABCDEFG', '0123456789 ABCDEFG'],
} as const satisfies Entries;

export const saySlip = speaker(entries, 'zh-CN');
