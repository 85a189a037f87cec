import type { Entries } from './catalogue.ts';

/** Words on printed sheets and on the phone pages that their codes open. */
export const printMessages = {
  // foot of a wall sheet
  'sheet.source.imported': ['条文摘自《{title}》{annex}', 'Wording from {title} {annex}'],
  'sheet.source.standard': ['依据《{title}》编写', 'Written after {title}'],
  'sheet.code': ['编号 {code}', 'No. {code}'],
  'sheet.preview': ['预览样张', 'Preview'],
  'sheet.revision': ['第 {revision} 版', 'Revision {revision}'],
  'sheet.printed': ['{day} 印制', 'Printed {day}'],
  'sheet.scan': ['扫码核对现行内容', 'Scan for the current text'],
  // phone: banner of a sheet
  'phone.sheet.current': ['本张印刷件为现行版本', 'This sheet is current'],
  'phone.sheet.outdated': [
    '本张印刷件已过期：制度已于{day}更新，以下为现行内容',
    'This sheet is out of date: the rule changed on {day}. The current text follows',
  ],
  'phone.sheet.outdated-undated': [
    '本张印刷件已过期，以下为现行内容',
    'This sheet is out of date. The current text follows',
  ],
  'phone.sheet.removed': [
    '本制度已停止执行，请取下这张印刷件。以下为印制时的内容',
    'This rule is no longer in force; take the sheet down. The text as printed follows',
  ],
  'phone.sheet.detail': ['编号 {code} · {size} · {day} 印制', 'No. {code} · {size} · printed {day}'],
  // phone: pages
  'phone.hours': ['办公时间', 'Opening hours'],
  'phone.today': ['今天', 'Today'],
  'phone.day.closed': ['不办公', 'Closed'],
  'phone.day.off': ['放假', 'Closed'],
  'phone.day.work': ['照常上班', 'Open as usual'],
  'phone.day.special': ['特别时间', 'Special hours'],
  'phone.day.market': ['赶场日', 'Market day'],
  'phone.phones': ['联系电话', 'Phones'],
  'phone.address': ['地址', 'Address'],
  'phone.rules': ['服务制度', 'Rules'],
  'phone.notices': ['公告公示', 'Notices'],
  'phone.no-notices': ['现在没有公告。', 'No notices now.'],
  'phone.notice.until': ['{from}至{until}', '{from} to {until}'],
  'phone.source': ['来源', 'Source'],
  'phone.back': ['返回首页', 'Back to the start'],
  'phone.revision': ['第 {revision} 版', 'Revision {revision}'],
  'phone.missing.title': ['没有找到这张印刷件', 'Sheet not found'],
  'phone.missing.text': [
    '没有编号为“{code}”的印刷件。请核对纸上的编号，或重新扫描二维码。',
    'There is no sheet with the code “{code}”. Check the code on the paper, or scan it again.',
  ],
  'phone.missing.page': ['没有找到这一页', 'Page not found'],
  'phone.missing.gone': ['这项制度可能已经更名或停止执行。', 'The rule may have been renamed or withdrawn.'],
  'phone.unset.title': ['本中心还没有启用', 'This hall is not in use yet'],
  'phone.unset.text': ['请管理员先在主机上完成设置。', 'The admin sets it up on the hub first.'],
  'phone.missing.help': [
    '仍然打不开，请询问大厅工作人员，或拨打下面的电话。',
    'If it still fails, ask at the hall or call the numbers below.',
  ],
  // hours
  'hours.all-week': ['每天', 'Every day'],
  'hours.range': ['{from}至{to}', '{from} to {to}'],
  'hours.list': ['、', ', '],
  'hours.1': ['周一', 'Mon'],
  'hours.2': ['周二', 'Tue'],
  'hours.3': ['周三', 'Wed'],
  'hours.4': ['周四', 'Thu'],
  'hours.5': ['周五', 'Fri'],
  'hours.6': ['周六', 'Sat'],
  'hours.7': ['周日', 'Sun'],
} as const satisfies Entries;
