import { speaker } from './catalogue.ts';
import type { Entries } from './catalogue.ts';

/** Everything that a kiosk says to a visitor: key → [中文, English]. */
const entries = {
  'start.title': ['请点您要办的事', 'Touch what you came for'],
  'start.how': ['点一下，拿号，看屏幕等叫号', 'Touch once, take your number, watch the screen'],
  'start.group': ['先选一类', 'Choose a kind first'],
  'start.none': ['现在没有可以取号的业务', 'There is nothing to take a number for now'],
  'start.none-note': ['请到导办台询问。', 'Please ask at the guide desk.'],
  'start.no-paper': [
    '小票暂时打不出来。取号后请记住号码，或用手机扫码。',
    'No slips now: remember your number, or scan it with a phone.',
  ],
  'service.waiting': ['等候 {count} 人', '{count} waiting'],
  'service.unstaffed': ['窗口暂时没人', 'No window open now'],
  'service.nobody': ['不用等', 'Nobody waiting'],
  'service.minutes': ['约 {from}–{to} 分钟', '{from}–{to} min'],
  'service.up-to': ['{to} 分钟以内', 'under {to} min'],
  'service.out': ['现在不能取号', 'No numbers now'],
  'service.count': ['{count} 项业务', '{count} services'],
  'page.back': ['上一页', 'Previous'],
  'page.next': ['下一页', 'Next'],
  'key.search': ['按拼音找', 'Find by letters'],
  'key.language': ['English', '中文'],
  'key.low': ['轮椅低位', 'Wheelchair'],
  'key.high': ['恢复高度', 'Normal height'],
  'key.home': ['返回', 'Back'],
  'search.title': ['点拼音首字母来找', 'Touch the first letters'],
  'search.how': ['如“社保”点 S B', 'For 社保 touch S B'],
  'search.none': [
    '没有找到。换几个字母，或到导办台问。',
    'Nothing found. Try other letters, or ask at the desk.',
  ],
  'search.erase': ['删除', 'Delete'],
  'kind.title': ['需要优先照顾吗？', 'Do you need priority?'],
  'kind.service': ['您要办：{name}', 'You chose: {name}'],
  'kind.normal': ['不需要，直接取号', 'No, take a number'],
  'kind.priority': ['需要优先', 'Yes, priority'],
  'kind.who': ['老人、病人、残疾人、幼儿、孕妇、军人', 'Elderly, ill, disabled, infants, pregnant, military'],
  'taking.title': ['正在取号…', 'Taking your number…'],
  'taking.slow': ['请稍等，不用再点', 'One moment, no need to touch again'],
  'done.title': ['{name}，您的号码', '{name}: your number'],
  'done.ahead': ['前面还有 {count} 人', '{count} before you'],
  'done.first': ['前面没有人，马上到您', 'You are next'],
  'done.minutes': ['大约等 {from}–{to} 分钟', 'about {from}–{to} minutes'],
  'done.up-to': ['{to} 分钟以内', 'within {to} minutes'],
  'done.windows': ['在 {windows} 号窗口办理', 'At window {windows}'],
  'done.watch': ['请看屏幕叫号', 'Watch the screen for your call'],
  'done.scan': ['手机扫码看进度', 'Scan to follow on your phone'],
  'done.priority': ['优先', 'Priority'],
  'done.appointment': ['预约', 'Appointment'],
  'done.end': ['好了', 'Done'],
  'done.left': ['{seconds} 秒后返回', 'Back in {seconds} s'],
  'slip.printing': ['正在打印小票', 'Printing your slip'],
  'slip.printed': ['请拿好小票', 'Please take your slip'],
  'slip.unsure': ['请拿好小票；没有出来就记住号码', 'Take your slip; if none came, remember the number'],
  'slip.failed': [
    '号已取好，小票没打出来。请记住号码，或用手机扫码。',
    'Your number is valid, but no slip came out. Remember it, or scan it.',
  ],
  'slip.none': ['请记住号码，或用手机扫码', 'Remember your number, or scan it'],
  'refused.title': ['现在取不了号', 'No number now'],
  'refused.ask': ['有疑问请到导办台。', 'Please ask at the guide desk.'],
  'refused.phone': ['咨询电话 {phone}', 'Information: {phone}'],
  'refused.other': ['这项业务现在不能取号。', 'This service gives out no numbers now.'],
  'refused.end': ['知道了', 'All right'],
  'closed.title': ['现在不发号', 'No numbers now'],
  'away.title': ['取号机暂时不能用', 'This machine is out of use for the moment'],
  'away.do': ['请到导办台取号', 'Please take your number at the guide desk'],
  'away.wait': ['恢复后会自动可用，不用操作', 'It comes back by itself'],
  'away.number': ['刚才取到的号 {number} 有效', 'The number {number} that you took is valid'],
} as const satisfies Entries;

export type KioskKey = keyof typeof entries;

export type Say = (key: KioskKey, params?: Record<string, string | number>) => string;

/** What a kiosk says in each of its languages; a visitor changes it by a touch. */
export const kioskWords: Record<'zh-CN' | 'en', Say> = {
  'zh-CN': speaker(entries, 'zh-CN'),
  en: speaker(entries, 'en'),
};
