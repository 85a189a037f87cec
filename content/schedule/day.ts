import { addDays, momentAt } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { Records } from '../records.ts';
import { showing } from './showing.ts';
import type { Showing } from './showing.ts';
import { almanacOf } from './when.ts';

/** A part of a day with what is shown in it. */
export interface Part {
  from: number;
  until: number;
  shown: Showing;
}

/** What a screen shows on a day from midnight to midnight (L9): parts in order, without a gap. */
export function dayPlan(records: Records, screen: string, day: Day): Part[] {
  const { zone } = almanacOf(records);
  const end = momentAt(addDays(day, 1), '00:00', zone);
  const parts: Part[] = [];
  for (let from = momentAt(day, '00:00', zone); from < end;) {
    const shown = showing(records, screen, from);
    const until = Math.min(shown.until, end);
    parts.push({ from, until, shown });
    from = until;
  }
  return parts;
}

/** Entries that are never shown on a screen in `days` days from `day` on although they are due there (L10). */
export function coveredEntries(records: Records, screen: string, day: Day, days = 7): string[] {
  const waiting = new Set<string>();
  const seen = new Set<string>();
  for (let ahead = 0; ahead < days; ahead += 1)
    for (const { shown } of dayPlan(records, screen, addDays(day, ahead))) {
      if (shown.is !== 'list') continue;
      seen.add(shown.entry);
      for (const { entry } of shown.beaten) waiting.add(entry);
    }
  return [...waiting].filter((id) => !seen.has(id)).sort();
}
