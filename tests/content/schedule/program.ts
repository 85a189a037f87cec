import type { PlaylistItem, Schedule } from '../../../content/model/playlist.ts';
import type { Kept } from '../../../content/model/record.ts';
import { RecordMap } from '../../../content/records.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { MORNING } from '../../support/world.ts';

/** A small hall with the screen tv, which shows what the schedule says and is in the group 大厅. */
export function programHall(more: readonly Kept[]): RecordMap {
  return new RecordMap([
    ...smallHall().everything(),
    kept('screen', 'tv', {
      name: '大厅电视',
      scene: { is: 'program' },
      groups: ['大厅'],
      diagonal: 43,
      distance: 6,
      sound: false,
      tokenHash: 'a'.repeat(64),
      pairedBy: { id: 'chen', name: '陈管理' },
      pairedAt: MORNING,
    }),
    ...more,
  ]);
}

export const item = (id: string, more: Partial<PlaylistItem> = {}): PlaylistItem => ({
  id,
  scene: { is: 'slogan' },
  seconds: 10,
  ...more,
});

export const list = (id: string, items: PlaylistItem[]): Kept<'playlist'> =>
  kept('playlist', id, { name: `节目单${id}`, items });

export const entry = (id: string, more: Partial<Schedule>): Kept<'schedule'> =>
  kept('schedule', id, {
    name: `排期${id}`,
    playlist: 'films',
    to: { is: 'all' },
    priority: 0,
    enabled: true,
    by: { id: 'chen', name: '陈管理' },
    at: MORNING,
    ...more,
  });

export const without = (all: readonly Kept[], id: string): Kept[] => all.filter((one) => one.id !== id);
