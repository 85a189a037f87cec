import { speaker } from './catalogue.ts';
import type { Entries } from './catalogue.ts';

/** Everything that a screen says: key → [中文, English]. */
const entries = {
  'page.title': ['明厅', 'Mingting'],
  // a call and where it stands
  'call.calling': ['正在呼叫', 'Now calling'],
  'call.again': ['再次呼叫', 'Called again'],
  'call.late': ['刚才叫过', 'Called a moment ago'],
  'call.waited': ['请到窗口办理', 'Please go to the window'],
  'call.serving': ['正在办理', 'Being served'],
  'call.finished': ['已办结', 'Done'],
  'call.passed': ['已过号', 'Passed'],
  'call.held': ['暂离窗口', 'Away for a moment'],
  'call.dropped': ['已弃号', 'Dropped'],
  'call.cancelled': ['已取消', 'Cancelled'],
  'window.unit': ['号窗口', 'window'],
  'window.named': ['{number}号窗口', 'Window {number}'],
  'windows.kind': ['窗口导引', 'Windows'],
  'windows.title': ['窗口业务', 'What each window does'],
  'counts.passed': ['过号', 'Passed'],
  'counts.waiting': ['等候', 'Waiting'],
  'footer.entry': ['手机取号码', 'Phone code'],
  'counts.nobody': ['目前无人等候', 'Nobody is waiting'],
  'counts.people': ['{count} 人', '{count}'],
  'counts.passed-hint': ['请到原窗口询问', 'Please ask at your window'],
  'calls.none': ['暂无更早的叫号', 'No earlier calls'],
  // no calls yet
  'idle.title': ['请先取号', 'Please take a number'],
  'idle.take': ['在取号处取号', 'Take a number'],
  'idle.wait': ['就座等候叫号', 'Sit and wait'],
  'idle.go': ['叫号后到窗口办理', 'When called, go to the window'],
  'idle.slogan': ['服务理念', 'Our promise'],
  // closed
  'footer.today': ['今天 {hours}', 'Today {hours}'],
  'closed.before': ['尚未开始办公', 'Not open yet'],
  'closed.break': ['午间休息', 'Midday break'],
  'closed.after': ['今日办公已结束', 'Closed for today'],
  'closed.rest': ['今日休息', 'Closed today'],
  'closed.next': ['下次办公', 'Next opening'],
  'closed.hours': ['办公时间', 'Opening hours'],
  'closed.unknown': ['开放时间请咨询工作人员', 'Please ask the staff for opening hours'],
  'day.today': ['今天', 'Today'],
  'day.tomorrow': ['明天', 'Tomorrow'],
  'day.date': ['{month}月{day}日', '{day}/{month}'],
  'weekday.1': ['星期一', 'Monday'],
  'weekday.2': ['星期二', 'Tuesday'],
  'weekday.3': ['星期三', 'Wednesday'],
  'weekday.4': ['星期四', 'Thursday'],
  'weekday.5': ['星期五', 'Friday'],
  'weekday.6': ['星期六', 'Saturday'],
  'weekday.7': ['星期日', 'Sunday'],
  'clock.unset': ['正在校准时间', 'Setting the clock'],
  // notices
  'notice.public': ['民生公示', 'Public notice'],
  'notice.period': ['公示期 {from}–{last}', 'On notice {from} to {last}'],
  'notice.posted': ['{from}发布，展示至{last}', 'Posted {from}, shown until {last}'],
  'notice.left': ['还剩{days}天', '{days} days left'],
  'notice.ends-today': ['今天截止', 'Ends today'],
  'category.general': ['通知公告', 'Announcement'],
  'category.employment': ['劳动就业', 'Employment'],
  'category.insurance': ['社会保险', 'Social insurance'],
  'category.assistance': ['社会救助', 'Social assistance'],
  'category.health': ['卫生健康', 'Health'],
  'category.housing': ['房屋改建', 'Housing'],
  'category.welfare': ['社会福利', 'Welfare'],
  'category.subsidy': ['涉农补贴', 'Farm subsidies'],
  'category.household': ['户籍管理', 'Household register'],
  'category.family': ['计划生育', 'Family planning'],
  'category.land': ['农用地审批', 'Farm land'],
  'pledge.slogan': ['服务理念', 'Our promise'],
  'pledge.pledge': ['服务承诺', 'Service pledge'],
  'pledge.conduct': ['服务标准', 'Service standard'],
  'pledge.public': ['政务公开', 'Made public'],
  'panel.empty': ['欢迎前来办事', 'Welcome'],
  // line to the hub
  'line.lost': ['网络中断，内容截至 {time}', 'No connection; as of {time}'],
  'starting.connecting': ['正在连接主机', 'Connecting to the hub'],
  'starting.lost': [
    '连不上主机，正在自动重试。请看看网线或无线网络是否接好、主机是否开着。',
    'The hub cannot be reached; trying again by itself. Check the cable or Wi-Fi and that the hub is on.',
  ],
  'starting.hub': ['主机地址', 'Hub'],
  'starting.setup': [
    '本中心还没有设置。请管理员在主机上打开启动时显示的设置链接。',
    'This hall is not set up yet. Open the set-up link that the hub printed.',
  ],
  'starting.preparing': ['正在准备内容', 'Preparing'],
  // pairing
  'pairing.title': ['这块屏幕还没有启用', 'This screen is not in use yet'],
  'pairing.do': [
    '请管理员在控制台“屏幕”页输入这组数字',
    'The admin enters these digits in the panel under “Screens”',
  ],
  'pairing.scan': ['或用手机扫码，登录后配对', 'Or scan, sign in and pair by phone'],
  'pairing.minutes': ['{minutes} 分钟内有效，到时自动更换', 'Valid for {minutes} minutes, then renewed'],
  'pairing.soon': ['即将自动更换', 'About to be renewed'],
} as const satisfies Entries;

export type DisplayKey = keyof typeof entries;

/** Words a key for the hall's visitors, in Chinese. */
export const say = speaker(entries, 'zh-CN');
