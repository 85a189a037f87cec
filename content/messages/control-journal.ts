import type { Entries } from './catalogue.ts';

/** Deeds and records as the journal page and the history name them, where no other file of the catalogue does. */
export const journalEntries = {
  'kind-of.calendar': ['大厅日历', 'calendar'],
  'kind-of.printer': ['打印机', 'printer'],
  'kind-of.rating': ['评价', 'rating'],
  'kind-of.case': ['差评处置', 'case'],
  'kind-of.item': ['事项', 'service item'],
  'kind-of.hallstandard': ['本厅标准', 'hall’s standard'],
  'command.calendar:save': ['改大厅日历', 'Changed the calendar'],
  'command.printer:save': ['保存打印机', 'Saved a printer'],
  'command.printer:remove': ['删除打印机', 'Removed a printer'],
  'command.printer:report': ['打印机报告状态', 'A printer told its state'],
  'command.rating:give': ['群众评价', 'Visitor rated'],
  'command.rating:settings': ['改评价设置', 'Changed how ratings work'],
  'command.case:note': ['记录差评处置', 'Noted what was done about a rating'],
  'command.case:close': ['办结差评', 'Closed a bad rating'],
  'command.item:save': ['保存事项', 'Saved a service item'],
  'command.item:put': ['批量保存事项', 'Saved several service items'],
  'command.item:remove': ['删除事项', 'Removed service items'],
  'command.item:restore': ['恢复事项', 'Brought service items back'],
  'command.item:check': ['核对事项', 'Checked service items'],
  'command.standard:override': ['改标准', 'Changed the standard here'],
  'command.standard:add': ['补充标准', 'Added to the standard'],
  'command.standard:restore': ['恢复标准原文', 'Went back to the standard'],
} as const satisfies Entries;
