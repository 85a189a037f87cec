import type { Entries } from './catalogue.ts';

/** Playlists, schedules and the care of screens in the panel. */
export const scheduleEntries = {
  'kind-of.playlist': ['节目单', 'playlist'],
  'kind-of.schedule': ['排期', 'schedule'],
  'command.playlist:save': ['保存节目单', 'Saved a playlist'],
  'command.playlist:remove': ['删除节目单', 'Removed a playlist'],
  'command.schedule:save': ['保存排期', 'Saved a schedule'],
  'command.schedule:remove': ['删除排期', 'Removed a schedule'],
  'command.care:save': ['修改屏幕养护设置', 'Changed the care of screens'],
} as const satisfies Entries;
