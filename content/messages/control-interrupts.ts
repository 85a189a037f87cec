import type { Entries } from './catalogue.ts';

/** Interrupts, alerts and the care of screens in the panel. */
export const interruptEntries = {
  'kind-of.interrupt': ['紧急插播', 'interrupt'],
  'command.interrupt:begin': ['开始紧急插播', 'Began an interrupt'],
  'command.interrupt:confirm': ['放行预警', 'Let an alert through'],
  'command.interrupt:end': ['结束紧急插播', 'Ended an interrupt'],
  'command.interrupt:settings': ['修改预警放行规则', 'Changed which alerts pass'],
  'command.interrupt:stop': ['在屏幕上停止插播', 'Stopped an interrupt at a screen'],
  'command.interrupt:due': ['紧急通知到时结束', 'An urgent notice ended by its time'],
  'command.interrupt:alert': ['收到预警', 'Received an alert'],
  'command.screen:block': ['停用或恢复屏幕', 'Blocked or freed a screen'],
} as const satisfies Entries;
