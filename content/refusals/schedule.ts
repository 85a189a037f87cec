import type { RefusalTable } from './table.ts';

/** Playlists, schedules and the care of screens. */
export const schedule = {
  'playlist.used': [
    409,
    '排期“{name}”正在使用这个节目单，请先改用别的节目单，或删除这条排期。',
    'The schedule “{name}” uses this playlist; choose another there or remove the schedule first.',
  ],
  'playlist.zone': [
    409,
    '屏幕“{name}”的一个分区正在播放这个节目单，请先在那里换掉。',
    'A zone of the screen “{name}” plays this playlist; change that first.',
  ],
  'playlist.missing': [404, '这个节目单已被删除，请另选一个。', 'This playlist is gone; choose another.'],
  'playlist.item-twice': [
    400,
    '节目单里有两个节目编号相同，请刷新页面后再试。',
    'Two items of the playlist have one id; reload the page and try again.',
  ],
  'playlist.scene': [
    404,
    '第 {place} 个节目要显示的内容已不存在，请换一个或删掉它。',
    'What item {place} shows is no longer there; change or remove it.',
  ],
  'playlist.unchecked': [
    409,
    '第 {place} 个节目的图片或视频还没有人核对过个人信息，请先在素材库里核对。',
    'Nobody has yet checked the medium of item {place} for personal data; do so in the library first.',
  ],
  'schedule.days': [
    400,
    '结束日期早于开始日期，请改正。',
    'The last day is before the first; correct the days.',
  ],
  'schedule.hours': [
    400,
    '时段有误：每段的结束要晚于开始，各段不能重叠。跨零点请分成两段。',
    'The hours are wrong: each span must end after it starts, and spans must not overlap. Split one that passes midnight.',
  ],
  'schedule.moments': [
    400,
    '第 {place} 个节目的结束时间不晚于开始时间，请改正。',
    'Item {place} ends no later than it begins; correct its times.',
  ],
  'schedule.screen': [404, '这块屏幕已被删除，请另选一块。', 'This screen is gone; choose another.'],
} as const satisfies RefusalTable;
