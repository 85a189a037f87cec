import { speaker } from './catalogue.ts';
import type { Entries } from './catalogue.ts';

/** Degrees and reasons, the same words on the counter screen, the phone and in the panel. */
export const ratingWords = {
  'degree.5': ['非常满意', 'Very satisfied'],
  'degree.4': ['满意', 'Satisfied'],
  'degree.3': ['基本满意', 'Fairly satisfied'],
  'degree.2': ['不满意', 'Dissatisfied'],
  'degree.1': ['非常不满意', 'Very dissatisfied'],
  'because.attitude': ['服务态度', 'Attitude'],
  'because.slow': ['办理太慢', 'Too slow'],
  'because.waiting': ['等候太久', 'Long wait'],
  'because.unclear': ['没有一次说清', 'Not explained at once'],
  'because.skill': ['业务不熟', 'Lack of skill'],
  'because.papers': ['多要材料', 'Needless papers'],
  'because.place': ['环境设施', 'The place'],
  'because.other': ['其他', 'Other'],
} as const satisfies Entries;

/** What a counter screen says to the visitor in front of it. */
const counter = {
  ...ratingWords,
  'counter.window': ['{number} 号窗口', 'Window {number}'],
  'counter.calling': ['请到本窗口', 'Please come'],
  'counter.serving': ['正在办理', 'Now serving'],
  'counter.idle': ['请等候叫号', 'Please wait for your number'],
  'counter.paused': ['暂停服务', 'Paused'],
  'counter.back': ['预计 {time} 恢复', 'Back at {time}'],
  'counter.go': ['请到 {window} 号窗口办理', 'Please go to window {window}'],
  'counter.closed': ['本窗口未开放', 'This window is closed'],
  'counter.closed.note': ['请到其他窗口或导办台', 'Other windows and the desk will help you'],
  'counter.missing': ['没有这个窗口', 'No such window'],
  'counter.missing.note': [
    '请管理员在“屏幕”页重新选择窗口',
    'An administrator chooses its window on the page Screens',
  ],
  'counter.clerk': ['为您服务', 'At your service'],
  'counter.business': ['办理业务', 'Business'],
  'counter.next': ['正在叫 {number} 号', 'Calling {number}'],
  'counter.stale': ['网络断开，以大厅叫号为准', 'No network; the hall’s calls count'],
  'ask.title': ['请您评价这次服务', 'How was our service?'],
  'ask.number': ['{number} 号 · 自愿评价', 'Number {number} · it is up to you'],
  'ask.skip': ['不评价', 'No, thanks'],
  'ask.scan': ['手机扫码评价', 'Scan to rate'],
  'ask.scan-note': ['10 分钟内有效，不用登录', 'Within 10 minutes, no sign-in'],
  'reasons.title': ['哪里做得不好？（可不选）', 'What went wrong? (optional)'],
  'reasons.back': ['重选', 'Back'],
  'reasons.send': ['提交', 'Send'],
  'reasons.left': ['{seconds} 秒后自动提交', 'Sent in {seconds} s'],
  'sending.title': ['正在提交…', 'Sending…'],
  'thanks.title': ['谢谢您的评价', 'Thank you'],
  'thanks.bad': ['我们会核实、整改。', 'We will look into it.'],
  'thanks.good': ['我们会继续努力。', 'We will keep at it.'],
  'refused.title': ['没有提交成功', 'Not sent'],
} as const satisfies Entries;

export const sayCounter = speaker(counter, 'zh-CN');

/** The page on the phone where a visit is rated. */
const page = {
  ...ratingWords,
  'rate.title': ['评价这次服务', 'Rate this visit'],
  'rate.visit': [
    '{number} 号 · {window} 号窗口 · {service}',
    'Number {number} · window {window} · {service}',
  ],
  'rate.free': [
    '自愿评价，不用登录，不记录您是谁。',
    'It is up to you; no sign-in, nobody notes who you are.',
  ],
  'rate.degree': ['您对这次服务', 'How was it'],
  'rate.reasons': ['哪里要改进（可不选）', 'What should be better (optional)'],
  'rate.words': ['想说的话（可不填）', 'In your words (optional)'],
  'rate.words.help': [
    '请勿填写身份证号、电话等个人信息。200 字以内。',
    'No identity, phone or card numbers please. Up to 200 signs.',
  ],
  'rate.contact': ['要我们回电话吗（不满意时可填）', 'Shall we call you back (if dissatisfied)'],
  'rate.contact.help': [
    '只用来回访，办结后删除。不填也会核实整改。',
    'Only for the call-back, deleted afterwards. We look into it without, too.',
  ],
  'rate.send': ['提交评价', 'Send'],
  'rate.choose': ['请先选满意程度，再提交。', 'Choose a degree first, then send.'],
  'rated.title': ['谢谢您的评价', 'Thank you'],
  'rated.text': ['您的评价已收到。', 'Your rating has arrived.'],
  'rated.bad': [
    '您的评价已收到。我们会在 {days} 个工作日内核实、整改。',
    'Your rating has arrived. We will look into it within {days} working days.',
  ],
  'rated.before': ['这次服务已经评价过了，谢谢您。', 'This visit has been rated already. Thank you.'],
  'rated.back': ['看号票', 'See the ticket'],
} as const satisfies Entries;

export const sayRate = speaker(page, 'zh-CN');
