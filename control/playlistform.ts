import type { CommandInput } from '../content/model/command.ts';
import type { PlaylistItem } from '../content/model/playlist.ts';
import type { ContentScene } from '../content/model/scene.ts';
import { say } from './words.ts';

/** One row of the form of a playlist. `item` keeps what the form does not show. */
export interface ItemRow {
  /** For the list on the page. */
  id: number;
  item: PlaylistItem;
}

/** Scenes that the form offers; others stay as they are. */
export const offered = [
  'slogan',
  'notices',
  'publicity',
  'guide',
  'packages',
  'rules',
  'pledges',
  'contacts',
  'staff',
  'hours',
  'plan',
  'media',
  'page',
  'ticker',
] as const satisfies readonly ContentScene['is'][];

let rows = 0;
/** A row of its own on the page for an item. */
export const rowOf = (item: PlaylistItem): ItemRow => ({ id: (rows += 1), item });

/** A new item: the slogan for twenty seconds. */
export function newRow(): ItemRow {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  const id = Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
  return rowOf({ id, scene: { is: 'slogan' }, seconds: 20 });
}

type Part = { [K in Exclude<keyof PlaylistItem, 'id' | 'scene'>]?: PlaylistItem[K] | undefined };

/** The item with these fields; one that is undefined is taken away. */
export function withPart(item: PlaylistItem, part: Part): PlaylistItem {
  const { id, scene, ...rest } = { ...item, ...part };
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...(said as Omit<PlaylistItem, 'id' | 'scene'>), id, scene };
}

/** How long a round takes, in words. */
export function wordRound(items: readonly PlaylistItem[]): string {
  const timed = items.reduce((sum, { seconds = 0, weight = 1 }) => sum + seconds * weight, 0);
  const open = items.filter(({ seconds }) => seconds === undefined).length;
  const time = say('playlists.time', { minutes: Math.floor(timed / 60), seconds: timed % 60 });
  return open > 0 ? time + say('playlists.open', { count: open }) : time;
}

/** What is sent for a form. */
export function playlistOf(
  name: string,
  list: readonly ItemRow[],
  shuffle: boolean,
): CommandInput<'playlist:save'> {
  return { name: name.trim(), items: list.map(({ item }) => item), ...(shuffle ? { shuffle: true } : {}) };
}
