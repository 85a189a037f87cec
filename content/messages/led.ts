import { speaker } from './catalogue.ts';
import type { Entries } from './catalogue.ts';

/** Everything that a window sign says: key → [中文, English]. Every character must be in the glyph packs (L9). */
export const ledEntries = {
  'window.named': ['{number}号窗口', 'Window {number}'],
  'window.short': ['{number}号', '{number}'],
  'window.unit': ['号窗口', 'window'],
  'call.please': ['请{number}号', '{number}'],
  // a short label beside a large figure, in two lines of two characters
  'label.serving': ['正在办理', 'Serving'],
  'label.back': ['预计返回', 'Back at'],
  'label.go-to': ['请到窗口', 'Go to'],
  'serving.number': ['正在办理 {number}', 'Serving {number}'],
  'window.closed': ['暂未开放', 'Closed'],
  'window.missing': ['暂停使用', 'Not in use'],
  'pause.paused': ['暂停服务', 'Paused'],
  'pause.back': ['{time}返回', 'Back {time}'],
  'pause.back-on': ['{day}返回', 'Back {day}'],
  'pause.day': ['{month}月{day}日', '{day}/{month}'],
  'pause.go-to': ['请到{number}号窗口', 'Go to {number}'],
  'pause.go-to-short': ['请到{number}号', 'Go to {number}'],
  'pause.away': ['临时离开', 'Away'],
  'pause.meeting': ['正在开会', 'Meeting'],
  'pause.fault': ['设备故障', 'Fault'],
  'pause.meal': ['正在就餐', 'Meal'],
  'pause.other': ['临时公务', 'On duty'],
  'beside.stands-for': ['兼办{numbers}号窗口', 'Also for window {numbers}'],
  'beside.stands-for-short': ['兼办{numbers}号', 'Also {numbers}'],
  'beside.stand-in': ['{name}顶岗', '{name} stands in'],
  'beside.overtime': ['延时服务', 'Overtime'],
  'business.join': ['、', ', '],
  // told to the panel
  'trouble.packs': [
    '点阵字库还没有取到，标牌先用系统字体显示，正在自动重试。',
    'The dot fonts are not there yet: the sign shows a system font and tries again by itself.',
  ],
  'trouble.missing': [
    '点阵字库里没有这些字，标牌上显示为方框：{characters}',
    'The dot fonts lack these characters, shown as boxes: {characters}',
  ],
} as const satisfies Entries;

/** Words a key for the hall's visitors, in Chinese. */
export const say = speaker(ledEntries, 'zh-CN');
