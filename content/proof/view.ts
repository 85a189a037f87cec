import type { Day } from '../model/base.ts';
import type { GapWhy, ScreenShowing, Show, ShownPicture } from '../model/showing.ts';
import type { Records } from '../records.ts';
import { spanOfDay } from './day.ts';
import type { DayPart } from './day.ts';
import type { Span } from './stretches.ts';

/** A day of all screens, for the panel: shows once each, parts by their numbers. */
export interface DayView {
  day: Day;
  span: Span;
  screens: {
    screen: string;
    name: string;
    shows: Show[];
    parts: {
      from: number;
      until: number;
      is: DayPart['is'];
      why: GapWhy | null;
      late: boolean;
      show: number | null;
    }[];
  }[];
  pictures: ShownPicture[];
  chain: string | null;
  sealed: boolean | null;
  /** Number of the first line of the log that was tampered with. */
  broken: number | null;
}

/** A day as it was read from the log. */
interface Read {
  screens: ReadonlyMap<string, readonly DayPart[]>;
  pictures: readonly ShownPicture[];
  chain: string | null;
  sealed: boolean | null;
  broken: number | null;
}

/** What the panel shows of a day; one without a log has no screens. */
export function viewOf(records: Records, day: Day, read: Read | null): DayView {
  const screens = [...(read?.screens ?? [])].map(([screen, parts]) => {
    const shows: Show[] = [];
    const places = new Map<string, number>();
    const placeOf = (show: Show): number => {
      const key = JSON.stringify(show);
      const place = places.get(key) ?? shows.push(show) - 1;
      places.set(key, place);
      return place;
    };
    return {
      screen,
      name: records.get('screen', screen)?.name ?? screen,
      shows,
      parts: parts.map(({ show, ...part }) => ({ ...part, show: show && placeOf(show) })),
    };
  });
  return {
    day,
    span: spanOfDay(records, day),
    screens: screens.sort((one, other) => (one.name < other.name ? -1 : 1)),
    pictures: [...(read?.pictures ?? [])],
    ...{ chain: read?.chain ?? null, sealed: read?.sealed ?? null, broken: read?.broken ?? null },
  };
}

/** How long a content stood on a screen over some days. */
export interface ContentRow {
  kind: string;
  id: string;
  screen: string;
  screenName: string;
  ms: number;
  turns: number;
  days: number;
}

/** Totals by content and screen over days, the longest first. */
export function addUp(records: Records, days: readonly (readonly ScreenShowing[])[]): ContentRow[] {
  const rows = new Map<string, ContentRow>();
  for (const screens of days)
    for (const { screen, contents } of screens)
      for (const { kind, id, ms, turns } of contents) {
        const key = `${kind} ${id} ${screen}`;
        const screenName = records.get('screen', screen)?.name ?? screen;
        const row = rows.get(key) ?? { kind, id, screen, screenName, ms: 0, turns: 0, days: 0 };
        row.ms += ms;
        row.turns += turns;
        row.days += 1;
        rows.set(key, row);
      }
  return [...rows.values()].sort((one, other) => other.ms - one.ms || (one.id < other.id ? -1 : 1));
}
