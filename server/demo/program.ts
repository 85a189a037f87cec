import type { CommandInput } from '../../content/model/command.ts';
import type { PlaylistItem } from '../../content/model/playlist.ts';

const items = (...scenes: [PlaylistItem['scene'], seconds?: number][]): PlaylistItem[] =>
  scenes.map(([scene, seconds], i) => ({ id: `i${i + 1}`, scene, ...(seconds ? { seconds } : {}) }));

/** What runs while the hall is open, at noon, and on days of rest. */
export const demoPlaylists: CommandInput<'playlist:save'>[] = [
  {
    name: '工作时间',
    items: items(
      [{ is: 'slogan' }, 15],
      [{ is: 'notices' }],
      [{ is: 'guide' }],
      [{ is: 'pledges' }],
      [{ is: 'contacts' }, 20],
      [{ is: 'staff' }],
    ),
  },
  {
    name: '午间和休息日',
    items: items([{ is: 'hours' }, 30], [{ is: 'slogan' }, 20], [{ is: 'contacts' }, 20]),
  },
];

/** Entries by the ids of `demoPlaylists`, in the same order. */
export const demoSchedule = (office: string, rest: string): CommandInput<'schedule:save'>[] => [
  {
    ...{ name: '平时', playlist: rest, to: { is: 'all' }, priority: 0, enabled: true },
  },
  {
    ...{ name: '工作日办公时间', playlist: office, to: { is: 'all' }, priority: 5, enabled: true },
    only: 'workdays',
    hours: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
  },
];
