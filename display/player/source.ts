import type { PlaylistItem } from '../../content/model/playlist.ts';
import type { Records } from '../../content/records.ts';
import { filesOf } from '../../content/schedule/needs.ts';
import { playing, showing } from '../../content/schedule/showing.ts';
import type { Showing } from '../../content/schedule/showing.ts';

/** What a player plays: what the schedule says of a screen, or one playlist. */
export type Source = { is: 'schedule' } | { is: 'playlist'; playlist: string };

/** Changes ahead whose files are fetched already (L16). */
const AHEAD = 4;

/** Items of an answer; none when the safe loop is shown. */
export const itemsOf = (answer: Showing): readonly PlaylistItem[] =>
  answer.is === 'list' ? answer.items : [];

/** Files that a screen needs now and at the next changes, the nearest first. */
export function filesAhead(records: Records, screen: string, source: Source, answer: Showing): string[] {
  const files = new Set<string>();
  let at = answer;
  for (let count = 0; ; count += 1) {
    for (const { scene } of itemsOf(at)) for (const file of filesOf(records, scene)) files.add(file);
    if (count === AHEAD) return [...files];
    at =
      source.is === 'schedule'
        ? showing(records, screen, at.until)
        : playing(records, source.playlist, at.until);
  }
}
