import type { Entries } from './catalogue.ts';

/** What the panel says of the scenes of a screen: each one's name and what it is for. */
export const sceneEntries = {
  'scene.guide': ['办事指南', 'Service guide'],
  'scene.guide-help': [
    '逐项播放办事指南：七项公开、办理流程图、手机查看的二维码。',
    'Item after item: the seven disclosures, the flow chart, a code for phones.',
  ],
  'scene.rules': ['规章制度', 'Rules'],
  'scene.rules-help': [
    '制度和规范原文，大字逐条分页播放。',
    'The rules word for word, in large type, article by article.',
  ],
  'scene.pledges': ['服务承诺', 'Pledges'],
  'scene.pledges-help': [
    '服务理念、承诺、三清四亮五个一样六零，以及满意率等实时数据，每项一页。',
    'Slogan, pledges, lines of conduct and the rates kept, each on its own page.',
  ],
  'scene.notices': ['通知公告', 'Notices'],
  'scene.notices-help': [
    '正在公开的通知公告，长的分页播放。',
    'The notices in force, paged where they are long.',
  ],
  'scene.publicity': ['公示栏', 'Public review'],
  'scene.publicity-help': ['公示期内的内容和剩余天数。', 'What is under public review, with the days left.'],
  'scene.contacts': ['咨询投诉电话', 'Phones'],
  'scene.contacts-help': [
    '大字显示咨询、监督、投诉电话和地址。',
    'The phones and the address in large type.',
  ],
  'scene.staff': ['人员公示', 'Staff'],
  'scene.staff-help': ['窗口人员、岗位和带班领导。', 'Who is at which window, and the leaders on duty.'],
  'scene.hours': ['办公时间', 'Opening hours'],
  'scene.hours-help': [
    '今天和本周的办公时间，以及近期放假、赶场日。',
    'The hours of today and of the week, coming holidays and market days.',
  ],
  'scene.plan': ['平面图', 'Floor plan'],
  'scene.plan-help': [
    '大厅平面图：功能区、窗口、出口和“您在这里”。',
    'The plan of the hall: areas, windows, exits and “you are here”.',
  ],
  'scene.ticker': ['滚动字幕', 'Rolling line'],
  'scene.ticker-help': [
    '门头、走廊的条形 LED 屏或电视：一行字从右向左滚动。',
    'For LED strips over the door, or a TV: one line that rolls from right to left.',
  ],
  'scene.media': ['图片、视频', 'Picture or video'],
  'scene.media-help': [
    '媒体库里的一张图片、一段视频或一份 PDF。',
    'A picture, a video or a PDF of the media library.',
  ],
  'scene.page': ['网页', 'Web page'],
  'scene.page-help': [
    '名单内网站的网页；打不开时自动换成服务理念。',
    'A page of a listed site; the slogan where it does not load.',
  ],
  'scene.slogan': ['服务理念', 'Slogan'],
  'scene.slogan-help': [
    '名称、办公时间、电话和服务理念，任何时候都不会出错的画面。',
    'Name, hours, phones and slogan: always true.',
  ],
  'scene.calls': ['叫号区', 'Calls'],
  'scene.calls-help': [
    '只有叫号的部分，放在分区屏的一个分区里。',
    'The calls alone, for a zone of a mixed screen.',
  ],
  'scene.mixed': ['分区屏', 'Mixed'],
  'scene.mixed-help': [
    '把屏幕分成几块，每块放一个画面或一个播放单。',
    'The screen cut into zones, each with a scene or a playlist.',
  ],
  'scene.program': ['按节目安排播放', 'By schedule'],
  'scene.program-help': [
    '播放“节目安排”里轮到这块屏的内容。',
    'Shows what the schedule says for this screen.',
  ],
} as const satisfies Entries;
