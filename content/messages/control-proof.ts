import type { Entries } from './catalogue.ts';

/** What screens showed: the log, its days, certificates of 公示. */
export const proofEntries = {
  'kind-of.showing': ['播放日结', 'day of showing'],
  'kind-of.certificate': ['公示播放证明', 'certificate of showing'],
  'kind-of.astray': ['播放不符', 'screen astray'],
  'command.showing:keep': ['封存一天的播放记录', 'Sealed a day of showing'],
  'command.showing:sweep': ['清理到期的播放记录', 'Let go of days of showing past their time'],
  'command.certificate:keep': ['生成公示播放证明', 'Made a certificate of showing'],
  'command.screen:astray': ['屏幕播放不符或恢复', 'A screen went astray or is back'],
  'alert.screen-astray': [
    '屏幕“{name}”已 {minutes} 分钟没有按节目安排显示，请到现场查看',
    'Screen {name} has shown something else than planned for {minutes} minutes; go and look',
  ],
  'event.screen.astray': ['屏幕播放不符', 'screen astray'],
  'event.screen.right': ['屏幕播放恢复正常', 'screen right again'],
} as const satisfies Entries;
